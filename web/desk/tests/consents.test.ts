import { describe, expect, it } from 'vitest'

import { detailsOf, standing } from '../src/words/consents'

describe('what waits for a second person', () => {
  it('is told without what is empty', () => {
    expect(detailsOf({ sheet: 'desk/cases', windows: [], state: null, from: '' })).toEqual(['表：待办'])
    expect(detailsOf({ roles: ['reviewer', 'approver'] })).toEqual(['身份：reviewer、approver'])
  })

  it('says whose turn it is', () => {
    expect(standing({ agreed_by: '', can_agree: true })).toBe('等您复核')
    expect(standing({ agreed_by: '', can_agree: false })).toContain('另一个人')
    expect(standing({ agreed_by: 'HKV233', can_agree: false })).toContain('再做一次')
  })
})
