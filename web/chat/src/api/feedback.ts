/** Ratings (好差评) and complaints about a case, with what was answered. */

import type { Whose } from './cases'
import { call } from './http'

const PREFIX = '/api/v1/cases'

export interface Rating {
  times: number
  grade: number
  grade_name: string
  reasons: string[]
  text: string
  at: string
  answer_by: string | null
  answer: string
  answered_at: string | null
}

export interface Ratings {
  number: string
  ratings: Rating[]
  can_rate: boolean
  why_not: string
  /** 1 非常满意 to 5 非常不满意. */
  grades: Record<string, string>
  reasons: Record<string, string>
}

export function ratingsOf(whose: Whose): Promise<Ratings> {
  return call('POST', `${PREFIX}/ratings`, whose)
}

export function rate(whose: Whose, grade: number, reasons: string[], text: string): Promise<Ratings> {
  return call('POST', `${PREFIX}/rating`, { ...whose, grade, reasons, text })
}

export interface Complaint {
  number: string
  about: string
  about_name: string
  text: string
  at: string
  state: string
  state_label: string
  why: string
  answer_by: string
  answer: string
  answered_at: string | null
}

export type About = 'officer' | 'window' | 'department'

export async function complaintsOf(whose: Whose): Promise<Complaint[]> {
  return (await call<{ complaints: Complaint[] }>('POST', `${PREFIX}/complaints`, whose)).complaints
}

/** @param officer The number on the officer's desk, where it is known. */
export function complain(whose: Whose, about: About, officer: string, text: string): Promise<Complaint> {
  return call('POST', `${PREFIX}/complaint`, { ...whose, about, officer, text })
}
