import { describe, expect, it } from 'vitest'

import type { FormField, RecordForms } from '../src/api/types'
import { conditionKind, partsOf, withKind, withPart, type Condition } from '../src/words/condition'
import { entryTitle, linesOf, moved, renamed, trimmed, withField } from '../src/words/record'

const leased: Condition = { question: 'premises', values: ['leased'] }
const agent: Condition = { question: 'agent', values: ['agent'] }

describe('conditions', () => {
  it('keep what was there when they are joined otherwise', () => {
    const both = withPart(withKind(leased, 'all'), 1, agent)!
    expect(both).toEqual({ all: [leased, agent] })
    expect(withKind(both, 'any')).toEqual({ any: [leased, agent] })
    expect(withKind(both, 'not')).toEqual({ not_: both })
    expect(conditionKind(withKind(both, 'is'))).toBe('is')
    expect(partsOf(withKind(leased, 'not'))).toEqual([leased])
  })

  it('are gone with their last part', () => {
    expect(withPart({ any: [leased, agent] }, 0, null)).toEqual({ any: [agent] })
    expect(withPart({ not_: leased }, 0, null)).toBeNull()
  })
})

describe('records', () => {
  it('leave out what says nothing, and keep citations that are no text', () => {
    expect(withField({ name: '食品', visits: 1 }, 'visits', null)).toEqual({ name: '食品' })
    expect(trimmed({ aliases: [' 开店 ', ''], source: '', bases: ['{"law":"某法"}', '《食品安全法》第一条'], fees: [], asks: [{ question: 'a', when: null }] })).toEqual({
      aliases: ['开店'],
      bases: [{ law: '某法' }, '《食品安全法》第一条'],
      asks: [{ question: 'a', when: null }],
    })
    expect(linesOf(['一', { law: '某法' }])).toBe('一\n{"law":"某法"}')
  })

  it('have entries that are moved, renamed and known by a name', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(Object.keys(renamed([['a', {}], ['b', {}]], 'a', 'c'))).toEqual(['c', 'b'])
    expect(Object.keys(renamed([['a', {}], ['b', {}]], 'a', 'b'))).toEqual(['a', 'b'])
    const field = { fields: [{ name: 'material', picks: 'materials' }] } as FormField
    expect(entryTitle(field, { material: 'lease' }, { known_materials: [{ id: 'lease', name: '房屋租赁合同' }] } as RecordForms)).toBe('房屋租赁合同')
  })
})
