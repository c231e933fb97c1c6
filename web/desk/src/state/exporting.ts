/** Why data are taken out: asked before each export, kept with it on record. */

import { ref } from 'vue'

/** Whoever waits for the reason; nobody while no export is begun. */
export const waiting = ref<((reason: string) => void) | null>(null)

/** The reason, or nothing where somebody thought better of it. */
export function whyExported(): Promise<string> {
  waiting.value?.('')
  return new Promise((resolve) => {
    waiting.value = resolve
  })
}

export function answer(reason: string): void {
  const waits = waiting.value
  waiting.value = null
  waits?.(reason.trim())
}
