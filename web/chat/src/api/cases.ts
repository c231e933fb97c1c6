/** Cases after their submission: how they stand, and what the applicant does with them. */

import { call, file } from './http'
import type { CaseStatus, OfficialPaper, Schemas, Whose } from './types'

const PREFIX = '/api/v1/cases'

export function caseStatus(whose: Whose): Promise<CaseStatus> {
  return call('POST', `${PREFIX}/status`, whose)
}

export function withdraw(whose: Whose): Promise<CaseStatus> {
  return call('POST', `${PREFIX}/withdraw`, whose)
}

/** The ways on which the applicant is reminded from now on; none stops them. */
export function remindBy(whose: Whose, ways: Schemas['ReminderWay']['way'][], email: string): Promise<Schemas['Reminders']> {
  return call('POST', `${PREFIX}/reminders`, { ...whose, ways, email: email || null })
}

/** Papers handed in after a correction request, or later by agreement. */
export function handIn(whose: Whose, materials: string[]): Promise<CaseStatus> {
  return call('POST', `${PREFIX}/correction`, { ...whose, materials })
}

export async function liveTicket(whose: Whose): Promise<string> {
  return (await call<Schemas['LiveTicket']>('POST', `${PREFIX}/live-ticket`, whose)).path
}

/** What a draft has become. */
export async function casesOf(draft: string): Promise<Schemas['OwnCase'][]> {
  return (await call<Schemas['OwnCases']>('GET', `/api/v1/intakes/${encodeURIComponent(draft)}/cases`)).cases
}

/** The receipt, or what was told at a step. */
export async function casePaper(whose: Whose, paper: string): Promise<Blob> {
  return (await file(`${PREFIX}/paper`, { ...whose, paper })).body
}

/** The certificate that came of a case. */
export async function resultFile(whose: Whose): Promise<Blob> {
  return (await file(`${PREFIX}/result-file`, whose)).body
}

/** The written papers of a case: accepted, refused, decided. */
export async function papers(whose: Whose): Promise<OfficialPaper[]> {
  return (await call<Schemas['OfficialPaperList']>('POST', `${PREFIX}/papers`, whose)).papers
}

export async function paperFile(whose: Whose, place: number): Promise<Blob> {
  return (await file(`${PREFIX}/papers/${place}`, whose)).body
}
