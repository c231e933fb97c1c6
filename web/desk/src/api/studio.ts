import { asked, call, download, sendFile } from './http'
import type { Period } from '../words/figures'
import type { ChangeLines, ConversationCheck, EntryKindOfLibrary, EntryLines, FigureTables, KeptConversations, LibraryEdit, LibraryEntry, PublishingView, RecordCheck, RecordForms, RehearsalResult, ReleaseDetail, Releases, Settled, SettleWanted, TriedSentences, WhatPeopleSaid } from './types'

/** A sentence or a conversation tried on a stage of its own: nothing of it is kept. */
export function tryOut(turns: string[]): Promise<RehearsalResult> {
  return call('POST', '/library/test', { turns })
}

export function findEntries(q: string, kind: EntryKindOfLibrary | '', edited = false): Promise<EntryLines> {
  return call('GET', asked('/library/entries', { q, kind, edited: edited || '' }))
}

export function readEntry(kind: EntryKindOfLibrary, id: string): Promise<LibraryEntry> {
  return call('GET', `/library/entries/${kind}/${path(id)}`)
}

/** Keep an edit over the version that was seen; a later one of somebody else refuses it and comes along. */
export function keepEdit(kind: EntryKindOfLibrary, id: string, version: number, edit: LibraryEdit, why: string): Promise<LibraryEntry> {
  return call('PUT', `/library/entries/${kind}/${path(id)}`, { version, edit, why })
}

export function undoEdit(kind: EntryKindOfLibrary, id: string, version: number): Promise<LibraryEntry> {
  return call('POST', `/library/undo/${kind}/${path(id)}`, { version })
}

export function addPhrasing(kind: EntryKindOfLibrary, id: string, text: string): Promise<LibraryEntry> {
  return call('POST', '/library/phrasings', { kind, id, text })
}

export function readRecordForms(): Promise<RecordForms> {
  return call('GET', '/library/records/forms')
}

/** Nothing of it is kept; compared with what is published where nothing else is given. */
export function checkRecord(key: string, record: Record<string, unknown>, against: Record<string, unknown> | null = null): Promise<RecordCheck> {
  return call('POST', '/library/records/check', { key, record, against })
}

export function keepSheet(): Promise<void> {
  return download('/library/sheet.xlsx')
}

/** Takes all of it, or, with one cell that is wrong, nothing. */
export function takeSheet(file: File, onlyCheck: boolean): Promise<{ entries: number }> {
  return sendFile(asked('/library/sheet.xlsx', { only_check: onlyCheck }), file)
}

/** Each line of a workbook tried; nothing is kept. */
export function trySentences(file: File): Promise<TriedSentences> {
  return sendFile('/library/sentences.xlsx', file)
}

export function readLibraryFigures(period: Period): Promise<FigureTables> {
  return call('GET', asked('/library/figures', { ...period }))
}

export function keepLibraryReport(period: Period): Promise<void> {
  return download(asked('/library/figures/report.pdf', { ...period }))
}

export function readChanges(): Promise<ChangeLines> {
  return call('GET', '/library/changes')
}

export function readSaid(query: { days: number; moment: string; q: string; outcome: string; offset: number }): Promise<WhatPeopleSaid> {
  return call('GET', asked('/library/unmatched', query))
}

export function settle(wanted: SettleWanted): Promise<Settled> {
  return call('POST', '/library/unmatched/settle', wanted)
}

export function readReleases(): Promise<Releases> {
  return call('GET', '/library/releases')
}

export function compareReleases(number: number, against: number): Promise<ReleaseDetail> {
  return call('GET', asked(`/library/releases/${number}`, { against }))
}

/** Begins; how far it is tells `readPublishing`. */
export function beginPublishing(note: string, onlyMeasures: boolean, at = ''): Promise<PublishingView> {
  return call('POST', '/library/releases', { note, only_measures: onlyMeasures, at: at ? new Date(at).toISOString() : null })
}

/** As the second person. */
export function confirmPublishing(): Promise<PublishingView> {
  return call('POST', '/library/publishing/confirm')
}

export function readPublishing(): Promise<PublishingView> {
  return call('GET', '/library/publishing')
}

export function stopPublishing(): Promise<PublishingView> {
  return call('POST', '/library/publishing/stop')
}

export function rollBack(number: number): Promise<Releases> {
  return call('POST', `/library/releases/${number}/rollback`, { note: '' })
}

export function readConversations(): Promise<KeptConversations> {
  return call('GET', '/library/conversations')
}

export function keepConversation(name: string, turns: string[], checks: ConversationCheck[]): Promise<KeptConversations> {
  return call('POST', '/library/conversations', { name, turns, checks })
}

export function dropConversation(number: number): Promise<KeptConversations> {
  return call('DELETE', `/library/conversations/${number}`)
}

/** An option's id has a slash in it, which stands in the address as it is. */
function path(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/')
}
