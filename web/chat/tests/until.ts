import { vi } from 'vitest'

/** Waits until it holds, however busy the machine is; a second, which is what `vi.waitFor` waits by itself, is short beside other work. */
export const until = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 30_000 })
