import { asked, call } from './http'
import type { ActPreview, DeskCase, PageActs, Papers, Transitions } from './types'

export function readCase(number: string): Promise<DeskCase> {
  return call('GET', `/desk/cases/${number}`)
}

export function readPapers(number: string): Promise<Papers> {
  return call('GET', `/desk/cases/${number}/materials`)
}

/** The acts of these roles in the order of the procedure, with the reasons of those that cannot be done. */
export function readActs(number: string): Promise<PageActs> {
  return call('GET', `/desk/cases/${number}/acts`)
}

/** What an act would send out, word for word; nothing is done. */
export function previewAct(number: string, act: string, version: number, role: string, data: unknown): Promise<ActPreview> {
  return call('POST', `/desk/cases/${number}/acts/${act}/preview`, { version, role, data })
}

export function readTransitions(): Promise<Transitions> {
  return call('GET', '/desk/transitions')
}

/** Do an act on the case as this page saw it; another version is answered with 409. */
export function doAct(number: string, act: string, version: number, role: string, data: unknown): Promise<DeskCase> {
  return call('POST', `/desk/cases/${number}/acts/${act}`, { version, role, data })
}

/** Contact data in the clear; each look is recorded. */
export async function showContact(number: string, fields: string[]): Promise<Record<string, string>> {
  return (await call<{ contact: Record<string, string> }>('POST', `/desk/cases/${number}/contact`, { fields })).contact
}

/** Windows and departments by which staff name a place: id and name. */
export async function readPlaces(): Promise<{ windows: Place[]; departments: Place[] }> {
  const [{ windows }, { departments }] = await Promise.all([
    call<{ windows: { id: string; number: string; name: string }[] }>('GET', '/windows'),
    call<{ departments: Place[] }>('GET', asked('/departments', {})),
  ])
  return { windows: windows.map((one) => ({ id: one.id, name: `${one.number} ${one.name}` })), departments }
}

export interface Place {
  id: string
  name: string
}
