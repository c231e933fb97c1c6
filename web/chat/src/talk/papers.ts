/** How far a paper is, in words with a tone. */

import type { Finding, Slot, StoredFile } from '../api/types'
import type { Underway } from '../state/underway'
import { word } from './words'

export interface Said {
  text: string
  tone: 'good' | 'open' | 'warn' | 'bad'
}

export function slotSaid(slot: Slot): Said {
  if (slot.state === 'empty') return { text: '还没有上传', tone: 'open' }
  if (slot.state === 'checking') return { text: '检查中', tone: 'open' }
  if (slot.state === 'mend') return { text: '请重传', tone: 'bad' }
  if (slot.state === 'doubtful') return { text: '请核对', tone: 'warn' }
  return { text: slot.state === 'passed' ? '预审通过' : '已收到，由窗口核对', tone: slot.state === 'passed' ? 'good' : 'open' }
}

/** Whether it has to be there, in the words of the notice. */
export function need(slot: Slot): string {
  if (!slot.certain) return word('uncertain')
  if (slot.need === '容缺后补') return word('later')
  return slot.need === '非必要' ? word('optional') : word('required')
}

export function underwaySaid({ going, stuck }: Underway): Said {
  return stuck ? { text: `${stuck}个没传上`, tone: 'warn' } : { text: `正在传${going}个`, tone: 'open' }
}

export function fileSaid(file: StoredFile): Said {
  const { state, position, findings } = file.check
  if (state === 'queued') return { text: position && position > 1 ? `排第${position}位` : '马上检查', tone: 'open' }
  if (state === 'checking') return { text: '检查中', tone: 'open' }
  if (state === 'off') return { text: '已上传', tone: 'good' }
  if (findings.some((finding) => finding.severity === 'mend')) return { text: '请重传', tone: 'bad' }
  if (findings.length) return { text: '请核对', tone: 'warn' }
  return file.recognised ? { text: '通过', tone: 'good' } : { text: '已收到', tone: 'open' }
}

/** Where a file stands after the submission: what was submitted stays, and a later one may stand for it. Empty before. */
export function standingSaid(file: StoredFile, slot: Slot): string {
  const replaced = slot.files.findIndex((one) => one.id === file.replaces)
  if (replaced >= 0) return `代替第${replaced + 1}张`
  if (!slot.open || file.removable) return ''
  return isReplaced(file, slot) ? '已交，有新的' : '已交'
}

/** The files that can be put in order; those that were submitted come before them and keep their places. */
export function movable(slot: Slot): string[] {
  return slot.files.filter((file) => file.removable).map((file) => file.id)
}

/** Whether a better photo may come in the place of a file; what was submitted stays beside it and needs room. */
export function replaceable(file: StoredFile, slot: Slot): boolean {
  return slot.open && !isReplaced(file, slot) && (file.removable || slot.room > 0)
}

function isReplaced(file: StoredFile, slot: Slot): boolean {
  return slot.files.some((one) => one.replaces === file.id)
}

export interface Remark {
  /** Of which file, from 1; null for the material as a whole. */
  file: number | null
  finding: Finding
}

/** Everything that was found, what is to be mended first. */
export function remarks(slot: Slot): Remark[] {
  const all: Remark[] = [
    ...slot.findings.map((finding) => ({ file: null, finding })),
    ...slot.files.flatMap((file, at) => file.check.findings.map((finding) => ({ file: at + 1, finding }))),
  ]
  return [...all.filter((one) => one.finding.severity === 'mend'), ...all.filter((one) => one.finding.severity !== 'mend')]
}

/** A finding with the file that it is about, where there are several. */
export function remarkText(remark: Remark, slot: Slot): string {
  return remark.file && slot.files.length > 1 ? `第${remark.file}张：${remark.finding.say}` : remark.finding.say
}

/** The order after one file takes the place of another. */
export function moved(files: string[], from: number, to: number): string[] {
  const order = [...files]
  const [taken] = order.splice(from, 1)
  if (taken !== undefined) order.splice(to, 0, taken)
  return order
}
