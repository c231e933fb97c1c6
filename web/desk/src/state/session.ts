/** Who is signed in. */

import { computed, ref } from 'vue'

import * as api from '../api/session'
import { proveWith, Refusal } from '../api/http'
import type { Session } from '../api/types'
import { forgetDraftsOfOthers } from './drafts'

export const session = ref<Session | null>(null)

/** Why the last session is over, where it did not end by signing out. */
export const lost = ref('')

export const roles = computed(() => new Set(session.value?.roles.map((role) => role.role)))
/** What has to be done before anything else: a password of one's own, then the second factor; empty where nothing has. */
export const first = computed(() => (session.value?.must_change_password ? 'password' : session.value?.code === 'due' ? 'code' : ''))

export const handlesCases = computed(() => ['window', 'reviewer', 'approver', 'supervisor'].some((role) => roles.value.has(role)))

let asking: Promise<void> | null = null

/** Ask once who is signed in; nobody is an answer too. */
export function known(): Promise<void> {
  asking ??= api.whoAmI().then(
    (found) => take(found),
    (fault: unknown) => {
      asking = null
      if (!(fault instanceof Refusal && fault.status === 401)) throw fault
    },
  )
  return asking
}

export async function signIn(account: string, password: string, code: string): Promise<void> {
  take(await api.signIn(account, password, code))
}

export async function changePassword(old: string, fresh: string): Promise<void> {
  take(await api.changePassword(old, fresh))
}

export async function confirmCodes(code: string): Promise<void> {
  take(await api.confirmCodes(code))
}

export async function switchCodesOff(password: string): Promise<void> {
  take(await api.switchCodesOff(password))
}

export async function signOut(): Promise<void> {
  await api.signOut()
  forgetSession('')
}

/** Nobody is signed in any more; what was typed stays in the drafts. */
export function forgetSession(code: string): void {
  lost.value = session.value ? code : ''
  session.value = null
  asking = null
  proveWith('')
}

function take(found: Session): void {
  session.value = found
  lost.value = ''
  asking = Promise.resolve()
  proveWith(found.csrf_token)
  forgetDraftsOfOthers(found.account)
}
