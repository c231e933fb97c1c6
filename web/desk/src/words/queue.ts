/** How a row of the queue is said. */

import { shortDay } from 'intake-shared/dates'

import type { QueueClock, QueueLine } from '../api/types'

const ANSWERED_BY_SILENCE = new Set(['answer', 'correction'])

/** The clock of the answer, or of the correction that it waits for; and that of the decision. */
export function twoClocks(line: QueueLine): { answer: QueueClock | null; decision: QueueClock | null } {
  const answer = line.clocks.find((clock) => ANSWERED_BY_SILENCE.has(clock.code)) ?? null
  const decision = line.clocks.find((clock) => !ANSWERED_BY_SILENCE.has(clock.code)) ?? null
  return { answer, decision }
}

/** The colour of the nearer of them. */
export function nearest(line: QueueLine): QueueClock['colour'] | 'none' {
  return line.clocks[0]?.colour ?? 'none'
}

export function clockSaid(clock: QueueClock | null): string {
  if (!clock) return ''
  const about = clock.code === 'correction' ? '等补正，' : ''
  return `${about}${clock.left}${clock.due ? ` ${shortDay(clock.due)}` : ''}`
}

/** Who works on it or looks at it. */
export function whoSaid(line: QueueLine): string {
  const holder = line.claimed_by ? (line.claimed_by.mine ? '我在办' : `${line.claimed_by.name}在办`) : ''
  const eyes = line.looking.map((one) => one.name).join('、')
  return [holder, eyes && `${eyes}在看`].filter(Boolean).join('，')
}
