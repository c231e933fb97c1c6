/** What has happened to a case since somebody read it. */

import { momentText } from 'intake-shared/dates'

import type { DeskCase } from '../api/types'

type Known = Pick<DeskCase, 'log' | 'state_label' | 'materials' | 'version'>

/** Each change as a sentence; empty where nothing has changed that is seen. */
export function changes(before: Known, now: Known): string[] {
  const entries = now.log.slice(before.log.length).map((line) => `${momentText(line.at)}，${line.actor}做了「${line.name}」。`)
  const states = before.state_label === now.state_label ? [] : [`办件从「${before.state_label}」变成「${now.state_label}」。`]
  const kept = new Map(before.materials.map((one) => [one.id, one.state]))
  const papers = now.materials.filter((one) => kept.get(one.id) !== one.state).map((one) => `材料「${one.name}」变成：${paperState(one.state)}。`)
  return [...entries, ...states, ...papers]
}

const STATES: Record<string, string> = { ready: '已备齐', missing: '没有交', later: '后补', promised: '书面承诺' }

export function paperState(state: string): string {
  return STATES[state] ?? state
}
