/** Which sheet lies over the conversation. It is a step of the browser's history: back closes it, a reload brings it back. */

import { reactive, ref } from 'vue'

export type SheetName = 'overview' | 'home' | 'items' | 'notice' | 'form' | 'materials' | 'appointment' | 'progress' | 'move'

/** What a sheet is opened for; an empty text where it is opened in general. */
export interface About {
  /** Of a case. */
  number: string
  /** Of the draft that a case came from, or that is being filled. */
  intake: string
  material: string
  /** Whose items are listed. */
  department: string
}

interface Held {
  sheet?: SheetName
  about?: About
}

const NOTHING: About = { number: '', intake: '', material: '', department: '' }

const held = (): Held => (window.history.state as Held | null) ?? {}

export const open = ref<SheetName | null>(held().sheet ?? null)

export const about: About = reactive({ ...NOTHING, ...held().about })

export function openSheet(sheet: SheetName, of: Partial<About> = {}): void {
  const state = { sheet, about: { ...NOTHING, ...of } }
  if (open.value) window.history.replaceState(state, '')
  else window.history.pushState(state, '')
  show()
}

export function closeSheet(): void {
  if (held().sheet) window.history.back()
  open.value = null
}

function show(): void {
  Object.assign(about, NOTHING, held().about)
  open.value = held().sheet ?? null
}

window.addEventListener('popstate', show)
