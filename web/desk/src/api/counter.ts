/** Cases for whoever stands at the window: the draft is filled in by the calls that applicants use, submitted and settled by those of the counter. */

import type { components } from 'intake-shared/api/applicant'

import { call, send } from './http'
import type { CounterReceipt, DeskCase, OnSpotRequest } from './types'

type Schemas = components['schemas']
export type Intake = Schemas['IntakeView']
export type Candidate = Schemas['CandidateView']
export type Gap = Schemas['Gap']
export type Content = Schemas['NoticeContent']
export type Line = Schemas['NoticeMaterial']
export type Slots = Schemas['SlotList']
export type MaterialState = Intake['materials'][string]

export async function findItems(text: string): Promise<Candidate[]> {
  return (await call<Schemas['SearchResult']>('POST', '/items/search', { text, limit: 8 })).candidates
}

export async function begin(affair: string): Promise<string> {
  return (await call<{ intake: string }>('POST', '/desk/counter/drafts', { affair })).intake
}

export function readIntake(intake: string): Promise<Intake> {
  return call('GET', `/intakes/${intake}`)
}

export function answer(intake: string, answers: Record<string, string | null>): Promise<Intake> {
  return call('PATCH', `/intakes/${intake}/answers`, { answers })
}

export function personal(intake: string, values: Record<string, string>): Promise<Intake> {
  return call('PUT', `/intakes/${intake}/personal`, { values })
}

/** The states of materials, and along with them the notice as it would be drawn now and everything that is lacking. */
export function materials(intake: string, states: Record<string, MaterialState>): Promise<Intake> {
  return call('PATCH', `/intakes/${intake}/materials`, { states, including: ['preview', 'gaps'] })
}

export function slots(intake: string): Promise<Slots> {
  return call('GET', `/intakes/${intake}/materials`)
}

export async function upload(intake: string, material: string, file: File): Promise<void> {
  const headers = { 'Idempotency-Key': crypto.randomUUID(), 'X-File-Name': encodeURIComponent(file.name) }
  await send('POST', `/intakes/${intake}/materials/${encodeURIComponent(material)}/files`, file, headers)
}

/** Where the notice is printed from. */
export async function drawNotice(intake: string): Promise<string> {
  const { notice } = await call<Schemas['NoticeDrawn']>('POST', `/intakes/${intake}/notice`)
  return `/n/${notice.access}.pdf`
}

export function submit(intake: string, key: string, handed: { paper: string[]; looked_up: string[] }): Promise<CounterReceipt> {
  return call('POST', `/desk/counter/drafts/${intake}/submission`, handed, { 'Idempotency-Key': key })
}

export function settle(number: string, request: OnSpotRequest): Promise<DeskCase> {
  return call('POST', `/desk/counter/cases/${number}/on-spot`, request)
}
