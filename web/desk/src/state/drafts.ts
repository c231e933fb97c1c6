/** What was typed and not sent yet, by account and case: it outlives a reload, a session that ends and a stale page. Gone with the tab, but for what is nobody's personal data. */

import { ref, watch, type Ref } from 'vue'

const PREFIX = 'desk.draft/'

/**
 * A value that is kept while the tab lives.
 * @param account Whose it is; somebody else who signs in at this tab never sees it.
 * @param about What it is about, for example the number of a case and the name of a form.
 * @param fresh What it is where nothing was kept.
 * @param until `browser`: it is there again after the browser was closed; only for what holds no personal data.
 */
export function draft<T>(account: string, about: string, fresh: () => T, until: 'tab' | 'browser' = 'tab'): { value: Ref<T>; forget: () => void } {
  const key = `${PREFIX}${account}/${about}`
  const store = until === 'browser' ? localStorage : sessionStorage
  const value = ref(read<T>(store, key) ?? fresh()) as Ref<T>
  watch(value, (now) => store.setItem(key, JSON.stringify(now)), { deep: true })
  return {
    value,
    forget: () => {
      value.value = fresh()
      queueMicrotask(() => store.removeItem(key))
    },
  }
}

export function forgetDraftsOfOthers(account: string): void {
  const own = `${PREFIX}${account}/`
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && !key.startsWith(own)) sessionStorage.removeItem(key)
  }
}

function read<T>(store: Storage, key: string): T | null {
  const text = store.getItem(key)
  try {
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null // written by an older page
  }
}
