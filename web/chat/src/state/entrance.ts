/** Opened by a link of the WeChat account: whose page it is, and what is to be shown. The ticket stands behind the #, which no server sees. */

import { enter, lastCase } from './conversation'
import { openSheet, type SheetName } from './sheets'

const SHEETS: Record<string, SheetName> = {
  form: 'form',
  notice: 'overview',
  materials: 'materials',
  progress: 'progress',
  slots: 'appointment',
}

interface Entrance {
  ticket: string
  opens: string
}

/** What an address asks for; null where it is none of the account's. */
export function entranceIn(hash: string): Entrance | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''))
  const [ticket, opens] = [asked.get('t') ?? '', asked.get('open') ?? '']
  return asked.has('t') || asked.has('open') ? { ticket, opens } : null
}

/** Take over the conversation before anything else is asked, so that nothing of an earlier one is shown. */
export async function enterByLink(): Promise<string> {
  const asked = entranceIn(window.location.hash)
  if (!asked) return ''
  window.history.replaceState(window.history.state, '', window.location.pathname)
  if (asked.ticket) await enter(asked.ticket)
  return asked.opens
}

/** Once the conversation is here: the sheet that the link was made for. */
export function showAsked(opens: string): void {
  const sheet = SHEETS[opens]
  if (sheet) openSheet(sheet, sheet === 'progress' ? { number: lastCase.value?.number ?? '' } : {})
}
