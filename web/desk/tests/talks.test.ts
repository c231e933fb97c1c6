import { expect, test } from 'vitest'

import type { TalkLine } from '../src/api/types'
import { lastAnswer, removedText, speaker, waited } from '../src/words/talks'

const line = (id: number, who: TalkLine['speaker'], text: string): TalkLine => ({ id, speaker: who, name: who === 'officer' ? '张某' : '', text, at: '2026-11-23T09:30:00+08:00' })

test('what may be worth keeping is the last answer with the question before it', () => {
  const lines = [line(1, 'applicant', '公摊算不算'), line(2, 'notice', '工作人员来了'), line(3, 'officer', '不算。'), line(4, 'applicant', '好的')]
  expect(lastAnswer(lines)).toEqual({ question: '公摊算不算', answer: '不算。' })
  expect(lastAnswer([])).toEqual({ question: '', answer: '' })
})

test('how long somebody waits, and who speaks', () => {
  const since = '2026-11-23T09:30:00+08:00'
  expect(waited(since, Date.parse(since) + 40_000)).toBe('40秒')
  expect(waited(since, Date.parse(since) + 125_000)).toBe('2分钟')
  expect(speaker(line(1, 'officer', ''))).toBe('张某')
  expect(removedText(['手机号'])).toContain('手机号')
  expect(removedText([])).toBe('')
})
