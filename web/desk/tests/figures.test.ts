import { describe, expect, it } from 'vitest'

import type { FigureTable } from '../src/api/types'
import { cellSaid, drawingOf, drawingSaid, monthBefore, monthOf, wholeMonth } from '../src/words/figures'

const table = (rows: (string | number | null)[][]): FigureTable => ({
  code: 'times_of_items',
  title: '各事项的用时',
  note: '',
  empty: '',
  columns: [{ code: 'item', name: '事项', unit: '' }, { code: 'mean', name: '平均用时', unit: '工作日' }, { code: 'promised', name: '承诺', unit: '工作日' }],
  rows: rows.map((cells) => ({ cells, leads_to: {} })),
})

describe('a chart', () => {
  it('shows the columns of its table that can be compared, and says them', () => {
    const drawing = drawingOf(table([['食品经营许可（新办）', 3.5, null]]))
    expect(drawing?.series).toEqual([{ tone: 'plain', name: '平均用时（工作日）', values: [3.5] }, { tone: 'warn', name: '承诺（工作日）', values: [null] }])
    expect(drawing && drawingSaid(drawing)).toBe('平均用时（工作日）：食品经营许可（新办） 3.5；承诺（工作日）：食品经营许可（新办） 没有')
  })

  it('is not drawn of nothing', () => {
    expect(drawingOf(table([]))).toBeNull()
  })
})

describe('cells', () => {
  it.each([[null, '件', '—'], [12, '件', '12'], [66.7, '%', '66.7%'], [3.25, '工作日', '3.3'], ['转办', '', '转办']])('%s %s', (cell, unit, said) => {
    expect(cellSaid(cell, unit)).toBe(said)
  })
})

describe('months', () => {
  it('are whole, also the one before January and a short February', () => {
    expect(monthOf('2026-11-23')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(monthBefore('2027-01-15')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(monthBefore('2027-03-31')).toEqual({ from: '2027-02-01', to: '2027-02-28' })
    expect(wholeMonth(monthOf('2026-11-23'))).toBe('2026-11')
    expect(wholeMonth({ from: '2026-11-02', to: '2026-11-30' })).toBe('')
  })
})
