/** Tiles that are carried to another place with a finger or a pointer; the keyboard has buttons for it. */

import { computed, ref } from 'vue'

import { moved } from '../talk/papers'

/**
 * @param given The files in the order that is stored.
 * @param free The files that may change places.
 * @param done Told the new order when a tile is let go elsewhere.
 */
export function useDragging(given: () => string[], free: () => string[], done: (order: string[]) => Promise<void>) {
  const carried = ref('')
  const tentative = ref<string[] | null>(null)
  const order = computed(() => {
    const stored = given()
    const wanted = tentative.value
    return wanted && wanted.length === stored.length && stored.every((file) => wanted.includes(file)) ? wanted : stored
  })

  function start(event: PointerEvent, file: string): void {
    if (event.button) return
    event.preventDefault()
    carried.value = file
    tentative.value = [...given()]
    window.addEventListener('pointermove', over)
    window.addEventListener('pointerup', letGo, { once: true })
    window.addEventListener('pointercancel', stop, { once: true })
  }

  function over(event: PointerEvent): void {
    const tile = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-file]')
    if (!free().includes(tile?.dataset.file ?? '')) return
    const files = order.value
    const [from, to] = [files.indexOf(carried.value), files.indexOf(tile?.dataset.file ?? '')]
    if (from >= 0 && to >= 0 && from !== to) tentative.value = moved(files, from, to)
  }

  /** The tile stays where it was put while that is stored. */
  async function letGo(): Promise<void> {
    const files = order.value
    release()
    if (files.join() !== given().join()) await done(files)
    tentative.value = null
  }

  function stop(): void {
    release()
    tentative.value = null
  }

  function release(): void {
    window.removeEventListener('pointermove', over)
    window.removeEventListener('pointerup', letGo)
    window.removeEventListener('pointercancel', stop)
    carried.value = ''
  }

  return { carried, order, start }
}
