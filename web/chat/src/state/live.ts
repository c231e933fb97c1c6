/** A case as it changes: told by the service while it can, else asked for now and then. */

import type { CaseStatus, Whose } from '../api/types'
import { caseStatus, liveTicket } from '../api/cases'
import { Refusal } from '../api/http'

const ASK_AGAIN_MS = 20_000
const CLOSING_PAUSE_MS = 5000

/**
 * Follow a case.
 * @param news Told every status that comes.
 * @returns How to stop.
 */
export function follow(whose: Whose, news: (status: CaseStatus) => void): () => void {
  let stream: EventSource | null = null
  let timer = 0
  let stopped = false

  async function listen(): Promise<void> {
    if (stopped) return
    try {
      const path = await liveTicket(whose)
      if (!stopped) hear(path)
    } catch {
      ask() // no stream to be had: the service has none, or too many
    }
  }

  function hear(path: string): void {
    stream = new EventSource(path)
    stream.addEventListener('status', (event) => news(JSON.parse((event as MessageEvent<string>).data) as CaseStatus))
    stream.addEventListener('end', (event) => {
      stream?.close()
      const { reason } = JSON.parse((event as MessageEvent<string>).data) as { reason: string }
      later(listen, reason === 'closing' ? CLOSING_PAUSE_MS : 0)
    })
    stream.onerror = () => {
      if (stream?.readyState !== EventSource.CLOSED) return // the browser connects again by itself
      later(listen, CLOSING_PAUSE_MS)
    }
  }

  function ask(): void {
    later(async () => {
      try {
        if (document.visibilityState === 'visible') news(await caseStatus(whose))
      } catch (fault) {
        if (fault instanceof Refusal) return // nobody may ask any more
      }
      ask()
    }, ASK_AGAIN_MS)
  }

  function later(act: () => Promise<void>, pause: number): void {
    clearTimeout(timer)
    if (!stopped) timer = window.setTimeout(() => void act(), pause)
  }

  void listen()
  return () => {
    stopped = true
    clearTimeout(timer)
    stream?.close()
  }
}
