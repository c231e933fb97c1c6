import { describe, expect, it } from 'vitest'

import type { Intake } from '../src/api/types'
import { calendarFile } from '../src/talk/calendar'
import { fieldsOf } from '../src/talk/fields'
import { problemWith, tidy } from '../src/checks/personal'

const draft = (more: object): Intake => ({ contact: {}, contact_needed: [], contact_welcome: [], contact_labels: {}, result_way: '', ...more }) as unknown as Intake

describe('the fields of the form', () => {
  it('are those of a unit, with who comes and may give a number', () => {
    const intake = draft({ contact_needed: ['unit_name', 'credit_code', 'legal_name', 'agent_name', 'agent_phone'], contact_welcome: ['agent_id_number'], contact_labels: { agent_name: '经办人的姓名' } })
    const fields = fieldsOf(intake)
    expect(fields.map((field) => field.kind)).toEqual(['unit_name', 'credit_code', 'legal_name', 'agent_name', 'agent_id_number', 'agent_phone', 'address'])
    expect(fields.filter((field) => !field.needed).map((field) => field.kind)).toEqual(['agent_id_number', 'address'])
    expect(fields[3]?.label).toBe('经办人的姓名')
  })

  it('name another paper where one is chosen', () => {
    const intake = draft({ contact_needed: ['name', 'id_number'], contact_labels: { id_number: '申请人（您母亲）的身份证号' } })
    expect(fieldsOf(intake, { id_number: 'passport' })[1]).toMatchObject({ kind: 'passport', label: '申请人（您母亲）的护照号', needed: true })
  })

  it('call for the address where the result is posted', () => {
    expect(fieldsOf(draft({ result_way: 'post' })).at(-1)).toMatchObject({ kind: 'address', needed: true })
  })

  it('fill in from the browser only what is the applicant’s own', () => {
    const kinds = fieldsOf(draft({ contact_needed: ['name', 'phone', 'agent_name', 'agent_phone', 'co_name'] }))
    expect(kinds.filter((field) => field.autocomplete !== 'off').map((field) => field.kind)).toEqual(['name', 'phone', 'address'])
  })
})

describe('names of units and other papers', () => {
  it('are taken as they are really called', () => {
    expect(tidy('unit_name', ' 河东县老李(3号店)A&B餐饮有限公司 ')).toBe('河东县老李（3号店）A&B餐饮有限公司')
    expect(problemWith('unit_name', 'ABC (China) Co., Ltd.')).toBe('')
    expect(problemWith('unit_name', '12345')).toContain('不能只有数字')
    expect(problemWith('unit_name', '河东（餐饮有限公司')).toContain('括号')
    expect(problemWith('agent_passport', 'E1')).toContain('护照号')
    expect(problemWith('military', '军字第1234567号')).toBe('')
    expect(problemWith('co_name', '王芳')).toBe('')
  })
})

describe('the calendar file', () => {
  it('has dates of a whole day and times of the centre, and no line too long', async () => {
    const made = await calendarFile(
      [
        { id: 'a', title: '办件261130000017：最晚今天答复是否受理', day: '2026-12-07', place: '河东县政务服务中心2楼12号，市场监管窗口' },
        { id: 'b', title: '取号', day: '2026-12-08', start: '09:00', end: '09:30', place: '2楼' },
      ],
      new Date('2026-11-30T02:00:00Z'),
    ).text()
    expect(made).toContain('DTSTART;VALUE=DATE:20261207')
    expect(made).toContain('DTSTART:20261208T010000Z\r\nDTEND:20261208T013000Z')
    expect(made.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
    expect(made.replace(/\r\n /g, '')).toContain('LOCATION:河东县政务服务中心2楼12号，市场监管窗口')
  })
})
