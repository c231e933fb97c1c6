/**
 * The conversation: what was said, what is on its way, and what is kept for a reload.
 * The server has the history; the browser keeps a copy, already freed of personal data, to show at once.
 */

import { computed, reactive } from 'vue'

import * as chat from '../api/chat'
import { Refusal, sentence, Unreachable } from '../api/http'
import type { Card, Exchange, Notice, Receipt } from '../api/types'
import { forgetCases, rememberCases } from './cases'
import { rememberChannel } from './channel'
import { newId } from './ids'
import { abandonIntake, refreshIntake } from './intake'
import { kept, tab } from './storage'

/** Answers that take longer than this are announced as slow. */
const SLOW_MS = 3000

/** Copies kept in the browser; the server has the rest. */
const KEPT = 60

interface Outgoing {
  id: string
  text: string
}

interface State {
  token: string | null
  exchanges: Exchange[]
  outgoing: Outgoing | null
  waiting: boolean
  slow: boolean
  loading: boolean
  /** Why the outgoing message was not answered. */
  problem: string
  /** Something to know that belongs to no message. */
  notice: string
}

export const conversation: State = reactive({
  token: kept.read<string>('conversation'),
  exchanges: kept.read<Exchange[]>('exchanges') ?? [],
  outgoing: tab.read<Outgoing>('outgoing'),
  waiting: false,
  slow: false,
  loading: false,
  problem: '',
  notice: '',
})

export const isEmpty = computed(() => !conversation.exchanges.length && !conversation.outgoing)

/** All cards of the conversation, the latest last. */
export const cards = computed<Card[]>(() =>
  conversation.exchanges.flatMap((exchange) => exchange.messages.map((message) => message.custom).filter((card): card is Card => !!card)),
)

export const lastCase = computed<Receipt | null>(() => latest((card) => card.kind === 'case') as Receipt | null)

/** The newest notice that was shown here. */
export const lastNotice = computed<Notice | null>(() => latest((card) => card.kind === 'notice') as Notice | null)

function latest(wanted: (card: Card) => boolean): Card | null {
  return [...cards.value].reverse().find(wanted) ?? null
}

/** Say something. A message that is on its way is finished first, so that a double tap says it once. */
export async function say(text: string): Promise<boolean> {
  const said = text.trim()
  if (!said || conversation.waiting) return false
  conversation.outgoing = { id: newId(), text: said }
  tab.write('outgoing', conversation.outgoing)
  return deliver()
}

/** Send what is outgoing, or send it again under the same name. */
export async function deliver(): Promise<boolean> {
  const outgoing = conversation.outgoing
  if (!outgoing || conversation.waiting) return false
  return attended(async () => {
    const token = conversation.token ?? (await issued())
    add(await chat.send(token, outgoing.id, outgoing.text))
  })
}

/** Go on here with what a one-time code stands for. */
export async function takeOver(code: string): Promise<boolean> {
  conversation.outgoing = { id: newId(), text: `继续 ${code}` }
  return attended(async () => {
    const token = conversation.token ?? (await issued())
    const exchange = await chat.resume(token, conversation.outgoing?.id ?? newId(), code)
    if (exchange.carried_over) conversation.exchanges = await chat.history(token)
    else add(exchange)
  })
}

/** Go on with the conversation of the WeChat account whose link was opened; one that was here before stays on the server. */
export async function enter(ticket: string): Promise<boolean> {
  try {
    const { conversation: token, channel } = await chat.enter(ticket)
    if (token !== conversation.token) startOver('')
    rememberChannel(channel)
    conversation.token = token
    kept.write('conversation', token)
    await refreshIntake(token) // by its draft the page may ask about the cases of this conversation
    return true
  } catch (fault) {
    conversation.notice = conversation.token ? '' : sentence(fault)
    return false
  }
}

/** Drop a message that could not be sent; its text goes back to where it was typed. */
export function takeBack(): string {
  const text = conversation.outgoing?.text ?? ''
  settle()
  return text
}

let tellRestored = (): void => undefined

/** Fulfilled once the page knows how things stand: before that nobody says that there is nothing to do. */
export const restored = new Promise<void>((resolve) => (tellRestored = resolve))

/** After a reload, or when the page is seen again: the server's history, then what was still on its way. */
export async function restore(): Promise<void> {
  if (!conversation.token) return tellRestored()
  conversation.loading = !conversation.exchanges.length
  try {
    const exchanges = await chat.history(conversation.token)
    if (!conversation.waiting) show(exchanges)
    if (exchanges.length) await refreshIntake(conversation.token)
  } catch (fault) {
    if (fault instanceof Refusal && fault.status === 404) startOver('之前的对话已经失效，请重新说一下您要办的事。')
    else conversation.notice = `${sentence(fault)}下面是这台设备上保存的内容。`
  } finally {
    conversation.loading = false
    tellRestored()
  }
  if (conversation.outgoing && !conversation.waiting) await deliver()
}

/** What is said in one tab shows in the others, so that nobody submits from one that has fallen behind. */
let isBehind = false

export function followOtherTabs(): void {
  kept.onChange('exchanges', () => {
    isBehind = true
    void catchUp()
  })
}

async function catchUp(): Promise<void> {
  if (!isBehind || conversation.waiting) return
  isBehind = false
  conversation.token = kept.read<string>('conversation')
  if (conversation.token) await restore()
  else startOver('')
}

/** Forget the conversation, here and on the server. */
export async function forget(): Promise<void> {
  if (conversation.token) await chat.forget(conversation.token)
  startOver('')
}

function startOver(notice: string): void {
  conversation.token = null
  rememberChannel()
  conversation.exchanges = []
  conversation.notice = notice
  settle()
  abandonIntake()
  forgetCases()
  kept.write('conversation', null)
  kept.write('exchanges', null)
}

async function issued(): Promise<string> {
  const token = await chat.begin()
  conversation.token = token
  if (!kept.write('conversation', token)) conversation.notice = '这个浏览器不保存内容，关掉网页后要重新开始。'
  return token
}

async function attended(deliver: () => Promise<void>): Promise<boolean> {
  conversation.waiting = true
  conversation.problem = ''
  const timer = setTimeout(() => (conversation.slow = true), SLOW_MS)
  try {
    await deliver()
    settle()
    conversation.notice = ''
    if (conversation.token) await refreshIntake(conversation.token)
    return true
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'conversation_unknown') {
      const unsaid = conversation.outgoing
      startOver('')
      conversation.outgoing = unsaid
      conversation.problem = '之前的对话已经失效，请再发一次，从这句话重新开始。'
    } else if (fault instanceof Refusal && fault.status < 500) conversation.problem = fault.message
    else conversation.problem = `没有发出去。${fault instanceof Unreachable ? fault.message : sentence(fault)}您说的话还留着。`
    return false
  } finally {
    clearTimeout(timer)
    conversation.waiting = conversation.slow = false
    void catchUp()
  }
}

function settle(): void {
  conversation.outgoing = null
  conversation.problem = ''
  tab.write('outgoing', null)
}

function add(exchange: Exchange): void {
  show([...conversation.exchanges.filter((one) => one.id !== exchange.id), exchange])
}

function show(exchanges: Exchange[]): void {
  const known = new Set(conversation.exchanges.map((exchange) => exchange.id))
  rememberCases(exchanges.filter((exchange) => !known.has(exchange.id)))
  conversation.exchanges = exchanges
  if (exchanges.some((exchange) => exchange.id === conversation.outgoing?.id)) settle()
  kept.write('exchanges', exchanges.slice(-KEPT))
}
