/** Which sheet lies over the conversation. It is a step of the browser's history: back closes it, a reload brings it back. */

import { ref } from 'vue'

export type SheetName = 'overview' | 'form' | 'progress' | 'move'

interface Held {
  sheet?: SheetName
  number?: string
}

const held = (): Held => (window.history.state as Held | null) ?? {}

export const open = ref<SheetName | null>(held().sheet ?? null)

/** The case that the progress sheet is asked about. */
export const asked = ref(held().number ?? '')

export function openSheet(sheet: SheetName, number = ''): void {
  const state = { sheet, number }
  if (open.value) window.history.replaceState(state, '')
  else window.history.pushState(state, '')
  open.value = sheet
  asked.value = number
}

export function closeSheet(): void {
  if (held().sheet) window.history.back()
  open.value = null
}

window.addEventListener('popstate', () => {
  open.value = held().sheet ?? null
  asked.value = held().number ?? ''
})
