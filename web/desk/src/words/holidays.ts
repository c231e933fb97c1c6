/** A year of holidays as the form holds it: seven lines, and the days worked instead as one text. */

import type { EntryOf } from '../api/types'

const NAMES = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

export interface YearForm {
  year: number
  notice: string
  days_off: { name: string; first: string; last: string }[]
  working: string
}

export function emptyYear(year: number): YearForm {
  return { year, notice: '', days_off: NAMES.map((name) => ({ name, first: '', last: '' })), working: '' }
}

export function yearOf(entry: EntryOf<'holidays'>): YearForm {
  return { year: entry.year, notice: entry.notice, days_off: entry.days_off.map((one) => ({ ...one })), working: (entry.working ?? []).join('、') }
}
