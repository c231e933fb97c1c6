/** Whether there is room beside the talk for what it is about. */

import { ref } from 'vue'

const ROOM = window.matchMedia('(min-width: 1100px)')

export const wide = ref(ROOM.matches)

ROOM.addEventListener('change', () => (wide.value = ROOM.matches))
