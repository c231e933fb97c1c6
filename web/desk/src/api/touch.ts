/** Whether somebody is at the desk: what a page asks by itself, while nobody touches it, keeps no session alive. */

const AT_THE_DESK_MS = 60_000
const EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

let touchedAt = Date.now()

export function watchTouches(target: EventTarget = window): void {
  for (const event of EVENTS) target.addEventListener(event, touched, { passive: true, capture: true })
}

export function touched(): void {
  touchedAt = Date.now()
}

export function isUnattended(now = Date.now()): boolean {
  return now - touchedAt > AT_THE_DESK_MS
}
