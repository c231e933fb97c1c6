import { describe, expect, it } from 'vitest'

import type { DeskCase, Transitions } from '../src/api/types'
import { actsInOrder, leadsTo } from '../src/words/acts'

const row = (act: string, state: string | null, roles: string[], next: string) => ({ act, state, roles, next, name: act, done: '', told: '' })
const TABLE = {
  states: { submitted: '已提交', received: '已收件', accepted: '已受理' },
  roles: { window: '受理窗口', reviewer: '审查人员' },
  transitions: [row('submit', null, ['applicant'], 'submitted'), row('receive', 'submitted', ['window'], 'received'), row('accept', 'received', ['window'], 'accepted'), row('review', 'accepted', ['reviewer'], 'review')],
} as unknown as Transitions
const DESK = { state: 'submitted', state_label: '已提交', possible: [{ act: 'receive', name: '收件', role: 'window', fields: {} }] } as unknown as DeskCase

describe('acts in order', () => {
  it('are those that these roles ever do, in the order of the procedure', () => {
    expect(actsInOrder(DESK, TABLE, new Set(['window'])).map((offer) => offer.act)).toEqual(['receive', 'accept'])
    expect(actsInOrder(DESK, TABLE, new Set(['supervisor']))).toEqual([])
  })

  it('say why they cannot be done now', () => {
    const [receive, accept] = actsInOrder(DESK, TABLE, new Set(['window']))
    expect(receive?.whyNot).toBe('')
    expect(accept?.whyNot).toBe('「已收件」的办件才能做，现在是「已提交」。')
  })

  it('say who does them where the state would allow it', () => {
    const here = { ...DESK, state: 'accepted', possible: [] } as unknown as DeskCase
    expect(actsInOrder(here, TABLE, new Set(['reviewer']))[0]?.whyNot).toBe('现在由审查人员来做。')
  })

  it('say where they lead', () => {
    expect(leadsTo('receive', 'submitted', TABLE)).toBe('做完以后，办件是「已收件」。')
    expect(leadsTo('receive', 'accepted', TABLE)).toBe('')
  })
})
