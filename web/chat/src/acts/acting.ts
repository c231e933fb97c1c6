/** One act at a time: a second tap does nothing, a refusal is said. */

import { ref, watch } from 'vue'

import type { CaseStatus } from '../api/types'
import { sentence } from '../api/http'

export function useActing() {
  const busy = ref(false)
  const fault = ref('')

  async function doing(act: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    fault.value = ''
    try {
      await act()
    } catch (error) {
      fault.value = sentence(error)
    } finally {
      busy.value = false
    }
  }

  return { busy, fault, doing }
}

/** Reads again when news of the case come. A reading that fails leaves what is shown: the next news bring another one. */
export function useNews(status: () => CaseStatus, read: () => Promise<void>): void {
  watch(status, () => void read().catch(() => undefined))
}
