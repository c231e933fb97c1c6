// @vitest-environment happy-dom

import { createApp, nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { until } from './until'

const INTAKE = { id: 'i', state: 'open', affair: { id: 'a', name: '食品经营许可' }, answers: [], next_question: null, remaining: 0, contact: {}, contact_received: [], contact_labels: {}, contact_problems: [], contact_needed: [], materials: {}, notice: null, notice_outdated: false, case_number: null }

beforeEach(() => {
  localStorage.clear()
  vi.resetModules()
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ intake: 'i', open: true, limits: { say: '可以传JPG。' }, slots: [], reusable: [], waiting: 0, poll_after_ms: null })))
})

describe('the sheet of the materials', () => {
  it('says where things stand when the matter was submitted from another tab', async () => {
    const [{ default: Sheet }, { draft }, talk] = await Promise.all([import('../src/sheets/MaterialsSheet.vue'), import('../src/state/intake'), import('../src/state/conversation')])
    draft.intake = INTAKE as never
    await talk.restore()
    const host = document.body.appendChild(document.createElement('div'))
    createApp(Sheet).mount(host)
    await until(() => expect(host.textContent).toContain('这件事没有要交的材料'))
    talk.conversation.exchanges = [{ id: 'x', at: 1, said: '是', messages: [{ custom: { kind: 'case', number: '261127000015' } }] }] as never
    draft.intake = null
    await nextTick()
    expect(host.textContent).toContain('已经提交，办件编号261127000015')
    expect(host.querySelector('button')?.textContent).toContain('查看进度')
  })
})
