/** A person in the talk: what officers say, fetched for as long as one is waited for or speaks. Lines have numbers, so none is lost or shown twice. */

import { reactive, watch } from 'vue'

import * as chat from '../api/chat'
import { Refusal } from '../api/http'
import type { Card, OfficerLine, Schemas } from '../api/types'
import { cards, conversation } from './conversation'

const ASK_AGAIN_MS = 3000
const HIDDEN_MS = 15_000

interface State {
  state: Schemas['TalkHeard']['state']
  lines: OfficerLine[]
}

export const person: State = reactive({ state: 'none', lines: [] })

let timer = 0
let asking = false
/** Whose lines these are. */
let token: string | null = null

/** Follow what officers say from now on: the conversation asks for one, or has asked before a reload. */
export function followPerson(): void {
  watch(() => [conversation.token, cards.value.filter(asksForOne).length] as const, ([, asked]) => {
    if (conversation.token !== token) reset()
    if (asked) void ask()
  }, { immediate: true })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && isOpen() && void ask())
}

export function isOpen(): boolean {
  return person.state === 'waiting' || person.state === 'held'
}

function asksForOne(card: Card): boolean {
  return card.kind === 'talk' || (card.kind === 'handover' && !!card.talk)
}

function reset(): void {
  clearTimeout(timer)
  token = conversation.token
  person.state = 'none'
  person.lines = []
}

async function ask(): Promise<void> {
  clearTimeout(timer)
  const whose = token
  if (!whose || asking) return
  asking = true
  try {
    take(whose, await chat.heard(whose, person.lines.at(-1)?.id ?? 0))
  } catch (fault) {
    if (fault instanceof Refusal && fault.status === 404) person.state = 'none' // the conversation is gone
    // else the next look finds what this one has missed
  } finally {
    asking = false
  }
  if (token === whose && isOpen()) timer = window.setTimeout(() => void ask(), document.visibilityState === 'visible' ? ASK_AGAIN_MS : HIDDEN_MS)
}

function take(whose: string, heard: Schemas['TalkHeard']): void {
  if (whose !== token) return
  const last = person.lines.at(-1)?.id ?? 0
  person.lines.push(...heard.lines.filter((line) => line.id > last))
  person.state = heard.state
}
