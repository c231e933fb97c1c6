import { call } from './http'
import type { Account, AccountMade, Role, TokenMade } from './types'

/** What an account is to be: department, windows and roles by their ids. */
export interface Place {
  department: string
  windows: string[]
  roles: string[]
}

export async function readAccounts(): Promise<Account[]> {
  return (await call<{ accounts: Account[] }>('GET', '/staff/accounts')).accounts
}

export async function readRoles(): Promise<Role[]> {
  return (await call<{ roles: Role[] }>('GET', '/staff/roles')).roles
}

export function addAccount(name: string, place: Place): Promise<AccountMade> {
  return call('POST', '/staff/accounts', { name, ...place })
}

export function changeAccount(id: string, place: Place): Promise<Account> {
  return call('PATCH', `/staff/accounts/${id}`, place)
}

export function setActive(id: string, active: boolean): Promise<Account> {
  return call('PUT', `/staff/accounts/${id}/active`, { active })
}

/** A token for a program, seen this once. */
export function addToken(id: string, name: string, days: number | null): Promise<TokenMade> {
  return call('POST', `/staff/accounts/${id}/tokens`, { name, ...(days ? { days } : {}) })
}

export function revokeToken(id: string, token: string): Promise<void> {
  return call('DELETE', `/staff/accounts/${id}/tokens/${token}`)
}

/** Another one-time password, seen this once. */
export async function resetPassword(id: string): Promise<string> {
  return (await call<{ password: string }>('POST', `/staff/accounts/${id}/password`)).password
}
