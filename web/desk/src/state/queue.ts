/** The rows of the queue: read page by page as they come into sight, and again when something has changed. */

import { reactive } from 'vue'

import { sentence } from '../api/http'
import { PAGE, readQueue, type Filter } from '../api/queue'
import type { DeskCaseEvent, QueueLine } from '../api/types'

interface Rows {
  lines: QueueLine[]
  next: string | null
  /** The first page is on its way and nothing is shown yet. */
  loading: boolean
  more: boolean
  fault: string
}

export const rows = reactive<Rows>({ lines: [], next: null, loading: false, more: false, fault: '' })

let filter: Filter = {}
/** Answers to a question that is no longer asked are left alone. */
let turn = 0

/** Another question: the old rows go. */
export async function ask(wanted: Filter): Promise<void> {
  filter = wanted
  Object.assign(rows, { lines: [], next: null, loading: true })
  await refresh(0)
}

/**
 * Read what is in sight again, from the top.
 * @param last The row that is lowest in sight; what is below it is read when it is wanted.
 */
export async function refresh(last: number): Promise<void> {
  const mine = ++turn
  const lines: QueueLine[] = []
  let next: string | null = null
  try {
    do {
      const page = await readQueue(filter, next)
      if (mine !== turn) return
      lines.push(...page.cases)
      next = page.next
    } while (next && lines.length <= last)
    Object.assign(rows, { lines, next, fault: '' })
  } catch (error) {
    if (mine === turn) rows.fault = sentence(error)
  } finally {
    if (mine === turn) Object.assign(rows, { loading: false, more: false })
  }
}

/** The rows below, before they come into sight. */
export async function reach(last: number): Promise<void> {
  if (!rows.next || rows.more || rows.loading || last < rows.lines.length - PAGE / 2) return
  const mine = turn
  rows.more = true
  try {
    const page = await readQueue(filter, rows.next)
    if (mine !== turn) return
    rows.lines.push(...page.cases)
    rows.next = page.next
    rows.fault = ''
  } catch (error) {
    if (mine === turn) rows.fault = sentence(error)
  } finally {
    if (mine === turn) rows.more = false
  }
}

/**
 * Take over what is told of a case.
 * @returns Whether that was all: a case that is not in sight, or that was acted on, has to be read.
 */
export function takeNews(event: DeskCaseEvent, account: string): boolean {
  const line = rows.lines.find((one) => one.number === event.number)
  if (!line || line.version !== event.version) return false
  const others = event.looking.map((id, at) => ({ account: id, name: event.looking_names[at] ?? id })).filter((one) => one.account !== account)
  line.looking = others
  line.claimed_by = event.claimed_by ? { account: event.claimed_by, name: event.claimed_name, since: line.claimed_by?.since ?? '', mine: event.claimed_by === account } : null
  return true
}
