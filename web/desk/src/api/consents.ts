/** What waits for a second person. */

import { call } from './http'
import type { Consent, ConsentList } from './types'

export function readConsents(): Promise<ConsentList> {
  return call('GET', '/staff/consents')
}

export function agreeTo(number: number): Promise<Consent> {
  return call('POST', `/staff/consents/${number}/agreement`)
}
