/** How tables of figures are said and drawn. */

import type { FigureTable } from '../api/types'

export interface Period {
  from: string
  to: string
}

/** The columns that a chart of a table shows, by the table's code; a table without is read as a table only. */
const SHOWN: Record<string, { columns: string[]; line?: boolean }> = {
  due: { columns: ['open', 'soon', 'overdue'] },
  days: { columns: ['came', 'decided', 'marked'], line: true },
  marks: { columns: ['count'] },
  cards: { columns: ['yellow', 'red'] },
  times_of_items: { columns: ['mean', 'promised', 'legal'] },
  times_of_departments: { columns: ['mean', 'promised', 'legal'] },
  misroutes: { columns: ['share'] },
  refused: { columns: ['count'] },
  ratings: { columns: ['count'] },
  complaints: { columns: ['count'] },
  talk: { columns: ['count'] },
  left_off: { columns: ['count'] },
  wishes: { columns: ['count', 'before', 'year'] },
  missing: { columns: ['count'] },
}

export type Tone = 'plain' | 'warn' | 'bad'

/** Columns that are drawn in a colour of their own; what they are stands beside in words. */
const TONES: Record<string, Tone> = { soon: 'warn', overdue: 'bad', yellow: 'warn', red: 'bad', decided: 'warn', marked: 'bad', promised: 'warn', legal: 'bad' }

/** Rows that a chart can show so that their names can be read. */
const MOST = 12

export interface Drawing {
  line: boolean
  names: string[]
  series: { name: string; values: (number | null)[]; tone: Tone }[]
}

export function drawingOf(table: FigureTable): Drawing | null {
  const shown = SHOWN[table.code]
  if (!shown || !table.rows.length) return null
  const rows = shown.line ? table.rows : table.rows.slice(0, MOST)
  return {
    line: shown.line ?? false,
    names: rows.map((row) => nameOf(String(row.cells[0]), table.code)),
    series: shown.columns.flatMap((code) => {
      const place = table.columns.findIndex((column) => column.code === code)
      const column = table.columns[place]
      return column ? [{ tone: TONES[code] ?? 'plain', name: `${column.name}（${column.unit}）`, values: rows.map((row) => (typeof row.cells[place] === 'number' ? row.cells[place] : null)) }] : []
    }),
  }
}

/** What a chart says to those who do not see it. */
export function drawingSaid(drawing: Drawing): string {
  return drawing.series.map((one) => `${one.name}：${drawing.names.map((name, place) => `${name} ${one.values[place] ?? '没有'}`).join('，')}`).join('；')
}

export function cellSaid(cell: string | number | null, unit: string): string {
  if (cell === null) return '—'
  if (typeof cell === 'string') return cell
  return unit === '%' ? `${cell.toFixed(1)}%` : unit === '工作日' && !Number.isInteger(cell) ? cell.toFixed(1) : String(cell)
}

/** Whole months, as the service's day counts them: the month of a day. */
export function monthOf(day: string): Period {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${String(last).padStart(2, '0')}` }
}

export function monthBefore(day: string): Period {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const before = new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10)
  return monthOf(before)
}

/** The month that a period is; empty where it is none. */
export function wholeMonth(period: Period): string {
  const month = monthOf(period.from)
  return month.from === period.from && month.to === period.to ? period.from.slice(0, 7) : ''
}

function nameOf(cell: string, table: string): string {
  if (table === 'days') return cell.slice(5).replace('-', '/')
  return cell.length > 14 ? `${cell.slice(0, 13)}…` : cell
}
