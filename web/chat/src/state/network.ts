/** Whether the device has a network at all. */

import { ref } from 'vue'

export const online = ref(navigator.onLine !== false)

export function watchNetwork(again: () => void): void {
  window.addEventListener('offline', () => (online.value = false))
  window.addEventListener('online', () => {
    online.value = true
    again()
  })
}
