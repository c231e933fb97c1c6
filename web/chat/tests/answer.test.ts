// @vitest-environment happy-dom

import { createApp } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Message, Reply } from '../src/api/types'

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

describe('an answer with parts', () => {
  const blocks: Reply['blocks'] = [
    { kind: 'said', text: '已记下：租赁。', shown_by: 'text', asks: false },
    { kind: 'said', text: '面积有多大？', shown_by: 'text', asks: true },
    { kind: 'listed', layout: 'rows', runs_on: false },
  ]
  const options = [{ number: 1, label: '一百平', note: '以内', payload: '一百平', opens: '' as const, is_button: true, of_next_year: 7 }]
  const question = { kind: 'question', id: 'area', text: '', why: '', help: '看合同', of_next_year: 7 } as never

  it('shows its words, its question and its options', async () => {
    const text = await shown({ text: '…', custom: question, reply: { blocks, options } })
    for (const part of ['已记下：租赁。', '面积有多大？', '看合同', '一百平', '以内']) expect(text).toContain(part)
    expect(text).not.toContain('…')
  })

  it('shows the words of a card that it does not know', async () => {
    const unknown: Reply['blocks'] = [{ kind: 'said', text: '办好了', shown_by: 'card', asks: false }]
    expect(await shown({ custom: { kind: 'of_next_year' } as never, reply: { blocks: unknown, options: [] } })).toContain('办好了')
  })
})

describe('an answer of before', () => {
  it('shows its text, its card and its buttons', async () => {
    const text = await shown({ text: '已经提交过了', buttons: [{ title: '查一查', payload: '查一查' }], custom: { kind: 'submitted', number: '1' } })
    for (const part of ['已经提交过了', '查看进度', '查一查']) expect(text).toContain(part)
  })
})

describe('a question that takes several options', () => {
  const blocks: Reply['blocks'] = [{ kind: 'said', text: '要变更哪几项？', shown_by: 'text', asks: true }]
  const option = (number: number, label: string, is_button = true) => ({ number, label, note: '', payload: label, opens: '' as const, is_button })
  const options = [option(1, '公司名称'), option(2, '住所'), option(3, '不确定', false)]
  const custom = { kind: 'question', id: 'changed', text: '', why: '', help: '', several: true } as never

  it('waits until something is ticked', async () => {
    expect(await shown({ text: '', custom, reply: { blocks, options } })).toContain('请先勾选')
    expect(document.querySelectorAll('input[type=checkbox]')).toHaveLength(2)
  })
})
