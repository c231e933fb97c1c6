/** What the browser keeps. A browser that keeps nothing still works until the page is closed. */

function read<T>(store: () => Storage, key: string): T | null {
  try {
    const text = store().getItem(`intake.${key}`)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

function write(store: () => Storage, key: string, value: unknown): boolean {
  try {
    if (value === null || value === undefined) store().removeItem(`intake.${key}`)
    else store().setItem(`intake.${key}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

const local = () => window.localStorage
const session = () => window.sessionStorage

/** Kept for the next visit: nothing but what the server has freed of personal data. */
export const kept = {
  /** Call where another tab of this browser has written to a key. */
  onChange: (key: string, told: () => void) => window.addEventListener('storage', (event) => event.key === `intake.${key}` && told()),
  read: <T>(key: string) => read<T>(local, key),
  write: (key: string, value: unknown) => write(local, key, value),
}

/** Kept for a reload of this tab only: what is typed and not sent, which may hold anything. */
export const tab = {
  read: <T>(key: string) => read<T>(session, key),
  write: (key: string, value: unknown) => write(session, key, value),
}
