/** Single keys of a screen. They mean nothing while somebody types, while a dialog is open, or together with Ctrl and the like. */

import { onBeforeUnmount, onMounted } from 'vue'

/**
 * Listen while the screen is there.
 * @param press Told the key; true where it was meant for the screen.
 */
export function onKeys(press: (key: string) => boolean): void {
  function heard(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || types(event.target)) return
    if (document.querySelector('.el-overlay:not([style*="display: none"])')) return
    if (press(event.key)) event.preventDefault()
  }
  onMounted(() => addEventListener('keydown', heard))
  onBeforeUnmount(() => removeEventListener('keydown', heard))
}

function types(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}
