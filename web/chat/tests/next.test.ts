// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest'

import type { Intake, NoticeContent } from '../src/api/types'
import { found, grouped } from '../src/talk/items'
import { nextOf } from '../src/talk/next'

const AFFAIR = { id: 'a', name: '食品经营许可（新办）' }
const NOTICE = { materials: [{ id: 'form', necessity: '必要', certain: true }] } as unknown as NoticeContent
const intake = (more: object): Intake =>
  ({ affair: AFFAIR, next_question: null, remaining: 0, notice: { number: 'GZ' }, notice_outdated: false, materials: {}, contact_needed: [], ...more }) as unknown as Intake

describe('the next step', () => {
  it('is there in every state of a draft', () => {
    expect(nextOf(null, null, null)).toBeNull()
    expect(nextOf(null, null, '261130000017')?.act).toBe('progress')
    expect(nextOf(intake({ next_question: { id: 'q' }, remaining: 2 }), null, null)).toMatchObject({ act: 'question', note: '还有{}个问题', count: 2 })
    expect(nextOf(intake({ notice_outdated: true }), NOTICE, null)?.act).toBe('notice')
    expect(nextOf(intake({}), NOTICE, null)).toMatchObject({ act: 'materials', note: '还差{}项', count: 1 })
    expect(nextOf(intake({ materials: { form: 'ready' }, contact_needed: ['name'] }), NOTICE, null)?.act).toBe('form')
    expect(nextOf(intake({ materials: { form: 'ready' } }), NOTICE, null)?.act).toBe('submit')
  })
})

describe('the list of items', () => {
  const items = [
    { id: '1', name: '居民身份证（补领）', department: '公安局', scenario: '', audience: ['自然人'], themes: ['户口、身份证'] },
    { id: '2', name: '食品经营许可（新办）', department: '市场监管局', scenario: '开餐馆', audience: ['自然人', '企业法人'], themes: [] },
  ] as never[]

  it('is searched by every word', () => {
    expect(found(items, ' 身份证 补领').map((one) => one.id)).toEqual(['1'])
    expect(found(items, '餐馆').map((one) => one.id)).toEqual(['2'])
    expect(found(items, '')).toHaveLength(2)
    expect(found(items, '飞机')).toEqual([])
  })

  it('stands in groups, none left out', () => {
    expect(grouped([...items].reverse(), 'theme', ['户口、身份证']).map((one) => one.name)).toEqual(['户口、身份证', '其他'])
    expect(grouped(items, 'audience').map((one) => [one.name, one.items.length])).toEqual([['个人', 2], ['企业和其他单位', 1]])
  })
})
