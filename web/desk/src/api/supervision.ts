import { asked, call, download } from './http'
import type { CardPage, CardRules, FigureTables, ListedCases, Overview } from './types'
import type { Period } from '../words/figures'

export function readOverview(): Promise<Overview> {
  return call('GET', '/supervision/overview')
}

export function readFigures(period: Period): Promise<FigureTables> {
  return call('GET', asked('/supervision/figures', { ...period }))
}

/** The cases behind a figure; the query is the row's. */
export function readListed(query: Record<string, string>, after: number): Promise<ListedCases> {
  return call('GET', asked('/supervision/cases', { ...query, after }))
}

/** A table as a sheet, of supervision or of the library. */
export function keepTable(of: 'supervision' | 'library', code: string, period: Period, reason: string): Promise<void> {
  return download(asked(`/${of}/figures/${code}.xlsx`, { ...period, reason }))
}

export function keepListed(query: Record<string, string>, reason: string): Promise<void> {
  return download(asked('/supervision/cases.xlsx', { ...query, reason }))
}

export function keepReport(month: string): Promise<void> {
  return download(`/supervision/reports/${month}.pdf`)
}

export function readCards(state: string, after: string | null): Promise<CardPage> {
  return call('GET', asked('/supervision/cards', { state, after }))
}

export function readCardRules(): Promise<CardRules> {
  return call('GET', '/supervision/cards/rules')
}

export function answerCard(number: string, answer: string): Promise<unknown> {
  return call('POST', `/supervision/cards/${number}/answer`, { answer })
}

export function concludeCard(number: string, outcome: string, conclusion: string): Promise<unknown> {
  return call('POST', `/supervision/cards/${number}/conclusion`, { outcome, conclusion })
}
