/* The page without a network: what it is made of, kept by this version. Data never pass here: they are asked for anew or not at all. */
/* global self, caches, fetch, __VERSION__, __FILES__ */
const VERSION = __VERSION__
const FILES = __FILES__
const PATIENCE_MS = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(['/', ...FILES])))
})

self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name))))
  event.waitUntil(old.then(() => self.clients.claim()))
})

self.addEventListener('message', (event) => {
  if (event.data === 'update') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname === '/') event.respondWith(front(request))
  else if (FILES.includes(url.pathname)) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})

/** The network's page, which is never an old one; the kept one where the network is away or does not answer. */
async function front(request) {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), PATIENCE_MS)
  try {
    return await fetch(request, { signal: ending.signal })
  } catch (fault) {
    const kept = await caches.match('/', { cacheName: VERSION })
    if (kept) return kept
    throw fault
  } finally {
    clearTimeout(timer)
  }
}
