import { describe, expect, it } from 'vitest'

import type { CaseStatus } from '../src/api/types'
import { complaintLabel, newsOf, ratingLabel, reminderLabel } from '../src/talk/progress'

const NONE = { given: 0, answered: 0 }
const GIVEN = { given: 1, answered: 0 }
const ANSWERED = { given: 1, answered: 1 }

function status(rest: Partial<CaseStatus> = {}): CaseStatus {
  return { number: '1', state: 'closed', state_label: '已办结', can: ['rate', 'complain'], ratings: NONE, complaints: NONE, ...rest } as CaseStatus
}

describe('news of a case', () => {
  it('are told of state, answers and appointment', () => {
    const appointment = { code: 'A001', when: '2026年11月24日（星期二）9:00-9:30' } as CaseStatus['appointment']
    expect(newsOf(status({ state: 'decided' }), status())).toBe('办件状态变成了已办结')
    expect(newsOf(status({ complaints: GIVEN }), status({ complaints: ANSWERED }))).toBe('您的投诉有了答复')
    expect(newsOf(status({ ratings: GIVEN }), status({ ratings: ANSWERED }))).toBe('您的评价有了答复')
    expect(newsOf(status(), status({ appointment }))).toContain('A001')
    expect(newsOf(status({ appointment }), status({ appointment: null }))).toBe('现在没有预约了')
  })

  it('are none of what the applicant did, of the first look and of another case', () => {
    expect(newsOf(status(), status({ complaints: GIVEN }))).toBe('')
    expect(newsOf(null, status())).toBe('')
    expect(newsOf(status({ number: '2', state: 'decided' }), status())).toBe('')
  })
})

describe('what can be done', () => {
  it('says what became of a rating and of complaints', () => {
    expect(ratingLabel(status())).toBe('评价这次服务')
    expect(ratingLabel(status({ can: [], ratings: GIVEN }))).toBe('您的评价')
    expect(ratingLabel(status({ ratings: ANSWERED }))).toBe('再评价一次（已答复）')
    expect(complaintLabel(status())).toBe('投诉')
    expect(complaintLabel(status({ complaints: GIVEN }))).toBe('投诉（提过1件，正在处理）')
    expect(complaintLabel(status({ complaints: ANSWERED }))).toBe('投诉（提过1件，已答复1件）')
  })
  it('says on which ways somebody is reminded', () => {
    const way = (label: string, is_chosen: boolean) => ({ way: 'sms' as const, label, to: '', is_chosen })
    expect(reminderLabel(status({ reminders: { ways: [way('短信', false)] } }))).toBe('要不要提醒')
    expect(reminderLabel(status({ reminders: { ways: [way('短信', true), way('邮件', true)] } }))).toBe('提醒：短信、邮件')
  })
})
