/** Who has the open case in hand and who looks at it; colleagues see the same of this desk. */

import { ref } from 'vue'

import { left, looking } from '../api/queue'
import type { CaseHolding } from '../api/types'

const FIRST_BEAT_S = 15

export const holding = ref<CaseHolding | null>(null)

/**
 * Say that a case is open here, again and again.
 * @param news Told every answer; its version shows whether the page has become stale.
 * @returns How to stop, which colleagues see at once.
 */
export function lookAt(number: string, news: (now: CaseHolding) => void): () => void {
  let timer = 0
  let stopped = false
  holding.value = null

  async function beat(): Promise<void> {
    let pause = FIRST_BEAT_S
    try {
      const now = await looking(number)
      if (stopped) return
      holding.value = now
      pause = now.beat_after_s
      news(now)
    } catch {
      if (stopped) return // the page itself says what cannot be read; this goes on as soon as it can
    }
    timer = window.setTimeout(() => void beat(), pause * 1000)
  }

  void beat()
  return () => {
    stopped = true
    clearTimeout(timer)
    void left(number).catch(() => undefined) // whoever is silent is taken for gone after a while
  }
}
