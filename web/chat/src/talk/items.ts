/** The list of all items, searched and put in groups. */

import type { Item } from '../api/types'

export type Way = 'theme' | 'audience' | 'department'

export const WAYS: [Way, string][] = [
  ['theme', '按生活里的事'],
  ['audience', '按个人和单位'],
  ['department', '按部门'],
]

export interface Group {
  name: string
  items: Item[]
}

/** Those in which every word stands, in the name, the purpose, the department or the theme. */
export function found(items: Item[], words: string): Item[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const text = [item.name, item.scenario, item.department, ...item.themes].join(' ').normalize('NFKC').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/**
 * Groups, the largest departments first; an item may stand in several.
 * @param themes In the order in which they are shown; what is none of them comes last.
 */
export function grouped(items: Item[], way: Way, themes: string[] = []): Group[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) for (const name of namesOf(item, way)) groups.set(name, [...(groups.get(name) ?? []), item])
  const all = [...groups].map(([name, list]) => ({ name, items: list }))
  const place = ({ name }: Group): number => (themes.includes(name) ? themes.indexOf(name) : themes.length)
  if (way === 'department') return all.sort((one, other) => other.items.length - one.items.length)
  return way === 'theme' ? all.sort((one, other) => place(one) - place(other)) : all
}

function namesOf(item: Item, way: Way): string[] {
  if (way === 'department') return [item.department]
  if (way === 'theme') return item.themes.length ? item.themes : ['其他']
  const forPeople = item.audience.includes('自然人')
  const forBodies = item.audience.some((one) => one !== '自然人')
  return [...(forPeople ? ['个人'] : []), ...(forBodies ? ['企业和其他单位'] : [])]
}
