/** Papers that need not be handed in, and what supervising departments have reported on a case. */

import { call } from './http'
import type { Feedback, SharedCheck, SharedPapers } from './types'

export function readShared(number: string): Promise<SharedPapers> {
  return call('GET', `/desk/cases/${number}/shared`)
}

export function writeCheck(number: string, found: SharedCheck): Promise<SharedPapers> {
  return call('POST', `/desk/cases/${number}/shared`, found)
}

export async function readCaseFeedback(number: string): Promise<Feedback[]> {
  return (await call<{ feedback: Feedback[] }>('GET', `/exchange/cases/${number}/feedback`)).feedback
}
