/** News of the desk as it happens: told by the service, and asked for when it cannot be heard. */

import { onBeforeUnmount, onMounted, ref } from 'vue'

import type { DeskCaseEvent, DeskCounts, DeskTalksEvent } from '../api/types'
import { takeCounts } from './summary'

const CLOSING_PAUSE_MS = 5000
const ASK_AGAIN_MS = 20_000

/** Told each case that is new or has changed; null when anything may have. */
type Listener = (event: DeskCaseEvent | null) => void

const listeners = new Set<Listener>()

/** Told of talks with applicants; null when anything may have changed. The frame of the desk keeps the stream open. */
type TalkListener = (event: DeskTalksEvent | null) => void

const talkListeners = new Set<TalkListener>()

/** Cases that came in while the desk was open and have not been looked for yet. */
export const fresh = ref(new Set<string>())

let stream: EventSource | null = null
let connecting = 0
let asking = 0

/** Listen for as long as the screen is there. */
export function onNews(listener: Listener): void {
  onMounted(() => {
    listeners.add(listener)
    if (listeners.size === 1) begin()
  })
  onBeforeUnmount(() => {
    listeners.delete(listener)
    if (!listeners.size) cease()
  })
}

/** Listen for talks as long as the screen is there. */
export function onTalks(listener: TalkListener): void {
  onMounted(() => talkListeners.add(listener))
  onBeforeUnmount(() => talkListeners.delete(listener))
}

function begin(): void {
  hear()
  asking = window.setInterval(() => stream?.readyState !== EventSource.OPEN && document.visibilityState === 'visible' && tell(null), ASK_AGAIN_MS)
}

function hear(): void {
  stream = new EventSource('/api/v1/desk/events')
  stream.addEventListener('case', (event) => heard(read<DeskCaseEvent>(event)))
  stream.addEventListener('counts', (event) => takeCounts(read<DeskCounts>(event)))
  stream.addEventListener('talks', (event) => tellOfTalks(read<DeskTalksEvent>(event)))
  stream.addEventListener('reload', () => tell(null))
  stream.addEventListener('end', (event) => again(read<{ reason: string }>(event).reason === 'closing' ? CLOSING_PAUSE_MS : 0))
  stream.onerror = () => stream?.readyState === EventSource.CLOSED && again(ASK_AGAIN_MS) // else the browser connects again by itself
}

function again(pause: number): void {
  stream?.close()
  clearTimeout(connecting)
  connecting = window.setTimeout(hear, pause)
}

function heard(event: DeskCaseEvent): void {
  if (event.new) fresh.value = new Set([...fresh.value, event.number])
  tell(event)
}

function tell(event: DeskCaseEvent | null): void {
  listeners.forEach((listener) => listener(event))
  if (!event) tellOfTalks(null)
}

function tellOfTalks(event: DeskTalksEvent | null): void {
  talkListeners.forEach((listener) => listener(event))
}

function read<T>(event: Event): T {
  return JSON.parse((event as MessageEvent<string>).data) as T
}

function cease(): void {
  stream?.close()
  clearTimeout(connecting)
  clearInterval(asking)
}
