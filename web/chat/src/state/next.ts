/** What comes next here, and how it is done. */

import { computed, nextTick } from 'vue'

import { nextOf } from '../talk/next'
import { conversation, lastCase, say } from './conversation'
import { draft, noticeInForce } from './intake'
import { papersOf } from './papers'
import { closeSheet, open, openSheet } from './sheets'

export const next = computed(() => nextOf(draft.intake, noticeInForce.value?.content ?? null, lastCase.value?.number ?? null))

/** Take the step. Sheets close before the talk goes on. */
export async function goOn(): Promise<void> {
  const act = next.value?.act
  if (act === 'progress') openSheet('progress', { number: lastCase.value?.number ?? '' })
  else if (act === 'form') openSheet('form')
  else if (act === 'materials') openSheet(papersOf(draft.intake?.id) ? 'materials' : 'notice')
  else if (act) await inTheTalk(act === 'submit' ? '提交申请' : '继续')
}

/** What waits for an answer is shown where it stands; what was talked away is said again. */
async function inTheTalk(words: string): Promise<void> {
  if (open.value) closeSheet()
  await nextTick()
  const asked = conversation.exchanges.at(-1)?.messages.at(-1)?.custom?.kind
  if (asked !== 'question') return void (await say(words))
  const rows = document.querySelectorAll<HTMLElement>('.exchange:last-of-type .options button')
  rows[0]?.scrollIntoView({ block: 'center' })
  rows[0]?.focus({ preventScroll: true })
}
