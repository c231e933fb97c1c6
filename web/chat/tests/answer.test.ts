import { createApp } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Message } from '../src/api/types'

async function shown(message: Message): Promise<string> {
  vi.resetModules()
  const { default: Answer } = await import('../src/components/Answer.vue')
  const host = document.body.appendChild(document.createElement('div'))
  createApp(Answer, { message, active: true }).mount(host)
  return host.textContent ?? ''
}

beforeEach(() => localStorage.clear())

describe('a question for the end of the phone', () => {
  const asked: Message = { text: '请告诉我这个办件预留手机号的后4位。', custom: { kind: 'case_known', number: '261127000015' } }

  it('need not be answered where the case was submitted', async () => {
    localStorage.setItem('intake.cases', JSON.stringify({ '261127000015': 'draft' }))
    expect(await shown(asked)).toContain('直接看这个办件')
  })

  it('has to be answered elsewhere', async () => expect(await shown(asked)).not.toContain('直接看这个办件'))
})

describe('a submission that was made before', () => {
  it('leads to the case', async () => {
    expect(await shown({ text: '已经提交过了', custom: { kind: 'submitted', number: '261127000015' } })).toContain('查看进度')
  })
})
