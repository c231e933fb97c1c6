import { beforeEach, describe, expect, it, vi } from 'vitest'

import { until } from './until'

type State = typeof import('../src/state/intake')

let state: State
let answers: ((contact: Record<string, string>) => void)[]
const asked: string[] = []

function reply(body: object): Response {
  return new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } })
}

function intake(contact: Record<string, string>): object {
  return { id: 'one', affair: null, answers: [], materials: {}, contact, contact_problems: [], notice: null }
}

beforeEach(async () => {
  answers = []
  asked.length = 0
  vi.resetModules()
  vi.stubGlobal('fetch', (_: string, options: RequestInit) => {
    asked.push(String(options.body))
    return new Promise<Response>((resolve) => answers.push((contact) => resolve(reply(intake(contact)))))
  })
  state = await import('../src/state/intake')
  void state.refreshIntake('talk')
  await until(() => expect(answers).toHaveLength(1))
  answers[0]?.({})
  await state.atRest()
})

describe('what is asked about the draft', () => {
  it('waits for what was asked before, so that no answer is overtaken', async () => {
    const first = state.keepPersonal({ agent_name: '甲' })
    const second = state.keepPersonal({ agent_phone: '乙' })
    await until(() => expect(asked).toHaveLength(2))
    await Promise.resolve()
    expect(asked[1]).toContain('agent_name')
    answers[1]?.({ agent_name: '*' })
    await first
    await until(() => expect(asked).toHaveLength(3))
    answers[2]?.({ agent_name: '*', agent_phone: '*' })
    await second
    expect(Object.keys(state.draft.intake?.contact ?? {})).toEqual(['agent_name', 'agent_phone'])
  })

  it('is at rest only when the last answer is there', async () => {
    let isAtRest = false
    const change = state.declare('lease', 'ready')
    const rest = state.atRest().then(() => (isAtRest = true))
    await until(() => expect(asked).toHaveLength(2))
    expect(isAtRest).toBe(false)
    answers[1]?.({})
    await Promise.all([change, rest])
    expect(isAtRest).toBe(true)
  })

  it('goes on after one that failed', async () => {
    const first = state.keepPersonal({ agent_name: '甲' })
    await until(() => expect(asked).toHaveLength(2))
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    const second = state.keepPersonal({ agent_phone: '乙' })
    answers[1]?.({ agent_name: '*' })
    await first
    await expect(second).rejects.toThrow()
    await state.atRest()
    expect(state.draft.intake?.contact).toEqual({ agent_name: '*' })
  })
})
