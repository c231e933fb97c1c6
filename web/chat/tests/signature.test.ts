import { describe, expect, it } from 'vitest'

import { isSigned, pathOf } from '../src/checks/signature'

describe('a signature on the screen', () => {
  it('is one when there is enough of it', () => {
    expect(isSigned([])).toBe(false)
    expect(isSigned([[{ x: 10, y: 10 }, { x: 20, y: 10 }]])).toBe(false)
    expect(isSigned([[{ x: 10, y: 10 }, { x: 60, y: 10 }], [{ x: 60, y: 20 }, { x: 60, y: 50 }]])).toBe(true)
  })

  it('is drawn stroke by stroke, a dot too', () => {
    expect(pathOf([{ x: 1, y: 2 }, { x: 3, y: 4 }])).toBe('M1 2L3 4')
    expect(pathOf([{ x: 1, y: 2 }])).toBe('M1 2h0.1')
    expect(pathOf([])).toBe('')
  })
})
