/** How near a date is, in a tone beside its words. */

import type { Clock } from '../api/types'

export type Tone = 'good' | 'warn' | 'bad' | 'open'

/** Working days; the queue's amber begins there too (`knowledge/cases/oversight/supervision.py`). */
const NEAR_DAYS = 2

/** The service counts working days and says them; this desk's own clock may be wrong, so that only the words are read. */
export function clockTone(clock: Pick<Clock, 'state' | 'left'>): Tone {
  if (clock.state === 'missed') return 'bad'
  if (clock.state !== 'running') return 'open'
  const left = /还剩(\d+)/.exec(clock.left)
  if (!left) return 'bad' // today, or past
  return Number(left[1]) <= NEAR_DAYS ? 'warn' : 'good'
}

/** The clocks that still count or were missed, the nearest first. */
export function clocksThatMatter(clocks: Clock[]): Clock[] {
  const counting = clocks.filter((clock) => ['running', 'paused', 'missed'].includes(clock.state))
  return counting.sort((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'))
}
