import { call } from './http'
import type { RehearsalResult } from './types'

/** A sentence or a conversation tried on a stage of its own: nothing of it is kept. */
export function tryOut(turns: string[]): Promise<RehearsalResult> {
  return call('POST', '/library/test', { turns })
}
