/** The acts of a case, as its page offers them. */

import type { OutgoingText, PageAct } from '../api/types'

/** All reasons of an act that cannot be done; empty where it can. */
export function whyNot(offer: PageAct | undefined): string {
  return offer?.possible ? '' : (offer?.reasons.map((reason) => reason.say).join('') ?? '')
}

/** The acts that lead a case on, in the order of the procedure. */
const LEADING = new Set(['receive', 'accept', 'review', 'approve', 'decide', 'issue', 'deliver'])
export const CORRECTION = 'request_correction'

/** What is done next as a rule: the correction while there is something to correct, else what leads on. */
export function nextAct(offers: PageAct[], toCorrect: number): string {
  const possible = offers.filter((offer) => offer.possible)
  if (toCorrect && possible.some((offer) => offer.act === CORRECTION)) return CORRECTION
  return possible.find((offer) => LEADING.has(offer.act))?.act ?? ''
}

/** To whom a text goes. */
export function textTitle(text: OutgoingText): string {
  return text.kind === 'message' ? '申请人会收到' : `会留下文书：${text.title}`
}
