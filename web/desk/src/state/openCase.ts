/** The case that is open: read, read again when others change it, and acted on. */

import { reactive } from 'vue'

import { doAct, previewAct, readActs, readCase, readPapers, readTransitions } from '../api/cases'
import { Refusal, sentence } from '../api/http'
import { readSentences } from '../api/notes'
import type { ActPreview, DeskCase, PageAct, Slot, Transitions } from '../api/types'
import { changes } from '../words/changes'

interface OpenCase {
  desk: DeskCase | null
  slots: Slot[]
  /** In the order of the procedure, those that cannot be done too. */
  acts: PageAct[]
  /** Sentences for a correction, by material. */
  sentences: Record<string, string[]>
  table: Transitions | null
  fault: string
  /** What others changed since the page was read, as sentences; the page shows the new state already. */
  changed: string[]
}

export const opened = reactive<OpenCase>({ desk: null, slots: [], acts: [], sentences: {}, table: null, fault: '', changed: [] })

export async function open(number: string): Promise<void> {
  Object.assign(opened, { desk: null, slots: [], acts: [], sentences: {}, fault: '', changed: [] })
  try {
    const [now, table] = await Promise.all([whole(number), opened.table ?? readTransitions()])
    Object.assign(opened, now, { table })
  } catch (error) {
    opened.fault = sentence(error)
  }
}

/** Show the case as it is now, and say what others did to it. */
export async function follow(): Promise<void> {
  const before = opened.desk
  if (!before) return
  const now = await whole(before.number)
  if (opened.desk !== before) return // acted on from here meanwhile
  if (now.desk.version !== before.version) opened.changed = [...opened.changed, ...changes(before, now.desk)]
  Object.assign(opened, now)
}

/** What the pre-check has found meanwhile, while it is not through. */
export async function followPapers(): Promise<void> {
  const desk = opened.desk
  if (!desk || !opened.slots.some((slot) => slot.state === 'checking')) return
  const papers = await readPapers(desk.number)
  if (opened.desk?.number === desk.number) opened.slots = papers.slots
}

async function whole(number: string): Promise<Pick<OpenCase, 'slots' | 'acts' | 'sentences'> & { desk: DeskCase }> {
  const [desk, papers, { acts }, sentences] = await Promise.all([readCase(number), readPapers(number), readActs(number), readSentences(number)])
  return { desk, slots: papers.slots, acts, sentences }
}

/** What an act would send out as the case is shown now. */
export function preview(offer: PageAct, data: Record<string, unknown>): Promise<ActPreview> {
  return quickly(() => previewAct(opened.desk?.number ?? '', offer.act, opened.desk?.version ?? 0, offer.role, data))
}

/**
 * Do an act on the case as it is shown.
 * @throws Refusal with the service's sentence. Where somebody else was quicker, the page shows the new state and what was typed stays.
 */
export async function perform(offer: PageAct, data: Record<string, unknown>): Promise<void> {
  const { number, version } = opened.desk ?? { number: '', version: 0 }
  opened.desk = await quickly(() => doAct(number, offer.act, version, offer.role, data))
  opened.changed = []
  opened.acts = (await readActs(number)).acts
}

/** Where somebody else was quicker, the page takes over what they did before it says so. */
async function quickly<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) await follow()
    throw error
  }
}
