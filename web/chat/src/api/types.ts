/** What the service sends, as far as the page uses it. */

import type { Appointment, SlotsView } from './appointments'
import type { CaseStatus, Receipt } from './cases'

export interface Button {
  title: string
  payload: string
}

export interface Question {
  id: string
  text: string
  why: string
  help: string
}

export interface Limit {
  days: number
  unit: string
}

export interface Route {
  window: string
  number: string
  name: string
  site: string
  floor: string
  address: string
  phone: string
  hours: string
  takes_appointments: boolean
  why: string
  /** Place, phone and hours are the shipped example. */
  example?: boolean
}

export interface Material {
  id: string
  name: string
  basis: string[]
  form: string | null
  copies: number | null
  source: string | null
  necessity: string
  standard: string
  filling: string
  issued_by: string
  promise_instead: boolean
  certain: boolean
  reason: string
}

export interface Fee {
  name: string
  amount: number | null
  per: string
  rule: string
  basis: string[]
  reason: string
}

export interface Step {
  name: string
  who: string
  days: number | null
}

export interface NoticeItem {
  id: string
  name: string
  case_kind: string
  legal_limit: Limit | null
  promised_limit: Limit | null
  conditions: string[]
  steps: Step[]
  result_name: string
  result_valid: string
  delivery: string[]
  bases: string[]
  free_of_charge: boolean | null
  remarks: string[]
  prerequisites: string[]
  intermediaries?: string[]
  passed_up_to: string
  joint_with: string[]
  inspection: boolean
  /** Papers that the window checks by data sharing. */
  shared?: { id: string; name: string; holder: string; basis: string[] }[]
}

export interface NoticeContent {
  name: string
  kind: string
  circumstances: { question: string; text: string; label: string }[]
  materials: Material[]
  fees: Fee[]
  items: NoticeItem[]
  route: Route | null
}

export interface Notice {
  number: string
  version: number
  drawn_at: string
  access: string
  content: NoticeContent
  change: { added: { id: string }[]; altered: { id: string }[] } | null
  /** Where the notice can be had as PDF and as a page of its own; there only when the service makes them. */
  pdf_path?: string
  page_path?: string
  /** Materials for which a form can be had that is filled in already. */
  forms?: string[]
}

export interface Gap {
  kind: 'question' | 'material' | 'contact'
  id: string
  name: string
  say: string
}

/** What the pre-check would have mended before a submission; it stops nothing. */
export interface Remark {
  material: string
  name: string
  say: string
}

export type Card =
  | { kind: 'items'; items: { id: string; name: string; kind: string; department: string; scenario: string }[] }
  | ({ kind: 'question' } & Question)
  | ({ kind: 'notice' } & Notice)
  | { kind: 'form'; gaps: Gap[]; remarks?: Remark[] }
  | { kind: 'remarks'; remarks: Remark[] }
  | ({ kind: 'case' } & Receipt)
  /** The end of the phone is asked for; the device that submitted the case need not give it. */
  | { kind: 'case_known'; number: string }
  /** Said again after it was submitted. */
  | { kind: 'submitted'; number: string }
  | ({ kind: 'progress' } & CaseStatus)
  | ({ kind: 'slots' } & SlotsView)
  | ({ kind: 'appointment' } & Appointment)
  | { kind: 'handover'; phone: string; hours: string }
  | { kind: 'error'; code: string }

/** A part of what is said. A block without text only says where plain text lists the options. */
export interface Block {
  kind: string
  text?: string
  /** What shows the same where there is more than plain text: 'text' nothing else, 'card', 'options'. */
  shown_by?: string
  /** It is the question that waits for an answer. */
  asks?: boolean
}

export interface Option {
  number: number
  label: string
  /** What is said of it in brackets. */
  note: string
  /** What is said for the applicant who picks it. */
  payload: string
  /** What the page opens instead of saying it. */
  opens?: string
}

/** The parts of a reply, from which ``text`` and ``buttons`` are made too. */
export interface Reply {
  blocks: Block[]
  options: Option[]
}

export interface Message {
  text?: string
  buttons?: Button[]
  custom?: Card
  /** Not there in messages that are older than it. */
  reply?: Reply
}

/** One thing said and its answer. */
export interface Exchange {
  id: string
  at: number
  said: string
  messages: Message[]
}

export type MaterialState = 'ready' | 'missing' | 'later' | 'promised'

export interface FieldProblem {
  field: string
  message: string
}

export interface Intake {
  id: string
  state: string
  affair: { id: string; name: string; kind: string; department: string } | null
  answers: { question: string; text: string; value: string; label: string }[]
  next_question: Question | null
  remaining: number
  contact: Record<string, string>
  contact_problems: FieldProblem[]
  contact_needed: string[]
  materials: Record<string, MaterialState>
  notice: { number: string; version: number; access: string } | null
  notice_outdated: boolean
  case_number: string | null
}

export interface ServiceWindow {
  kind: string
  site: string
  address: string
  phone: string
  hours: string
}

export interface Item {
  id: string
  name: string
  kind: string
}

export interface Department {
  id: string
  name: string
  short: string
  items: number
}
