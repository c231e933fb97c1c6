/** Cases after their submission: how they stand, and what the applicant does with them. */

import type { Appointment } from './appointments'
import { call } from './http'
import type { Route } from './types'

export interface Due {
  day: string
  counted_from: string
  rule: string
}

/** One case of a submission that became several (一件事). */
export interface CasePart {
  number: string
  item: string
  department: string
  state_label: string
  waits_for: string[]
}

export interface Receipt {
  number: string
  item: string
  window: Route | null
  why: string
  received_at: string
  answer_due: Due | null
  answer_due_note: string
  later: string[]
  parts?: CasePart[]
}

export interface Clock {
  code: string
  what: string
  counted_from: string
  due: string | null
  state: string
  left: string
  rule: string
  whose: string
}

/** Ratings or complaints: how many were given, and how many of these have got an answer. */
export interface Feedback {
  given: number
  answered: number
}

export interface CaseStatus {
  number: string
  item: string
  state: string
  state_label: string
  who_acts_next: string
  what_next: string
  due: Due | null
  due_note: string
  window: Route | null
  timeline: { at: string; label: string; told?: string }[]
  can: string[]
  clocks?: Clock[]
  to_correct?: { material: string; name: string; what: string }[]
  to_supplement?: Record<string, string>
  joint?: string
  parts?: CasePart[]
  appointment?: Appointment | null
  ratings?: Feedback
  complaints?: Feedback
  version?: number
}

/**
 * Whose case: its number with the end of the phone, or with the draft that it came from, whose name only this device knows.
 * An appointment may be asked for by the draft alone.
 */
export interface Whose {
  number?: string
  phone_tail?: string
  intake?: string
}

const PREFIX = '/api/v1/cases'

export function caseStatus(whose: Whose): Promise<CaseStatus> {
  return call('POST', `${PREFIX}/status`, whose)
}

export function withdraw(whose: Whose): Promise<CaseStatus> {
  return call('POST', `${PREFIX}/withdraw`, whose)
}

/** Papers handed in after a correction request, or later by agreement. */
export function handIn(whose: Whose, materials: string[]): Promise<CaseStatus> {
  return call('POST', `${PREFIX}/correction`, { ...whose, materials })
}

export async function liveTicket(whose: Whose): Promise<string> {
  return (await call<{ path: string }>('POST', `${PREFIX}/live-ticket`, whose)).path
}
