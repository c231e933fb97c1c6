/** 适老化: three sizes of type; the two larger ones in high contrast and plain words. */

import { computed, ref, watchEffect } from 'vue'

import { kept } from './storage'

export type Size = 'normal' | 'large' | 'larger'

const SIZES: Size[] = ['normal', 'large', 'larger']

/** Kept as true from a time when there were two sizes. */
const before = kept.read<Size | true>('large')

export const size = ref<Size>(before === true ? 'large' : SIZES.includes(before as Size) ? (before as Size) : 'normal')

/** Whether plain words are wanted. */
export const large = computed({
  get: () => size.value !== 'normal',
  set: (on: boolean) => (size.value = on ? 'large' : 'normal'),
})

/** The next larger one, and from the largest back to the first. */
export function resize(): void {
  size.value = SIZES[(SIZES.indexOf(size.value) + 1) % SIZES.length] ?? 'normal'
}

watchEffect(() => {
  document.documentElement.dataset.mode = size.value
  kept.write('large', large.value ? size.value : null)
})
