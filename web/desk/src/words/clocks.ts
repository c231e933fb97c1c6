/** How near a date is, in a tone beside its words. */

import type { Clock } from '../api/types'

export type Tone = 'good' | 'warn' | 'bad' | 'open'

const NEAR_DAYS = 3

/** A day of the centre, as ``2026-11-27``. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)
}

export function clockTone(clock: Clock, day: string): Tone {
  if (clock.state === 'missed') return 'bad'
  if (clock.state !== 'running' || !clock.due) return 'open'
  if (clock.due < day) return 'bad'
  return daysBetween(day, clock.due) <= NEAR_DAYS ? 'warn' : 'good'
}

/** The clocks that still count or were missed, the nearest first. */
export function clocksThatMatter(clocks: Clock[]): Clock[] {
  const counting = clocks.filter((clock) => ['running', 'paused', 'missed'].includes(clock.state))
  return counting.sort((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'))
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
