// @vitest-environment happy-dom

import { createApp } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'

async function shown(hash: string): Promise<string> {
  window.location.hash = hash
  vi.resetModules()
  const { default: TakeOver } = await import('../src/components/TakeOver.vue')
  const host = document.body.appendChild(document.createElement('div'))
  createApp(TakeOver).mount(host)
  return host.textContent ?? ''
}

beforeEach(() => localStorage.clear())

describe('a one-time link', () => {
  it('offers to go on', async () => expect(await shown('#resume=JL8F-V9BR')).toContain('在这台设备上接着办'))

  it('that was cut off says so and what to do', async () => {
    const said = await shown('#resume=JL8F')
    expect(said).toContain('不完整')
    expect(said).toContain('继续')
  })

  it('is not there', async () => expect(await shown('')).toBe(''))
})
