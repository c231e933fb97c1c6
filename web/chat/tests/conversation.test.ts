// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest'

import { until } from './until'

interface Sent {
  path: string
  body: Record<string, unknown>
}

const INTAKE = { id: 'i', state: 'open', affair: null, answers: [], next_question: null, remaining: 0, contact: {}, contact_received: [], contact_labels: {}, contact_problems: [], contact_needed: [], materials: {}, notice: null, notice_outdated: false, case_number: null }

let sent: Sent[]
let fail: (path: string) => Response | Error | null

function answer(path: string, body: Record<string, unknown>): unknown {
  if (path === '/chat/conversations') return { conversation: 'TOKEN' }
  if (path === '/chat/messages') return { id: body.id, at: 1, said: String(body.text).replace(/1\d{10}/, '[手机号]'), messages: [{ text: '好。' }] }
  if (path === '/chat/history') return { exchanges: [] }
  return INTAKE
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  sent = []
  fail = () => null
  vi.resetModules()
  vi.stubGlobal('fetch', async (path: string, options: { body?: string }) => {
    const body = JSON.parse(options.body ?? '{}') as Record<string, unknown>
    sent.push({ path, body })
    const failure = fail(path)
    if (failure instanceof Error) throw failure
    return failure ?? json(answer(path, body))
  })
})

const load = () => import('../src/state/conversation')
const messages = () => sent.filter((one) => one.path === '/chat/messages')

describe('saying something', () => {
  it('asks for a conversation first, once', async () => {
    const { say } = await load()
    await say('换身份证')
    await say('丢了')
    expect(sent.filter((one) => one.path === '/chat/conversations')).toHaveLength(1)
    expect(messages().map((one) => one.body.conversation)).toEqual(['TOKEN', 'TOKEN'])
  })

  it('twice at the same moment says it once', async () => {
    const { say } = await load()
    const done = await Promise.all([say('提交申请'), say('提交申请')])
    expect(done).toEqual([true, false])
    expect(messages()).toHaveLength(1)
  })

  it('keeps no personal data in the browser', async () => {
    const { conversation, say } = await load()
    await say('我的电话13800001234')
    expect(conversation.exchanges[0]?.said).toBe('我的电话[手机号]')
    const all = JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
    expect(all).not.toContain('13800001234')
  })
})

describe('a message that was not answered', () => {
  it('is kept and sent again under the same name', async () => {
    const { conversation, deliver, say } = await load()
    fail = (path) => (path === '/chat/messages' ? new TypeError('network') : null)
    expect(await say('换身份证')).toBe(false)
    expect(conversation.problem).toContain('没有发出去')
    expect(conversation.outgoing?.text).toBe('换身份证')
    fail = () => null
    expect(await deliver()).toBe(true)
    expect(new Set(messages().map((one) => one.body.id)).size).toBe(1)
    expect(conversation.exchanges).toHaveLength(1)
  })

  it('is sent again after a reload', async () => {
    const before = await load()
    fail = (path) => (path === '/chat/messages' ? new TypeError('network') : null)
    await before.say('换身份证')
    const id = before.conversation.outgoing?.id
    vi.resetModules()
    fail = () => null
    const after = await load()
    await after.restore()
    expect(messages().at(-1)?.body.id).toBe(id)
    expect(after.conversation.exchanges).toHaveLength(1)
  })

  it('shows why the service refused it', async () => {
    const { conversation, say } = await load()
    fail = (path) => (path === '/chat/messages' ? json({ code: 'too_large', detail: '消息太大，最多64KB' }, 413) : null)
    await say('长')
    expect(conversation.problem).toBe('消息太大，最多64KB')
  })
})

describe('a conversation that the server does not know', () => {
  it('is begun anew, and that is said', async () => {
    localStorage.setItem('intake.conversation', '"OLD"')
    fail = (path) => (path === '/chat/history' ? json({ code: 'conversation_unknown', detail: '这个对话不存在' }, 404) : null)
    const { conversation, restore } = await load()
    await restore()
    expect(conversation.token).toBeNull()
    expect(conversation.notice).toContain('重新说')
  })
})

describe('a conversation that is lost while talking', () => {
  it('keeps the sentence and begins anew with it', async () => {
    const { conversation, deliver, say } = await load()
    fail = (path) => (path === '/chat/messages' ? json({ code: 'conversation_unknown', detail: '这个对话不存在' }, 404) : null)
    await say('换身份证')
    expect(conversation.outgoing?.text).toBe('换身份证')
    fail = () => null
    expect(await deliver()).toBe(true)
    expect(sent.filter((one) => one.path === '/chat/conversations')).toHaveLength(2)
  })
})

describe('without a network', () => {
  it('what was said before is shown from the browser', async () => {
    localStorage.setItem('intake.conversation', '"TOKEN"')
    localStorage.setItem('intake.exchanges', JSON.stringify([{ id: 'a', at: 1, said: '换身份证', messages: [] }]))
    fail = () => new TypeError('network')
    const { conversation, restore } = await load()
    await restore()
    expect(conversation.exchanges).toHaveLength(1)
    expect(conversation.notice).toContain('这台设备上保存的内容')
  })
})

describe('another tab', () => {
  const told = (): boolean => window.dispatchEvent(new StorageEvent('storage', { key: 'intake.exchanges' }))

  it('is followed as soon as something is said there', async () => {
    localStorage.setItem('intake.conversation', '"TOKEN"')
    const { conversation, followOtherTabs } = await load()
    followOtherTabs()
    fail = (path) => (path === '/chat/history' ? json({ exchanges: [{ id: 'a', at: 1, said: '是', messages: [] }] }) : null)
    told()
    await until(() => expect(conversation.exchanges).toHaveLength(1))
  })

  it('that has submitted is learnt of after the sentence that is on its way here', async () => {
    const { conversation, followOtherTabs, say } = await load()
    followOtherTabs()
    await say('提交申请')
    const talking = say('是')
    told()
    fail = (path) => (path === '/chat/history' ? json({ exchanges: [1, 2, 3].map((at) => ({ id: String(at), at, said: '是', messages: [] })) }) : null)
    await talking
    await until(() => expect(conversation.exchanges).toHaveLength(3))
  })

  it('that has cleared everything leaves nothing here', async () => {
    const { conversation, followOtherTabs, say } = await load()
    followOtherTabs()
    await say('换身份证')
    localStorage.removeItem('intake.conversation')
    told()
    await until(() => expect(conversation.exchanges).toHaveLength(0))
  })
})

describe('what another device has taken over', () => {
  const here = (id: string, more: object = {}) => json({ ...INTAKE, id, affair: { id: 'a', name: '换身份证' }, ...more })

  async function moved() {
    localStorage.setItem('intake.conversation', '"TOKEN"')
    fail = (path) => (path.includes('/intakes/current') ? here('mine') : null)
    const [talk, intake] = [await load(), await import('../src/state/intake')]
    await intake.refreshIntake('TOKEN')
    intake.rememberMove()
    return { ...talk, ...intake }
  }

  it('is said here, until something else is begun', async () => {
    const { draft, refreshIntake } = await moved()
    await refreshIntake('TOKEN')
    expect(draft.isElsewhere).toBe(false) // nobody has used the code yet
    fail = () => null
    await refreshIntake('TOKEN')
    expect(draft.isElsewhere).toBe(true)
    fail = (path) => (path.includes('/intakes/current') ? here('another') : null)
    await refreshIntake('TOKEN')
    expect(draft.isElsewhere).toBe(false)
    fail = () => null
    await refreshIntake('TOKEN')
    expect(draft.isElsewhere).toBe(false)
  })

  it('is not what was submitted here', async () => {
    const { draft, refreshIntake } = await moved()
    const { rememberCases } = await import('../src/state/cases')
    rememberCases([{ id: 'x', at: 1, said: '是', messages: [{ custom: { kind: 'case', number: '1' } }] }] as never)
    fail = () => null
    await refreshIntake('TOKEN')
    expect(draft.isElsewhere).toBe(false)
  })
})
