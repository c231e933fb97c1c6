/** A record in its form: fields set and left out, lists moved about, what an entry is called. */

import type { FormField, NamedRecord, RecordForms } from '../api/types'

export type Written = Record<string, unknown>

export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/** A list, a line an entry; what is no text stands as it is written in files. */
export function linesOf(value: unknown): string {
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n') : ''
}

/** The same with a field that says something else; one that says nothing is left out. */
export function withField(record: Written, name: string, value: unknown): Written {
  const { [name]: _, ...rest } = record
  return value === null || value === undefined || value === '' ? rest : { ...record, [name]: value }
}

/** As it is sent: no empty lines, and nothing that says nothing. */
export function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? read(one.trim()) : trimmed(one))).filter((one) => one !== '')
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]) => [name, trimmed(one)] as const)
      .filter(([, one]) => one !== '' && !(Array.isArray(one) && !one.length)),
  )
}

/** A citation that cannot be written in a line stands there as it is in files. */
function read(text: string): unknown {
  if (!text.startsWith('{')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function moved<T>(list: T[], place: number, by: number): T[] {
  const now = [...list]
  now.splice(place + by, 0, ...now.splice(place, 1))
  return now
}

/** Options with another id for one of them, in the same order. */
export function renamed(options: [string, Written][], key: string, wanted: string): Record<string, Written> {
  const free = wanted.trim() && !options.some(([own]) => own === wanted.trim()) ? wanted.trim() : key
  return Object.fromEntries(options.map(([own, one]) => [own === key ? free : own, one]))
}

/** What an entry of a list is known by: the name of what it picks, else its first field. */
export function entryTitle(field: FormField, entry: Written, forms: RecordForms): string {
  const first = field.fields[0]!
  const said = textOf(entry[first.name])
  if (!first.picks) return said
  return (forms[`known_${first.picks}` as keyof RecordForms] as NamedRecord[]).find((one) => one.id === said)?.name ?? said
}

/** `items/a.b` in its parts. */
export function memberOf(key: string): 'items' | 'questions' | 'materials' {
  return key.split('/')[0] as 'items' | 'questions' | 'materials'
}
