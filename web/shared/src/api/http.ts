/** Calls of the service: an answer, a refusal with a sentence, or no answer at all. */

import type { components } from './applicant'

export type Problem = components['schemas']['Problem']
export type FieldProblem = components['schemas']['FieldProblem']

const PATIENCE_MS = 20_000

/** What came in place of an answer: the service's own document, or another one of something in between. */
type ProblemDocument = Partial<Problem>

/** The service said no, and why. */
export class Refusal extends Error {
  readonly code: string
  readonly errors: FieldProblem[]

  constructor(readonly status: number, readonly document: ProblemDocument) {
    super(document.detail || '系统没有办成这一步，请过一分钟再试。')
    this.code = document.code || 'unknown'
    this.errors = document.errors ?? []
  }
}

/** No answer came; nothing can be said of what was done. */
export class Unreachable extends Error {
  constructor() {
    super(navigator.onLine === false ? '网络断开了，连上以后再试。' : '暂时连不上服务，请过一会儿再试。')
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** How a page makes itself known: not at all, or by the cookie of its session and what proves that the page sent it. */
export interface Manner {
  credentials: RequestCredentials
  headers: Record<string, string>
}

export async function call<T>(method: Method, path: string, body: unknown, manner: Manner): Promise<T> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), PATIENCE_MS)
  let response: Response
  let text: string
  try {
    response = await fetch(path, {
      method,
      signal: ending.signal,
      cache: 'no-store',
      credentials: manner.credentials,
      headers: body === undefined ? manner.headers : { ...manner.headers, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    text = await response.text()
  } catch {
    throw new Unreachable()
  } finally {
    clearTimeout(timer)
  }
  return understood<T>(response.status, text)
}

/** A file of the service, with the name that the service gives it; what proves whose it is goes in the body, never in the address. */
export async function file(path: string, body?: unknown, manner: Manner = { credentials: 'same-origin', headers: {} }): Promise<{ body: Blob; name: string }> {
  const asking = body === undefined ? {} : { method: 'POST', headers: { ...manner.headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  let response: Response
  try {
    response = await fetch(path, { cache: 'no-store', credentials: manner.credentials, headers: manner.headers, ...asking })
    if (response.ok) return { body: await response.blob(), name: /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '' }
  } catch {
    throw new Unreachable()
  }
  return understood(response.status, await response.text())
}

/** Give the service a file as it is. */
export async function send<T>(method: Method, path: string, body: Blob, manner: Manner): Promise<T> {
  let response: Response
  let text: string
  try {
    response = await fetch(path, { method, body, cache: 'no-store', credentials: manner.credentials, headers: { ...manner.headers, 'Content-Type': body.type || 'application/octet-stream' } })
    text = await response.text()
  } catch {
    throw new Unreachable()
  }
  return understood<T>(response.status, text)
}

/** Have the browser keep a file. */
export function keep(body: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(body)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** What an answer of the service comes to; a gateway in between that answers in its place has no say. */
export function understood<T>(status: number, text: string): T {
  const document = parsed(text)
  if (status >= 400) {
    if (status === 502 || status === 504 || document === undefined) throw new Unreachable()
    throw new Refusal(status, document as ProblemDocument)
  }
  if (document === undefined && status !== 204) throw new Unreachable()
  return document as T
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** What to say about a fault, whatever it is. */
export function sentence(fault: unknown): string {
  return fault instanceof Refusal || fault instanceof Unreachable ? fault.message : '这个网页出了点问题，请刷新后再试。'
}
