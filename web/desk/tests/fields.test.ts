import { describe, expect, it } from 'vitest'

import { fieldsOf, filled, missing } from '../src/words/fields'

const SCHEMA = {
  $defs: { Ground: { enum: ['other_body'], type: 'string', 'x-labels': { other_body: '这件事不属于本机关办理。' } } },
  properties: {
    ground: { $ref: '#/$defs/Ground', description: '法定理由：other_body 不属于本机关' },
    reason: { type: 'string', maxLength: 2000, default: '', description: '具体原因' },
    valid_until: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }], default: null, description: '有效期到哪一天；长期有效的不写' },
    materials: { type: 'array', items: { type: 'string' }, default: [], description: '交了哪几份，写材料编号' },
    told: { type: 'boolean', default: false, description: '已经告知' },
    certificate: { type: 'string', default: '', description: '校验码', 'x-filled': true },
  },
  required: ['ground'],
}

describe('fields of an act', () => {
  const fields = fieldsOf(SCHEMA)

  it('are drawn by what they hold, without what others fill', () => {
    expect(fields.map((field) => field.kind)).toEqual(['choice', 'long', 'date', 'materials', 'yes'])
  })

  it('are called by the beginning of their description; the rest is a hint', () => {
    expect(fields[2]).toMatchObject({ label: '有效期到哪一天', hint: '长期有效的不写' })
  })

  it('offer choices by their words and never by their codes', () => {
    expect(fields[0]).toMatchObject({ label: '法定理由', hint: '', choices: [{ value: 'other_body', label: '这件事不属于本机关办理' }] })
  })

  it('leave out what was left empty, and name what has to be filled', () => {
    const data = filled(fields, { ground: null, reason: '  ', valid_until: null, materials: [], told: false })
    expect(data).toEqual({ materials: [], told: false })
    expect(missing(fields, data)).toBe('请填写「法定理由」。')
    expect(missing(fields, { ground: 'other_body' })).toBe('')
  })
})

describe('a field of ids', () => {
  it('is chosen by names, so that nothing is said of ids', () => {
    const schema = { properties: { to_department: { type: 'string', description: '转到哪个部门，部门编号；不写就不变' } } }
    expect(fieldsOf(schema)[0]).toMatchObject({ kind: 'department', label: '转到哪个部门', hint: '不写就不变' })
  })
})
