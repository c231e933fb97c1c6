/** Calls of the service by whoever is signed in: the browser sends the cookie, and each change proves that this page sent it. */

import { call as callAs, file as fileOf, keep, Refusal, send as sendAs, understood, Unreachable, type Method } from 'intake-shared/api/http'
import { isUnattended } from './touch'

export { Refusal, sentence, Unreachable } from 'intake-shared/api/http'

const SIGNED_OUT = new Set(['session.none', 'session.ended', 'token_missing'])
const SETUP_DUE: Record<string, 'password' | 'code'> = { 'session.change_password': 'password', 'session.code_setup': 'code' }

/** What the page does when a call finds that nobody is signed in, or that a password or a second factor has to be set first. */
export interface Turned {
  signedOut: (code: string) => void
  setupDue: (screen: 'password' | 'code') => void
}

let csrfToken = ''
let turned: Turned | undefined

export function proveWith(token: string): void {
  csrfToken = token
}

export function onTurned(what: Turned): void {
  turned = what
}

export async function call<T>(method: Method, path: string, body?: unknown, more: Record<string, string> = {}): Promise<T> {
  return noticing(callAs<T>(method, `/api/v1${path}`, body, { credentials: 'same-origin', headers: { ...proof(method), ...more } }))
}

/** Give the service a file. */
export async function send<T>(method: Method, path: string, body: Blob, more: Record<string, string> = {}): Promise<T> {
  return noticing(sendAs<T>(method, `/api/v1${path}`, body, { credentials: 'same-origin', headers: { ...proof(method), ...more } }))
}

const FILE_PATIENCE_MS = 120_000

/** Send a file as it is. */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  return noticing(sent<T>(`/api/v1${path}`, file))
}

async function sent<T>(path: string, file: File): Promise<T> {
  let response: Response
  let text: string
  try {
    response = await fetch(path, {
      method: 'PUT',
      body: file,
      credentials: 'same-origin',
      headers: { 'Content-Type': file.type || 'application/octet-stream', 'X-CSRF-Token': csrfToken },
      signal: AbortSignal.timeout(FILE_PATIENCE_MS),
    })
    text = await response.text()
  } catch {
    throw new Unreachable()
  }
  return understood<T>(response.status, text)
}

/** Have the browser keep a file of the service. */
export async function download(path: string): Promise<void> {
  const { body, name } = await noticing(fileOf(`/api/v1${path}`))
  keep(body, name)
}

function proof(method: Method): Record<string, string> {
  const headers: Record<string, string> = method === 'GET' || !csrfToken ? {} : { 'X-CSRF-Token': csrfToken }
  if (isUnattended()) headers['X-Background'] = '1'
  return headers
}

async function noticing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (fault) {
    if (fault instanceof Refusal && SIGNED_OUT.has(fault.code)) turned?.signedOut(fault.code)
    const due = fault instanceof Refusal ? SETUP_DUE[fault.code] : undefined
    if (due) turned?.setupDue(due)
    throw fault
  }
}

/** An address with what is asked of it; what is empty is left out. */
export function asked(path: string, query: Record<string, string | number | boolean | null | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `${path}?${text}` : path
}
