import { asked, call, download } from './http'
import type { CaseHolding, Queue, SavedView, Summary } from './types'

/** What of the queue is wanted, as it stands in the address of the screen. */
export type Filter = Partial<Record<(typeof FILTERS)[number], string>>

export const FILTERS = ['q', 'window', 'item', 'state', 'stage', 'claimed_by', 'due_before', 'submitted_from', 'submitted_to', 'mark', 'sort'] as const

export const PAGE = 200

export function readQueue(filter: Filter, cursor: string | null): Promise<Queue> {
  return call('GET', asked('/desk/cases', { ...filter, cursor, limit: PAGE }))
}

export function readSummary(): Promise<Summary> {
  return call('GET', '/desk/summary')
}

export function claim(number: string): Promise<CaseHolding> {
  return call('POST', `/desk/cases/${number}/claim`)
}

export function release(number: string): Promise<CaseHolding> {
  return call('POST', `/desk/cases/${number}/release`)
}

/** Tell colleagues that this case is open here; it is forgotten when it is not said again. */
export function looking(number: string): Promise<CaseHolding> {
  return call('PUT', `/desk/cases/${number}/looking`)
}

export function left(number: string): Promise<CaseHolding> {
  return call('DELETE', `/desk/cases/${number}/looking`)
}

interface SavedViews {
  views: SavedView[]
}

export async function readViews(): Promise<SavedView[]> {
  return (await call<SavedViews>('GET', '/desk/views')).views
}

export async function keepView(name: string, filter: Filter): Promise<SavedView[]> {
  return (await call<SavedViews>('POST', '/desk/views', { name, filter })).views
}

export async function dropView(id: string): Promise<SavedView[]> {
  return (await call<SavedViews>('DELETE', `/desk/views/${id}`)).views
}

/** The filtered queue as an Excel file; each one is recorded. */
export function keepExcel(filter: Filter, reason: string): Promise<void> {
  return download(asked('/desk/cases.xlsx', { ...filter, reason }))
}
