/** Results of cases: the certificate, and what the window prints. */

import { call, send } from './http'
import type { AttachedResult, OfficialPaperList } from './types'

export function attachCertificate(number: string, file: Blob): Promise<AttachedResult> {
  return send('PUT', `/desk/cases/${number}/result-file`, file)
}

/** Where the certificate is looked at; the browser sends the cookie. */
export function certificateAt(number: string): string {
  return `/api/v1/desk/cases/${number}/result-file`
}

export type SlipKind = 'receipt' | 'collection' | 'delivery'

/** Where a slip is printed from. */
export function slipAt(number: string, kind: SlipKind): string {
  return `/api/v1/desk/cases/${number}/slips/${kind}`
}

/** The written papers of a case; each look is recorded. */
export function readPapers(number: string): Promise<OfficialPaperList> {
  return call('GET', `/desk/cases/${number}/papers`)
}

/** Where a written paper is printed from. */
export function paperAt(number: string, place: number): string {
  return `/api/v1/desk/cases/${number}/papers/${place}.pdf`
}
