/** Results of cases: the certificate, and what the window prints. */

import { send } from './http'
import type { AttachedResult } from './types'

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
