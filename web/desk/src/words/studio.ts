/** How a test is told: shares as percents, what the encoder did, where a conversation is split into its turns. */

import { Refusal, sentence } from '../api/http'
import type { ConversationCheck, RehearsedTurn, ReleaseLine, SaidGroup } from '../api/types'

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** The lines of the box, each a message of the applicant; empty ones are nothing. */
export function turnsIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

export function encoderSaid(turn: RehearsedTurn): string {
  if (turn.settled) return '光凭字面已经定了，没有问知识库和编码器'
  return turn.encoder.length ? `问了编码器：${turn.encoder.map((one) => `「${one}」`).join('、')}` : '没有问编码器，字面已经够了'
}

const CARDS: Record<string, string> = {
  answer: '问答', appointment: '预约', case: '办件编号', case_known: '办件', elsewhere: '别处办的事', error: '出错', handover: '转人工', items: '选事项',
  notice: '告知单', progress: '办件进度', question: '情形问题', remarks: '预审提示', slots: '预约时间', submitted: '已提交', talk: '人工对话',
}

/** What the page draws beside the words; kinds without a name keep their code. */
export function cardName(kind: string): string {
  return CARDS[kind] ?? kind
}

/** A refusal with everything that it lists, a line each. */
export function allSaid(error: unknown): string {
  const faults: unknown = error instanceof Refusal ? error.document.faults : undefined
  return Array.isArray(faults) && faults.length ? [sentence(error), ...faults.map(String)].join('\n') : sentence(error)
}

/** How often something was said this week against the week before. */
export function trend(group: SaidGroup): string {
  if (group.lately > group.earlier) return `近7天${group.lately}次，比前7天多${group.lately - group.earlier}次`
  if (group.lately < group.earlier) return `近7天${group.lately}次，比前7天少${group.earlier - group.lately}次`
  return `近7天${group.lately}次，和前7天一样`
}

/** What a release is about: what was noted, or to which it went back. */
export function releaseName(one: ReleaseLine): string {
  const back = one.restores ? `退回到第${one.restores}版` : ''
  return [back, one.note].filter(Boolean).join('：')
}

/** What the last answer of a test would be known by: the likeliest thing that it names. */
export function suggestedWords(turn: RehearsedTurn): string {
  const shown = [turn.reply.text, ...turn.reply.options.map((one) => one.label)].join('\n')
  return turn.heard.find((one) => shown.includes(one.name))?.name ?? ''
}

/** Plain words of the form as the checks of a kept conversation, which are regular expressions. */
export function checksOf(wanted: { has: string; lacks: string }[]): ConversationCheck[] {
  return wanted.flatMap(({ has, lacks }, turn) => {
    const [all, none] = [has, lacks].map((words) => words.split(/\s+/).filter(Boolean).map(escaped))
    return all!.length || none!.length ? [{ turn, ...(all!.length && { all }), ...(none!.length && { none }) }] : []
  })
}

export function checkLine(check: ConversationCheck, turns: string[]): string {
  const said = turns.at(check.turn ?? -1) ?? ''
  const parts: [string, string[] | null | undefined][] = [['要有', check.all], ['至少有一样', check.any], ['不能有', check.none], ['卡片是', check.card?.map(cardName)]]
  return `「${said}」的回答${parts.filter(([, words]) => words?.length).map(([what, words]) => `${what}${words!.map((one) => `「${plain(one)}」`).join('、')}`).join('，')}`
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function plain(pattern: string): string {
  return pattern.replace(/\\([.*+?^${}()|[\]\\])/g, '$1')
}
