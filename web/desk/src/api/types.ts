/** What the service sends staff and takes from them, by the page's own names; `web/shared/src/api/staff.ts` is made from the service's description. */

import type { components } from 'intake-shared/api/staff'

export type Schemas = components['schemas']

export type DeskCase = Schemas['DeskCase']
export type Clock = Schemas['ClockView']
export type LogLine = DeskCase['log'][number]
export type Slot = Schemas['MaterialSlot']
export type PaperFile = Schemas['FileView']
export type Finding = Schemas['Finding']
export type Papers = Schemas['CasePapers']
export type Account = Schemas['AccountView']
export type Overview = Schemas['Overview']
export type MarkedCases = Schemas['MarkedCases']
export type Misroutes = Schemas['Misroutes']
export type RefusedActs = Schemas['RefusedActs']
export type Transitions = Schemas['TransitionTable']

export interface Session {
  account: string
  name: string
  department: string
  windows: { id: string; name: string }[]
  roles: { role: string; name: string }[]
  must_change_password: boolean
  csrf_token: string
  idle_ends_at: string
  ends_at: string
}

export interface QueueClock {
  code: string
  what: string
  due: string | null
  colour: 'green' | 'amber' | 'red' | 'paused'
  left: string
  silence: boolean
}

export interface QueueLine {
  number: string
  item_id: string
  item: string
  scenario: string
  applicant: string
  precheck: string
  stage: string
  stage_label: string
  state: string
  state_label: string
  clocks: QueueClock[]
  due: string | null
  overdue: boolean
  window: string
  department: string
  claimed_by: { account: string; name: string; since: string; mine: boolean } | null
  looking: { account: string; name: string }[]
  submitted_at: string
  version: number
}

export interface Queue {
  cases: QueueLine[]
  next: string | null
}

export interface Summary {
  groups: { stage: string; label: string; count: number }[]
  mine: number
  waiting_for_us: number
  windows: { id: string; number: string; name: string }[]
  as_of: string
}

export interface CaseHolding {
  number: string
  claimed_by: QueueLine['claimed_by']
  looking: QueueLine['looking']
  version: number
  beat_after_s: number
}

export interface DeskCaseEvent {
  number: string
  item: string
  new: boolean
  stage: string
  state: string
  version: number
  claimed_by: string
  claimed_name: string
  looking: string[]
  looking_names: string[]
}

export interface DeskCounts {
  groups: Record<string, number>
}

export interface PageAct {
  act: string
  name: string
  role: string
  possible: boolean
  reasons: { code: string; say: string }[]
  fields: Record<string, unknown>
  consequences: string[]
}

export interface PageActs {
  number: string
  version: number
  acts: PageAct[]
}

export interface OutgoingText {
  kind: 'message' | 'timeline' | 'paper'
  title: string
  text: string
}

export interface ActPreview {
  state_label: string
  texts: OutgoingText[]
  version: number
}

export interface Note {
  id: number
  kind: 'note' | 'call'
  kind_label: string
  text: string
  called: string
  called_label: string
  reached: boolean | null
  account: string
  name: string
  mine: boolean
  at: string
}

export interface CaseSentences {
  materials: { material: string; name: string; sentences: { text: string; source: string; id: string }[] }[]
}

export interface SavedView {
  id: string
  name: string
  filter: Record<string, string | null>
}
