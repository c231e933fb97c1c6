/** 适老化: large type, high contrast, plain words. */

import { ref, watchEffect } from 'vue'

import { kept } from './storage'

export const large = ref(kept.read<boolean>('large') ?? false)

watchEffect(() => {
  document.documentElement.dataset.mode = large.value ? 'large' : 'normal'
  kept.write('large', large.value || null)
})
