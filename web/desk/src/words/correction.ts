/** The list of a correction, built from the ticks on the materials. */

import type { DeskCase } from '../api/types'

export type Verdict = 'fine' | 'mend'

/** What an officer has found so far; kept as a draft until it is sent. */
export interface Check {
  verdicts: Record<string, Verdict>
  what: Record<string, string>
  reason: Record<string, string>
  correctBy: string
  document: string
}

export interface Point {
  material: string
  name: string
  what: string
  reason: string
}

export function freshCheck(): Check {
  return { verdicts: {}, what: {}, reason: {}, correctBy: '', document: '' }
}

/** One point for each material that has to be mended, in the order of the notice. */
export function points(materials: DeskCase['materials'], check: Check): Point[] {
  return materials
    .filter((one) => check.verdicts[one.id] === 'mend')
    .map((one) => ({ material: one.id, name: one.name, what: (check.what[one.id] ?? '').trim(), reason: (check.reason[one.id] ?? '').trim() }))
}

/** What still has to be said before the list can go out; empty where nothing has. */
export function unsaid(list: Point[]): string {
  const open = list.filter((point) => !point.what)
  return open.length ? `请写清${open.map((point) => `「${point.name}」`).join('')}哪里要补正、怎么补。` : ''
}
