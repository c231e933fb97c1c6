/** Opened by a link of the WeChat account: whose page it is, and what is to be shown. The ticket stands behind the #, which no server sees. */

import { itemName } from '../api/centre'
import { enter, lastCase, say } from './conversation'
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
  item: string
  number: string
}

const NOTHING: Entrance = { ticket: '', opens: '', item: '', number: '' }

/** What an address asks for; null where it is none of the account's. */
export function entranceIn(hash: string): Entrance | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''))
  const [ticket = '', opens = '', item = '', number = ''] = ['t', 'open', 'item', 'case'].map((name) => asked.get(name) ?? '')
  return ['t', 'open', 'item'].some((name) => asked.has(name)) ? { ticket, opens, item, number: /^\d{12}$/.test(number) ? number : '' } : null
}

/** Take over the conversation before anything else is asked, so that nothing of an earlier one is shown. */
export async function enterByLink(): Promise<Entrance> {
  const asked = entranceIn(window.location.hash)
  if (!asked) return NOTHING
  window.history.replaceState(window.history.state, '', window.location.pathname)
  if (asked.ticket) await enter(asked.ticket)
  return asked
}

/** Once the conversation is here: the sheet that the link was made for, or the item that it names. */
export async function showAsked({ opens, item, number }: Entrance): Promise<void> {
  const sheet = SHEETS[opens]
  if (/^[\w.-]{1,120}$/.test(item)) await itemName(item).then(say, () => undefined) // an item that is gone opens nothing
  if (sheet) openSheet(sheet, sheet === 'progress' ? { number: number || (lastCase.value?.number ?? '') } : {})
}
