/** The case that is open: read, read again when others change it, and acted on. */

import { reactive } from 'vue'

import { doAct, readCase, readPapers, readTransitions } from '../api/cases'
import { Refusal, sentence } from '../api/http'
import type { DeskCase, Slot, Transitions } from '../api/types'
import { changes } from '../words/changes'

interface OpenCase {
  desk: DeskCase | null
  slots: Slot[]
  table: Transitions | null
  fault: string
  /** What others changed since the page was read, as sentences; the page shows the new state already. */
  changed: string[]
}

export const opened = reactive<OpenCase>({ desk: null, slots: [], table: null, fault: '', changed: [] })

export async function open(number: string): Promise<void> {
  Object.assign(opened, { desk: null, slots: [], fault: '', changed: [] })
  try {
    const [desk, papers, table] = await Promise.all([readCase(number), readPapers(number), opened.table ?? readTransitions()])
    Object.assign(opened, { desk, slots: papers.slots, table })
  } catch (error) {
    opened.fault = sentence(error)
  }
}

/** Show the case as it is now, and say what others did to it. */
export async function follow(): Promise<void> {
  const before = opened.desk
  if (!before) return
  const [now, papers] = await Promise.all([readCase(before.number), readPapers(before.number)])
  if (opened.desk !== before) return // acted on from here meanwhile
  if (now.version !== before.version) opened.changed = [...opened.changed, ...changes(before, now)]
  Object.assign(opened, { desk: now, slots: papers.slots })
}

/**
 * Do an act on the case as it is shown.
 * @throws Refusal with the service's sentence. Where somebody else was quicker, the page shows the new state and what was typed stays.
 */
export async function perform(act: string, role: string, data: Record<string, unknown>): Promise<void> {
  const desk = opened.desk
  if (!desk) return
  try {
    opened.desk = await doAct(desk.number, act, desk.version, role, data)
    opened.changed = []
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) await follow()
    throw error
  }
}
