import { describe, expect, it } from 'vitest'

import type { DeskCase, QueueLine } from '../src/api/types'
import { changes } from '../src/words/changes'
import { clockTone } from '../src/words/clocks'
import { freshCheck, points, unsaid } from '../src/words/correction'
import { clockSaid, nearest, twoClocks, whoSaid } from '../src/words/queue'
import { checkLine, checksOf } from '../src/words/studio'
import { fitted, turned, WHOLE, WIDE, zoomed } from '../src/words/viewing'

const MATERIALS = [{ id: 'a', name: '申请书', state: 'ready', held_by: '' }, { id: 'b', name: '租赁合同', state: 'ready', held_by: '' }]

describe('a correction', () => {
  it('has a point for each material to be mended, in the order of the notice', () => {
    const check = { ...freshCheck(), verdicts: { b: 'mend' as const, a: 'fine' as const }, what: { b: ' 缺第2页 ' } }
    expect(points(MATERIALS, check)).toEqual([{ material: 'b', name: '租赁合同', what: '缺第2页', reason: '' }])
  })

  it('names every material of which nothing is said yet', () => {
    const check = { ...freshCheck(), verdicts: { a: 'mend' as const, b: 'mend' as const }, what: { b: '缺第2页' } }
    expect(unsaid(points(MATERIALS, check))).toBe('请写清「申请书」哪里要补正、怎么补。')
  })
})

describe('changes of a case', () => {
  const before = { log: [], state_label: '已提交', materials: MATERIALS, version: 1 } as unknown as DeskCase

  it('are said with who did them', () => {
    const line = { at: '2026-11-23T10:05:00+08:00', name: '收件', actor: 'HKV233' }
    const now = { ...before, log: [line], state_label: '已收件', version: 2 } as unknown as DeskCase
    expect(changes(before, now)).toEqual(['2026年11月23日 10:05，HKV233做了「收件」。', '办件从「已提交」变成「已收件」。'])
  })

  it('are none where nothing has changed', () => {
    expect(changes(before, before)).toEqual([])
  })
})

describe('clocks', () => {
  it.each([
    ['running', '还剩5个工作日', 'good'],
    ['running', '还剩2个工作日', 'warn'],
    ['running', '今天到期', 'bad'],
    ['missed', '已超过1个工作日', 'bad'],
    ['paused', '暂停计时，恢复后还有3个工作日', 'open'],
  ])('%s, %s', (state, left, tone) => {
    expect(clockTone({ state, left })).toBe(tone)
  })
})

describe('a row of the queue', () => {
  const clock = (code: string, colour: string) => ({ code, what: '', due: '2026-12-07', colour, left: '还剩5个工作日', silence: false })
  const line = { clocks: [clock('decision', 'amber'), clock('answer', 'green')], claimed_by: { account: 'A', name: '张敏', since: '', mine: false }, looking: [{ account: 'B', name: '王芳' }] } as unknown as QueueLine

  it('has the clock of the answer and that of the decision, and the colour of the nearer', () => {
    expect(twoClocks(line).answer?.code).toBe('answer')
    expect(twoClocks(line).decision?.code).toBe('decision')
    expect(nearest(line)).toBe('amber')
    expect(clockSaid(twoClocks(line).answer)).toBe('还剩5个工作日 12月7日')
    expect(clockSaid(null)).toBe('')
  })

  it('says who works on it and who looks', () => {
    expect(whoSaid(line)).toBe('张敏在办，王芳在看')
  })
})

describe('a paper', () => {
  const A4 = { width: 1000, height: 1400 }

  it('is as wide as its frame, or whole in it', () => {
    expect(fitted(A4, 1024, 724, WIDE, 0)).toMatchObject({ width: 1000, height: 1400 })
    expect(fitted(A4, 1024, 724, WHOLE, 0)).toMatchObject({ width: 500, height: 700 })
  })

  it('takes the other way round when it is turned', () => {
    const lying = fitted(A4, 1424, 1024, WIDE, 90)
    expect(lying).toEqual({ width: 1400, height: 1000, paperWidth: 1000, paperHeight: 1400 })
    expect(turned(270)).toBe(0)
  })

  it('is enlarged step by step and no further', () => {
    expect(zoomed(WIDE, 1)).toBe(1.5)
    expect(zoomed(4, 1)).toBe(4)
    expect(zoomed(WHOLE, -1)).toBe(WHOLE)
  })
})

describe('a kept conversation', () => {
  it('has a check for each answer of which something is written, in plain words', () => {
    const checks = checksOf([{ has: '', lacks: ' ' }, { has: '补领（新） 12.5元', lacks: '没能对上' }])
    expect(checks).toEqual([{ turn: 1, all: ['补领（新）', '12\\.5元'], none: ['没能对上'] }])
    expect(checkLine(checks[0]!, ['你好', '补身份证'])).toBe('「补身份证」的回答要有「补领（新）」、「12.5元」，不能有「没能对上」')
  })
})
