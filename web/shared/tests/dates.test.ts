import { describe, expect, it } from 'vitest'

import { clockText, dayText, momentText, timeText, unbroken } from '../src/dates'

describe('dates', () => {
  it('writes a time of day as the appointment does', () => {
    expect(['09:00', '10:30', '00:15'].map(clockText)).toEqual(['9:00', '10:30', '0:15'])
  })

  it('say year, month, day and weekday', () => {
    expect(dayText('2026-11-27')).toBe('2026年11月27日 星期五')
  })

  it('say the time at the centre wherever the device is', () => {
    expect(momentText('2026-11-23T16:30:00Z')).toBe('2026年11月24日 0:30')
  })

  it('leave out the date of today', () => {
    const now = new Date('2026-11-23T12:00:00+08:00')
    expect(timeText(Date.parse('2026-11-23T09:05:00+08:00') / 1000, now)).toBe('9:05')
    expect(timeText(Date.parse('2026-11-22T09:05:00+08:00') / 1000, now)).toBe('11月22日 9:05')
  })
})

describe('times of day', () => {
  it('stay on one line, and look the same', () => {
    expect(unbroken('星期一至星期五 9:00-12:00').replace('\u2060', '')).toBe('星期一至星期五 9:00-12:00')
    expect(unbroken('9:00-12:00')).toContain('-\u2060')
    expect(unbroken('电话0000-8600-1001')).toBe('电话0000-8600-1001')
  })
})
