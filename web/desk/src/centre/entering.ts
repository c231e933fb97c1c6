/** One part of the centre's affairs: its entries, and a change on its way from the form through the look at what it moves to being saved. */

import { onMounted, ref, type Ref } from 'vue'

import { enter, previewChange, readEntries, undoEntry } from '../api/centre'
import { sentence } from '../api/http'
import type { CentreEntry, ChangePreview, EntryKind, EntryView } from '../api/types'

/** A change that is looked at; without an entry it takes one back. */
export interface Change {
  entry: CentreEntry | null
  replaces: string
  line: string
  preview: ChangePreview
}

export interface Entering {
  entries: Ref<EntryView[] | null>
  mayEnter: Ref<boolean>
  change: Ref<Change | null>
  busy: Ref<boolean>
  fault: Ref<string>
  load: () => Promise<void>
  look: (entry: CentreEntry, replaces: string) => Promise<void>
  lookAtUndoing: (entry: EntryView) => Promise<void>
  save: () => Promise<boolean>
}

/** @param kinds The kinds that this part shows. */
export function entering(...kinds: EntryKind[]): Entering {
  const entries = ref<EntryView[] | null>(null)
  const mayEnter = ref(false)
  const change = ref<Change | null>(null)
  const busy = ref(false)
  const fault = ref('')

  async function trying(work: () => Promise<void>): Promise<boolean> {
    busy.value = true
    fault.value = ''
    try {
      await work()
      return true
    } catch (error) {
      fault.value = sentence(error)
      return false
    } finally {
      busy.value = false
    }
  }

  async function load(): Promise<void> {
    await trying(async () => {
      const lists = await Promise.all(kinds.map(readEntries))
      mayEnter.value = lists.every((list) => list.may_enter)
      entries.value = lists.flatMap((list) => list.entries).sort((one, other) => other.at.localeCompare(one.at))
    })
  }

  async function look(entry: CentreEntry | null, replaces: string, line = ''): Promise<void> {
    await trying(async () => {
      const preview = await previewChange(entry, replaces)
      change.value = { entry, replaces, line: line || preview.line, preview }
    })
  }

  async function save(): Promise<boolean> {
    const wanted = change.value
    if (!wanted) return false
    const done = await trying(async () => {
      if (wanted.entry) await enter(wanted.entry, wanted.replaces)
      else await undoEntry(wanted.replaces)
      change.value = null
    })
    if (done) await load()
    return done
  }

  onMounted(load)
  return { entries, mayEnter, change, busy, fault, load, look, lookAtUndoing: (entry) => look(null, entry.id, entry.line), save }
}
