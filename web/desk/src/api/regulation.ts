/** What a supervising department does at its screen, and the letters that the centre answers. */

import { asked, call, sendFile } from './http'
import type { Feedback, Letter, LetterAnswer, Letters, LetterWritten, Regulated, Report, ResultLines } from './types'

export function readRegulated(): Promise<Regulated> {
  return call('GET', '/regulation')
}

export function readResults(claimed: boolean, after: number): Promise<ResultLines> {
  return call('GET', asked('/regulation/results', { claimed, after }))
}

export function claimResults(keys: string[]): Promise<unknown> {
  return call('POST', '/regulation/results/claim', { keys })
}

export async function readReports(): Promise<Feedback[]> {
  return (await call<{ feedback: Feedback[] }>('GET', '/regulation/feedback')).feedback
}

export function report(said: Report): Promise<unknown> {
  return call('POST', '/regulation/feedback', said)
}

export async function readOwnLetters(): Promise<Letter[]> {
  return (await call<Letters>('GET', '/regulation/requests')).requests
}

export function writeLetter(letter: LetterWritten): Promise<Letter> {
  return call('POST', '/regulation/requests', letter)
}

export function enclose(number: string, file: File): Promise<Letter> {
  return sendFile(`/regulation/requests/${number}/file`, file)
}

export function readLetters(): Promise<Letters> {
  return call('GET', '/desk/letters')
}

export function answerLetter(number: string, answer: LetterAnswer): Promise<Letter> {
  return call('POST', `/desk/letters/${number}/answer`, answer)
}

/** The address of a letter's file, for another tab. */
export function letterFile(number: string): string {
  return `/api/v1/desk/letters/${number}/file`
}
