import { call } from './http'
import type { Account, AccountMade, Role } from './types'

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

/** Another one-time password, seen this once. */
export async function resetPassword(id: string): Promise<string> {
  return (await call<{ password: string }>('POST', `/staff/accounts/${id}/password`)).password
}
