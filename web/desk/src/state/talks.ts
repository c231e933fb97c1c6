/** Who waits for a person and whom this account is talking with. */

import { ref } from 'vue'

import { readTalks } from '../api/talks'
import type { TalkQueue } from '../api/types'

export const queue = ref<TalkQueue | null>(null)

/** The bar keeps its last figures where they cannot be read; the page of talks says what is wrong. */
export async function readAgain(): Promise<void> {
  queue.value = await readTalks().catch(() => queue.value)
}

export function take(now: TalkQueue): void {
  queue.value = now
}
