/** Ratings (好差评) and complaints about a case, with what was answered. */

import { call } from './http'
import type { About, Complaint, Ratings, Schemas, Whose } from './types'

const PREFIX = '/api/v1/cases'

export function ratingsOf(whose: Whose): Promise<Ratings> {
  return call('POST', `${PREFIX}/ratings`, whose)
}

export function rate(whose: Whose, grade: number, reasons: string[], text: string): Promise<Ratings> {
  return call('POST', `${PREFIX}/rating`, { ...whose, grade, reasons, text })
}

export async function complaintsOf(whose: Whose): Promise<Complaint[]> {
  return (await call<Schemas['CaseComplaints']>('POST', `${PREFIX}/complaints`, whose)).complaints
}

/** @param officer The number on the officer's desk, where it is known. */
export function complain(whose: Whose, about: About, officer: string, text: string): Promise<Complaint> {
  return call('POST', `${PREFIX}/complaint`, { ...whose, about, officer, text })
}
