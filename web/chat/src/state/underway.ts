/** How many files of a material have not arrived yet; small, so that the talk can show it without the code that sends them. */

import { reactive } from 'vue'

export interface Underway {
  going: number
  /** Those that wait for the network or for a tap. */
  stuck: number
}

const counts = reactive<Record<string, Underway>>({})

export function underwayOf(intake: string | undefined, material: string): Underway | null {
  return (intake && counts[`${intake}/${material}`]) || null
}

/** Counts of all materials as they are now. */
export function tellUnderway(now: Record<string, Underway>): void {
  for (const key of Object.keys(counts)) if (!now[key]) delete counts[key]
  Object.assign(counts, now)
}
