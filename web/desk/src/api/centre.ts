import { asked, call } from './http'
import type { CentreEntry, CentrePlaces, ChangePreview, EntryList, EntryView } from './types'

export function readEntries(kind: string): Promise<EntryList> {
  return call('GET', asked('/centre/entries', { kind }))
}

export function readCentrePlaces(): Promise<CentrePlaces> {
  return call('GET', '/centre/entries/places')
}

/** What a change would move; nothing is saved. Without an entry: what undoing would move. */
export function previewChange(entry: CentreEntry | null, replaces: string): Promise<ChangePreview> {
  return call('POST', '/centre/entries/preview', { entry, replaces })
}

export function enter(entry: CentreEntry, replaces: string): Promise<EntryView> {
  return call('POST', '/centre/entries', { entry, replaces })
}

export function undoEntry(id: string): Promise<void> {
  return call('POST', `/centre/entries/${id}/undo`)
}
