/** How many cases wait in each group. */

import { ref } from 'vue'

import { readSummary } from '../api/queue'
import type { DeskCounts, Summary } from '../api/types'

export const summary = ref<Summary | null>(null)

/** The bar keeps its last figures where they cannot be read; the queue says what is wrong. */
export async function countAgain(): Promise<void> {
  summary.value = await readSummary().catch(() => summary.value)
}

export function takeCounts(counts: DeskCounts): void {
  for (const group of summary.value?.groups ?? []) group.count = counts.groups[group.stage] ?? group.count
}
