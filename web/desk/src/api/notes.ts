/** What colleagues write for one another on a case, and the sentences that they keep for corrections. */

import { call } from './http'
import type { CaseSentences, Note } from './types'

export interface NewNote {
  kind: Note['kind']
  text: string
  called?: string
  reached?: boolean
}

interface NoteList {
  notes: Note[]
}

export async function readNotes(number: string): Promise<Note[]> {
  return (await call<NoteList>('GET', `/desk/cases/${number}/notes`)).notes
}

export async function addNote(number: string, note: NewNote): Promise<Note[]> {
  return (await call<NoteList>('POST', `/desk/cases/${number}/notes`, note)).notes
}

/** The sentences that fit each material of a case, the most fitting first. */
export async function readSentences(number: string): Promise<Record<string, string[]>> {
  const { materials } = await call<CaseSentences>('GET', `/desk/cases/${number}/sentences`)
  return Object.fromEntries(materials.map((one) => [one.material, one.sentences.map((sentence) => sentence.text)]))
}

/** Keep a sentence for the department, for this material. */
export function keepSentence(material: string, text: string): Promise<unknown> {
  return call('POST', '/desk/sentences', { material, text })
}
