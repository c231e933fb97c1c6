/** News of the desk as it happens: told by the service, and asked for when it cannot be heard. */

const QUIET_MS = 300
const ASK_AGAIN_MS = 20_000
const EVENTS = ['submitted', 'changed', 'presence', 'counts']

type Listener = () => void

const listeners = new Set<Listener>()
let stream: EventSource | null = null
let asking = 0
let soon = 0

/**
 * Be told that something has changed; several changes at once are told once.
 * @returns How to stop.
 */
export function onNews(listener: Listener): () => void {
  listeners.add(listener)
  if (listeners.size === 1) listen()
  return () => {
    listeners.delete(listener)
    if (!listeners.size) hush()
  }
}

function listen(): void {
  stream = new EventSource('/api/v1/desk/events')
  for (const name of EVENTS) stream.addEventListener(name, tell)
  asking = window.setInterval(() => stream?.readyState !== EventSource.OPEN && document.visibilityState === 'visible' && tell(), ASK_AGAIN_MS)
}

function tell(): void {
  clearTimeout(soon)
  soon = window.setTimeout(() => listeners.forEach((listener) => listener()), QUIET_MS)
}

function hush(): void {
  stream?.close()
  stream = null
  clearInterval(asking)
  clearTimeout(soon)
}
