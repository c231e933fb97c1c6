// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest'

import { entranceIn } from '../src/state/entrance'

const answers = vi.fn()
vi.stubGlobal('fetch', answers)

const answer = (body: unknown, status = 200) =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }))

beforeEach(() => {
  localStorage.clear()
  answers.mockReset()
  vi.resetModules()
  window.history.replaceState(null, '', '/')
})

describe('a link of the account', () => {
  it('names a ticket and what to open', () => {
    expect(entranceIn('#t=abc_-1&open=form')).toEqual({ ticket: 'abc_-1', opens: 'form', item: '', number: '' })
    expect(entranceIn('#open=progress&case=261123000017')?.number).toBe('261123000017')
    expect(entranceIn('#open=progress&case=<b>')?.number).toBe('')
    expect(entranceIn('#resume=JL8F-V9BR')).toBeNull()
    expect(entranceIn('')).toBeNull()
  })

  it('brings the follower’s conversation in the place of the one that was here, and leaves no ticket in the address', async () => {
    localStorage.setItem('intake.conversation', '"mine"')
    localStorage.setItem('intake.exchanges', '[{"id":"1","at":1,"said":"a","messages":[]}]')
    window.location.hash = '#t=abc&open=form'
    answers.mockReturnValue(answer({ conversation: 'theirs', channel: 'wechat' }))
    const { enterByLink } = await import('../src/state/entrance')
    const { conversation } = await import('../src/state/conversation')
    const { channel } = await import('../src/state/channel')
    expect((await enterByLink()).opens).toBe('form')
    expect([conversation.token, conversation.exchanges, channel()]).toEqual(['theirs', [], 'wechat'])
    expect(window.location.hash).toBe('')
  })

  it('that was used says what to do, and starts nothing', async () => {
    window.location.hash = '#t=abc&open='
    answers.mockReturnValue(answer({ code: 'ticket_gone', detail: '这个链接用过了。', status: 404 }, 404))
    const { enterByLink } = await import('../src/state/entrance')
    const { conversation } = await import('../src/state/conversation')
    await enterByLink()
    expect([conversation.token, conversation.notice]).toEqual([null, '这个链接用过了。'])
  })
})

describe('inside WeChat', () => {
  it('shares no address but the page itself', async () => {
    const { shareCard, isInWeChat } = await import('../src/state/inwechat')
    expect(shareCard('https://zw.example.cn').link).toBe('https://zw.example.cn/')
    expect(isInWeChat('Mozilla/5.0 MicroMessenger/8.0')).toBe(true)
    expect(isInWeChat('Mozilla/5.0 Chrome/126')).toBe(false)
  })

  it('offers what WeChat signs for, reads codes and finds the nearest window', async () => {
    vi.stubGlobal('navigator', { userAgent: 'MicroMessenger/8.0' })
    const given: Record<string, unknown>[] = []
    let read = 'https://other.example/1'
    const wx = {
      config: (one: Record<string, unknown>) => given.push(one),
      ready: (then: () => void) => then(),
      updateAppMessageShareData: () => undefined,
      updateTimelineShareData: () => undefined,
      scanQRCode: (asked: { success: (one: { resultStr: string }) => void }) => asked.success({ resultStr: read }),
      getLocation: (asked: { success: (one: { latitude: number; longitude: number }) => void }) => asked.success({ latitude: 30.1, longitude: 110.1 }),
    }
    answers.mockReturnValueOnce(answer({ app_id: 'wx1', timestamp: 1, nonce: 'n', signature: 's', notices: ['T1'] }))
    const { inWeChat, nearest, openInWeChat, scan } = await import('../src/state/inwechat')
    expect(await openInWeChat(() => Promise.resolve(wx))).toBe(true)
    expect([inWeChat.isReady, inWeChat.notices, given[0]?.['openTagList']]).toEqual([true, ['T1'], ['wx-open-subscribe']])

    expect(await scan()).toBeNull()
    read = `${window.location.origin}/notices/b0Yl3mXq8Rk5pW2vTj7sNd4f`
    expect(await scan()).toEqual({ page: read })
    read = 'CODE_128,261123000017'
    expect(await scan()).toEqual({ number: '261123000017' })

    answers.mockReturnValueOnce(answer({ is_near: true, window: {} }))
    await nearest()
    expect(JSON.parse(answers.mock.lastCall?.[1].body)).toEqual({ latitude: 30.1, longitude: 110.1, label: '' })
    vi.unstubAllGlobals()
    vi.stubGlobal('fetch', answers)
  })

  it('does without where nothing is signed', async () => {
    vi.stubGlobal('navigator', { userAgent: 'MicroMessenger/8.0' })
    answers.mockReturnValueOnce(answer({ code: 'no_js_sdk', detail: '没有开通', status: 404 }, 404))
    const { inWeChat, openInWeChat, scan } = await import('../src/state/inwechat')
    expect(await openInWeChat(() => Promise.reject(new Error('not asked for')))).toBe(false)
    expect(inWeChat.isReady).toBe(false)
    await expect(scan()).rejects.toThrow()
    vi.unstubAllGlobals()
    vi.stubGlobal('fetch', answers)
  })
})
