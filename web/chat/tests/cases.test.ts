// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Exchange } from '../src/api/types'

beforeEach(() => {
  localStorage.clear()
  vi.resetModules()
})

const load = () => import('../src/state/cases')

function receipt(number: string, parts: string[] = []): Exchange {
  const card = { kind: 'case', number, item: '', window: null, why: '', received_at: '', answer_due: null, answer_due_note: '', later: [], parts: parts.map((one) => ({ number: one, item: '', department: '', state_label: '', waits_for: [] })) }
  return { id: number, at: 1, said: '是', messages: [{ custom: card as never }] }
}

describe('a case of this device', () => {
  it('is asked about by the draft that it came from, also after a reload', async () => {
    const before = await load()
    before.rememberDraft('DRAFT')
    before.rememberCases([receipt('261123000017')])
    vi.resetModules()
    const { whose } = await load()
    expect(whose('261123000017')).toEqual({ number: '261123000017', intake: 'DRAFT' })
  })

  it('is known in all its parts', async () => {
    const { draftOf, rememberCases, rememberDraft } = await load()
    rememberDraft('DRAFT')
    rememberCases([receipt('1', ['1', '2'])])
    expect([draftOf('1'), draftOf('2'), draftOf('3')]).toEqual(['DRAFT', 'DRAFT', ''])
  })

  it('keeps its draft when a later one is begun', async () => {
    const { draftOf, rememberCases, rememberDraft } = await load()
    rememberDraft('FIRST')
    rememberCases([receipt('1')])
    rememberDraft('SECOND')
    rememberCases([receipt('1'), receipt('2')])
    expect([draftOf('1'), draftOf('2')]).toEqual(['FIRST', 'SECOND'])
  })
})

describe('a case of another device', () => {
  it('needs the end of the phone, which is not kept', async () => {
    const { rememberTail, whose } = await load()
    expect(whose('1')).toBeNull()
    rememberTail('1', '1234')
    expect(whose('1')).toEqual({ number: '1', phone_tail: '1234' })
    expect(JSON.stringify({ ...localStorage })).not.toContain('1234')
  })
})
