/** Messages to applicants and other bodies: where they are, never what they say. */

import { asked, call } from './http'
import type { OutboxPage } from './types'

export function readOutbox(state: string, after: number): Promise<OutboxPage> {
  return call('GET', asked('/outbox', { state, after }))
}

export function sendAgain(keys: string[]): Promise<{ requeued: string[]; left: string[] }> {
  return call('POST', '/outbox/requeue', { keys })
}
