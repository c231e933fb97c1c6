/** Talks with applicants who asked for a person, and those who are to be called. */

import { asked, call } from './http'
import type { CallbackList, DeskTalk, Proposal, SavedSentence, TalkQueue } from './types'

export function readTalks(): Promise<TalkQueue> {
  return call('GET', '/desk/talks')
}

export function readTalk(id: string): Promise<DeskTalk> {
  return call('GET', `/desk/talks/${id}`)
}

export function accept(id: string): Promise<DeskTalk> {
  return call('POST', `/desk/talks/${id}/accept`)
}

/** @param key The line's own name, the same when it is sent again. */
export function speak(id: string, text: string, key: string): Promise<DeskTalk> {
  return call('POST', `/desk/talks/${id}/lines`, { text, key })
}

export function handBack(id: string, summary: string): Promise<DeskTalk> {
  return call('POST', `/desk/talks/${id}/return`, { summary })
}

export function releaseTalk(id: string): Promise<TalkQueue> {
  return call('POST', `/desk/talks/${id}/release`)
}

export function propose(id: string, question: string, answer: string): Promise<Proposal> {
  return call('POST', `/desk/talks/${id}/proposals`, { question, answer })
}

export function readCallbacks(state: 'open' | 'over'): Promise<CallbackList> {
  return call('GET', asked('/desk/callbacks', { state }))
}

export async function readPhone(number: string): Promise<string> {
  return (await call<{ phone: string }>('POST', `/desk/callbacks/${number}/phone`)).phone
}

export function noteResult(number: string, outcome: 'done' | 'unreached' | 'given_up', note: string, version: number): Promise<CallbackList> {
  return call('POST', `/desk/callbacks/${number}/result`, { outcome, note, version })
}

interface SavedSentences {
  sentences: SavedSentence[]
}

/** The department's sentences that stand by themselves: those with fields are filled from a notice. */
export async function readWords(): Promise<string[]> {
  return standing(await call<SavedSentences>('GET', '/desk/sentences'))
}

export async function keepWords(text: string): Promise<string[]> {
  return standing(await call<SavedSentences>('POST', '/desk/sentences', { text }))
}

function standing(found: SavedSentences): string[] {
  return found.sentences.filter((one) => !one.material && !one.text.includes('{')).map((one) => one.text)
}
