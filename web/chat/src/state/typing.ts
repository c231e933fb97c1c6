/** What stands in the input, kept through a reload of the tab. */

import { ref, watch } from 'vue'

import { tab } from './storage'

export const draftText = ref(tab.read<string>('typing') ?? '')

watch(draftText, (text) => tab.write('typing', text || null))
