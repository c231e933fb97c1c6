/** What was said, in the order in which it was said: by the applicant and the assistant, and by officers. */

import type { Exchange, OfficerLine } from '../api/types'

export type Item = { kind: 'exchange'; key: string; exchange: Exchange; at: number } | { kind: 'line'; key: string; line: OfficerLine; at: number }

export function inOrder(exchanges: Exchange[], lines: OfficerLine[]): Item[] {
  const said: Item[] = exchanges.map((exchange) => ({ kind: 'exchange', key: exchange.id, exchange, at: exchange.at }))
  const heard: Item[] = lines.map((line) => ({ kind: 'line', key: `line-${line.id}`, line, at: Date.parse(line.at) / 1000 }))
  return [...said, ...heard].sort((one, other) => one.at - other.at)
}
