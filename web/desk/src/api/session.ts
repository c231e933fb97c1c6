import { call } from './http'
import type { CodeOffered, Session, SignInWays } from './types'

export function whoAmI(): Promise<Session> {
  return call('GET', '/session')
}

export function signIn(account: string, password: string, code: string): Promise<Session> {
  return call('POST', '/session', { account, password, ...(code ? { code } : {}) })
}

/** How the staff can sign in here. */
export function readWays(): Promise<SignInWays> {
  return call('GET', '/session/ways')
}

/** No code of the phone any more; asks for the password. */
export function switchCodesOff(password: string): Promise<Session> {
  return call('POST', '/session/totp/off', { password })
}

export function signOut(): Promise<void> {
  return call('DELETE', '/session')
}

export function changePassword(old: string, fresh: string): Promise<Session> {
  return call('PUT', '/session/password', { old, new: fresh })
}

/** Begin to set up the second factor; whoever has one already shows its code. */
export function beginCodes(old: string): Promise<CodeOffered> {
  return call('POST', '/session/totp', old ? { code: old } : {})
}

export function confirmCodes(code: string): Promise<Session> {
  return call('PUT', '/session/totp', { code })
}
