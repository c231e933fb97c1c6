/**
 * A reply as it is shown: what its card or its rows of options show is left out of the words, so that nothing is read twice.
 * Nothing is read out of the words themselves.
 */

import type { Block, Choice, Message, Said } from '../api/types'

export interface Laid {
  /** What is said, and apart from it the question that waits for an answer. */
  text: string
  question: string
  options: Choice[]
}

/** Cards that show what their words say; beside any other card the words are shown as well. */
const TELLING = new Set(['notice', 'case', 'form', 'check', 'progress'])

export function lay(message: Message): Laid {
  const { reply } = message
  if (!reply) return plain(message)
  const shown = reply.blocks.filter(hasWords).filter((block) => !isShownElsewhere(block, message))
  const asked = message.custom?.kind === 'question' ? shown.findIndex((block) => block.asks) : -1
  const [said, question] = asked < 0 ? [shown, []] : [shown.slice(0, asked), shown.slice(asked)]
  return { text: words(said), question: words(question), options: reply.options }
}

/** Kept from a time when replies had no parts: everything that was said, and the buttons. */
function plain({ text = '', buttons = [] }: Message): Laid {
  const options = buttons.map(({ title, payload }, index) => ({ number: index + 1, label: title, note: '', payload }))
  return { text, question: '', options }
}

/** Asked of the words and not of the kind, so that a kind that this page does not know is read all the same. */
function hasWords(block: Block): block is Said {
  return 'text' in block && !!block.text
}

function isShownElsewhere(block: Said, { custom, reply }: Message): boolean {
  if (block.shown_by === 'options') return !!reply?.options.length
  return block.shown_by === 'card' && !!custom && TELLING.has(custom.kind)
}

function words(blocks: Said[]): string {
  return blocks.map((block) => block.text).join('\n')
}
