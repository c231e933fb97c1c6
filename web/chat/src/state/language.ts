/** The language of the page's frame, kept on the device. What the centre answers stays Chinese. */

import { computed, ref, watchEffect } from 'vue'

import { ENGLISH } from '../talk/english'
import { kept } from './storage'

export const isEnglish = ref(kept.read<boolean>('english') === true)

/** Of the elements that hold words of the frame, for those who have the page read to them. */
export const frameLanguage = computed(() => (isEnglish.value ? 'en' : 'zh-CN'))

/** Words of the frame in the chosen language, with a number where `{}` stands. */
export function t(chinese: string, number?: number): string {
  const words = (isEnglish.value && ENGLISH[chinese]) || chinese
  return number === undefined ? words : words.replace('{}', String(number))
}

export function changeLanguage(): void {
  isEnglish.value = !isEnglish.value
}

watchEffect(() => kept.write('english', isEnglish.value || null))
