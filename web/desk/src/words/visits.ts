/** How visits are said. */

import type { Visit } from '../api/types'

export const MARKS: Record<Visit['marks'][number], string> = { arrive: '签到', call: '叫号', miss: '没有来', undo: '退回一步' }

const TONES: Record<string, string> = { arrived: 'warn', called: 'good', missed: 'bad' }

export function visitTone(state: string): string {
  return TONES[state] ?? ''
}

/** ``约了6个，来了2个，叫了1个，没有来1个``; what is none is left out. */
export function visitCounts(visits: Pick<Visit, 'state'>[]): string {
  const count = (...states: string[]): number => visits.filter((one) => states.includes(one.state)).length
  const said: [string, number][] = [['约了', visits.length], ['在等', count('arrived')], ['叫过', count('called')], ['没有来', count('missed')]]
  return said.filter(([, number]) => number).map(([word, number]) => `${word}${number}个`).join('，')
}
