/** What was typed and not sent yet, by account and case: it outlives a reload, a session that ends and a stale page. Gone with the tab. */

import { ref, watch, type Ref } from 'vue'

const PREFIX = 'desk.draft/'

/**
 * A value that is kept while the tab lives.
 * @param account Whose it is; somebody else who signs in at this tab never sees it.
 * @param about What it is about, for example the number of a case and the name of a form.
 * @param fresh What it is where nothing was kept.
 */
export function draft<T>(account: string, about: string, fresh: () => T): { value: Ref<T>; forget: () => void } {
  const key = `${PREFIX}${account}/${about}`
  const value = ref(read<T>(key) ?? fresh()) as Ref<T>
  watch(value, (now) => sessionStorage.setItem(key, JSON.stringify(now)), { deep: true })
  return {
    value,
    forget: () => {
      value.value = fresh()
      queueMicrotask(() => sessionStorage.removeItem(key))
    },
  }
}

export function forgetDraftsOfOthers(account: string): void {
  const own = `${PREFIX}${account}/`
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && !key.startsWith(own)) sessionStorage.removeItem(key)
  }
}

function read<T>(key: string): T | null {
  const text = sessionStorage.getItem(key)
  try {
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null // written by an older page
  }
}
