/** Talks in words. */

import type { TalkEntry, TalkLine } from '../api/types'

const SPEAKERS: Record<TalkLine['speaker'], string> = { applicant: '办事人', assistant: '办事助手', officer: '工作人员', notice: '系统' }

export function speaker(line: TalkLine): string {
  return line.speaker === 'officer' ? line.name : SPEAKERS[line.speaker]
}

/** How long somebody has waited: 40秒, 3分钟. */
export function waited(since: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(since)) / 1000))
  return seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分钟`
}

/** Whether it is nearly too late: two thirds of the time have gone by. */
export function isLate(entry: TalkEntry, waitMin: number, now: number): boolean {
  return now - Date.parse(entry.waits_since) > waitMin * 40_000
}

export function named(entry: TalkEntry): string {
  return entry.item || '还没有说办什么'
}

/** What may be worth keeping of a talk: the officer's last answer and what was asked before it. */
export function lastAnswer(lines: TalkLine[]): { question: string; answer: string } {
  const at = lines.map((line) => line.speaker).lastIndexOf('officer')
  const before = lines.slice(0, Math.max(at, 0)).filter((line) => line.speaker === 'applicant')
  return { question: before.at(-1)?.text ?? '', answer: lines[at]?.text ?? '' }
}

/** What was taken out of what somebody wrote. */
export function removedText(removed: string[]): string {
  return removed.length ? `刚写的话里的${removed.join('、')}已经隐去，没有发出去，也没有存。` : ''
}
