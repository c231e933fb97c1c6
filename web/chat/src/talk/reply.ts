/**
 * A reply taken apart for showing. Every reply is complete as text, with its options numbered in it; the page shows the options as
 * rows and what a card says as a card, so that nothing is read twice.
 */

import type { Message, Remark } from '../api/types'

export interface Option {
  number: number
  label: string
  /** What the text says of the option in brackets. */
  note: string
  payload: string
}

export interface Laid {
  text: string
  options: Option[]
}

const NUMBERED = /^(\d+) (.+)$/
const MENU = '接下来可以：'

export function lay(message: Message): Laid {
  const lines = beforeCard(message)
  const buttons = [...(message.buttons ?? [])]
  const options: Option[] = []
  const body: string[] = []
  const take = (number: number, shown: string): boolean => {
    const at = buttons.findIndex((button) => shown === button.title || shown.startsWith(`${button.title}（`))
    const button = buttons[at]
    if (!button) return false
    buttons.splice(at, 1)
    options.push({ number, label: button.title, note: inBrackets(shown.slice(button.title.length)), payload: button.payload })
    return true
  }
  for (const line of lines) {
    if (!message.buttons?.length) body.push(line)
    else if (!takeLine(line, options, take)) body.push(line)
  }
  for (const button of buttons) options.push({ number: options.length + 1, label: button.title, note: '', payload: button.payload })
  return { text: body.join('\n').trim(), options }
}

function takeLine(line: string, options: Option[], take: (number: number, shown: string) => boolean): boolean {
  const found = NUMBERED.exec(line)
  if (found && !line.includes('  ')) {
    const [number, shown] = [Number(found[1]), found[2] ?? '']
    if (take(number, shown)) return true
    if (!options.length || number !== options.length + 1) return false
    options.push({ number, label: shown, note: '', payload: shown }) // 不确定, 都不是: said in the text, no button of their own
    return true
  }
  const parts = line.replace(MENU, '').split('  ').map((part) => NUMBERED.exec(part))
  if (parts.length < 2 && !line.startsWith(MENU)) return false
  if (parts.some((part) => !part)) return false
  return parts.filter((part) => take(Number(part?.[1]), part?.[2] ?? '')).length === parts.length
}

function inBrackets(text: string): string {
  return text.startsWith('（') && text.endsWith('）') ? text.slice(1, -1) : ''
}

/** The lines that a card does not show; menus stay, since options are made of them. */
function beforeCard(message: Message): string[] {
  const lines = (message.text ?? '').split('\n')
  const card = message.custom
  if (!card) return lines
  const menu = lines.filter((line) => line.startsWith(MENU))
  if (card.kind === 'notice') return upTo(lines, (line) => line.startsWith('一次性告知单 ')).concat(menu)
  if (card.kind === 'case') return upTo(lines, (line) => line === '已提交。')
  if (card.kind === 'form') return upTo(lines, (line) => /^还差\d+处/.test(line))
  if (card.kind === 'remarks') return lines.filter((line) => !isRemark(line, card.remarks))
  if (card.kind === 'progress') return upTo(lines, (line) => line.includes(`（办件编号${card.number}）：`))
  return lines
}

/** 预审看到2处最好先改 and what they are. */
function isRemark(line: string, remarks: Remark[]): boolean {
  return line.startsWith('预审看到') || remarks.some((one, at) => line === `${at + 1} ${one.name}：${one.say}`)
}

function upTo(lines: string[], isCut: (line: string) => boolean): string[] {
  const at = lines.findIndex(isCut)
  return at < 0 ? lines.filter((line) => !line.startsWith(MENU)) : lines.slice(0, at)
}
