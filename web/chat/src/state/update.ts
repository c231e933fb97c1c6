/** A worker that keeps the page for a time without network; a newer version is offered and never forced while somebody is typing. */

import { ref } from 'vue'

/** A newer version waits. */
export const isNewer = ref(false)

let waiting: ServiceWorker | null = null

export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registered = await navigator.serviceWorker.register('/sw.js').catch(() => null) // the page does without it
  if (!registered) return
  if (registered.waiting && navigator.serviceWorker.controller) offer(registered.waiting)
  registered.addEventListener('updatefound', () => {
    const coming = registered.installing
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && navigator.serviceWorker.controller) offer(coming)
    })
  })
}

function offer(worker: ServiceWorker): void {
  waiting = worker
  isNewer.value = true
}

export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  waiting?.postMessage('update')
}
