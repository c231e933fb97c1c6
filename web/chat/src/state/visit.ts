/**
 * What was typed in this visit, in the page's memory only: shown in full to the one who typed it, and written on a form that is downloaded
 * now. A reload forgets it; the service keeps it sealed and gives back no more than a masked one.
 */

import { reactive } from 'vue'

import { draft } from './intake'

const typed = reactive<Record<string, Record<string, string>>>({})

export function rememberTyped(kind: string, value: string): void {
  const intake = draft.intake?.id
  if (intake) (typed[intake] ??= {})[kind] = value
}

/** Of the draft at hand, what is still kept by the service. */
export function typedHere(): Record<string, string> {
  const intake = draft.intake
  if (!intake) return {}
  return Object.fromEntries(Object.entries(typed[intake.id] ?? {}).filter(([kind]) => kind in intake.contact))
}

export function forgetTyped(): void {
  for (const intake of Object.keys(typed)) delete typed[intake]
}
