/** Calls of the service: nothing but what the address and the body say tells who asks. */

import { call as callAs, type Manner, type Method } from 'intake-shared/api/http'

export { Refusal, sentence, understood, Unreachable } from 'intake-shared/api/http'

const UNKNOWN: Manner = { credentials: 'omit', headers: {} }

export function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return callAs<T>(method, path, body, UNKNOWN)
}
