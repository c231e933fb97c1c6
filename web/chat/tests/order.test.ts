import { expect, test } from 'vitest'

import type { Exchange, OfficerLine } from '../src/api/types'
import { inOrder } from '../src/talk/order'

const said = (id: string, at: number): Exchange => ({ id, at, said: id, messages: [] })
const heard = (id: number, at: number): OfficerLine => ({ id, speaker: 'officer', text: String(id), at: new Date(at * 1000).toISOString() })

test('what officers say stands where it was said, between the words of the applicant', () => {
  const items = inOrder([said('a', 1000), said('b', 1020)], [heard(7, 1010), heard(8, 1030)])
  expect(items.map((item) => item.key)).toEqual(['a', 'line-7', 'b', 'line-8'])
})
