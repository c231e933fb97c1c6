// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { call } from '../src/api/http'
import { touched, watchTouches } from '../src/api/touch'

const sent = () => new Headers((vi.mocked(fetch).mock.lastCall?.[1] as RequestInit).headers).get('X-Background')

describe('what a page asks by itself', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', vi.fn(async () => new Response('{}', { status: 200 })))
    touched()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('counts as use while somebody is at the desk', async () => {
    await call('GET', '/desk/summary')
    expect(sent()).toBeNull()
  })

  it('counts as none a minute after the last touch, until the next', async () => {
    watchTouches()
    vi.advanceTimersByTime(61_000)
    await call('GET', '/desk/summary')
    expect(sent()).toBe('1')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }))
    await call('GET', '/desk/summary')
    expect(sent()).toBeNull()
  })
})
