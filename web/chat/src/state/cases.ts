/** Cases that were submitted from this device, and the drafts they came from: by these the page may ask without the phone. */

import type { Exchange, Receipt, Whose } from '../api/types'
import { kept } from './storage'

const KEPT = 20

/** Case number to draft. */
let drafts = kept.read<Record<string, string>>('cases') ?? {}

/** Ends of phones given for other cases; gone with the page. */
const tails: Record<string, string> = {}

/** The draft that is being filled, so that a receipt that comes after a reload still finds it. */
export function rememberDraft(intake: string): void {
  kept.write('draft', intake)
}

/** Receipts that have just come belong to the draft that was open. */
export function rememberCases(news: Exchange[]): void {
  drafts = { ...kept.read<Record<string, string>>('cases'), ...drafts } // another tab may have submitted
  const draft = kept.read<string>('draft')
  const receipts = news.flatMap((exchange) => exchange.messages.map((message) => message.custom)).filter((card) => card?.kind === 'case') as Receipt[]
  if (!draft || !receipts.length) return
  for (const receipt of receipts) {
    for (const number of [receipt.number, ...(receipt.parts ?? []).map((part) => part.number)]) drafts[number] ??= draft
  }
  drafts = Object.fromEntries(Object.entries(drafts).slice(-KEPT))
  kept.write('cases', drafts)
  kept.write('draft', null)
}

export function draftOf(number: string): string {
  return drafts[number] ?? ''
}

export function hasSubmitted(draft: string): boolean {
  return Object.values(drafts).includes(draft)
}

/** How this device may ask about a case; null where the end of the phone is needed. */
export function whose(number: string): Whose | null {
  if (tails[number]) return { number, phone_tail: tails[number] }
  return drafts[number] ? { number, intake: drafts[number] } : null
}

export function rememberTail(number: string, tail: string): void {
  tails[number] = tail
}

/** What was remembered does not open the case. */
export function forgetCase(number: string): void {
  delete tails[number]
  delete drafts[number]
  kept.write('cases', drafts)
}

export function forgetCases(): void {
  drafts = {}
  for (const number of Object.keys(tails)) delete tails[number]
  kept.write('cases', null)
  kept.write('draft', null)
}

/** Numbers of the cases of this device, the newest first, with the drafts they came from. */
export function casesHere(): { number: string; draft: string }[] {
  return Object.entries(drafts)
    .map(([number, draft]) => ({ number, draft }))
    .reverse()
}
