/** What was uploaded for each material, intake by intake. */

import { reactive, watch } from 'vue'

import { Refusal } from '../api/http'
import type { Slot, SlotList } from '../api/types'
import { slotsOf } from '../api/uploads'
import { draft, learnDeclared, noticeInForce } from './intake'

const lists = reactive<Record<string, SlotList>>({})
const timers: Record<string, number> = {}

/** The slots of an intake; null where the service takes no uploads or has not answered yet. */
export function papersOf(intake: string | undefined): SlotList | null {
  return (intake && lists[intake]) || null
}

export function slotOf(intake: string | undefined, material: string): Slot | null {
  return papersOf(intake)?.slots.find((slot) => slot.id === material) ?? null
}

/**
 * Ask how things stand, and again while a pre-check runs.
 * @throws Refusal, Unreachable
 */
export async function refreshPapers(intake: string): Promise<void> {
  try {
    lists[intake] = await slotsOf(intake)
  } catch (fault) {
    if (fault instanceof Refusal) delete lists[intake]
    throw fault
  } finally {
    again(intake)
  }
}

/** The same where nobody waits for it: what is shown stays until the next answer. */
export async function refreshPapersQuietly(intake: string): Promise<void> {
  await refreshPapers(intake).catch(() => undefined)
}

/** A slot as a change has left it. */
export function takeSlot(intake: string, slot: Slot): void {
  const list = lists[intake]
  if (!list) return
  list.slots = list.slots.map((one) => (one.id === slot.id ? slot : one))
  void learnDeclared(intake, slot.id, slot.declared)
  if (slot.state === 'checking') again(intake, list.poll_after_ms ?? FIRST_POLL_MS)
}

export function forgetPapers(): void {
  for (const intake of Object.keys(lists)) {
    clearTimeout(timers[intake])
    delete lists[intake]
  }
}

const FIRST_POLL_MS = 1000

function again(intake: string, after = lists[intake]?.poll_after_ms ?? 0): void {
  clearTimeout(timers[intake])
  if (after) timers[intake] = window.setTimeout(() => void refreshPapersQuietly(intake), after)
}

/** The slots follow the notice, and the findings what the applicant states of themselves. */
const wanted = (): string => {
  const intake = draft.intake
  return noticeInForce.value && intake?.state === 'open' ? JSON.stringify([intake.id, intake.notice, intake.contact]) : ''
}

watch(wanted, (now) => now && draft.intake && void refreshPapersQuietly(draft.intake.id))

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') for (const intake of Object.keys(lists)) void refreshPapersQuietly(intake)
})
