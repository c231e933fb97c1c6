/** Calls of the service: nothing but what the address and the body say tells who asks. */

import { call as callAs, file as fileAs, type Manner, type Method } from 'intake-shared/api/http'

export { keep, Refusal, sentence, understood, Unreachable } from 'intake-shared/api/http'

const UNKNOWN: Manner = { credentials: 'omit', headers: {} }

export function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return callAs<T>(method, path, body, UNKNOWN)
}

/** A file, asked for with what proves whose it is. */
export function file(path: string, body: unknown): Promise<{ body: Blob; name: string }> {
  return fileAs(path, body, UNKNOWN)
}
