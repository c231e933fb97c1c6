/** The case system, as far as the page calls it itself: personal data go this way and never through the dialogue. */

import { call, file } from './http'
import type { Department, Intake, Item, MaterialState, Notice, Schemas } from './types'

const PREFIX = '/api/v1'

/** All windows, and what everybody should know now. */
export function windows(): Promise<Schemas['WindowList']> {
  return call('GET', `${PREFIX}/windows`)
}

/** The window that is nearest to a place. */
export function nearestWindow(latitude: number, longitude: number): Promise<Schemas['NearestWindow']> {
  return call('POST', `${PREFIX}/windows/nearest`, { latitude, longitude, label: '' })
}

export async function departments(): Promise<Department[]> {
  return (await call<Schemas['DepartmentList']>('GET', `${PREFIX}/departments`)).departments
}

/** Everything that can be done here, page by page. */
export async function allItems(): Promise<{ items: Item[]; themes: string[] }> {
  const items: Item[] = []
  let themes: string[] = []
  for (let total = 1; items.length < total; ) {
    const page = await call<Schemas['ItemList']>('GET', `${PREFIX}/items?limit=200&offset=${items.length}`)
    items.push(...page.items)
    themes = page.themes
    total = page.items.length ? page.total : 0
  }
  return { items, themes }
}

export async function itemName(id: string): Promise<string> {
  return (await call<Schemas['ItemDetail']>('GET', `${PREFIX}/items/${encodeURIComponent(id)}`)).name
}

/** The open intake of a conversation, under the name that its channel gives it. */
export function currentIntake(conversation: string, channel: string): Promise<Intake> {
  return call('POST', `${PREFIX}/intakes/current`, { channel, conversation: `${channel}：${conversation}` })
}

export function storePersonal(intake: string, values: Record<string, string>): Promise<Intake> {
  return call('PUT', `${PREFIX}/intakes/${intake}/personal`, { values })
}

export function wishResult(intake: string, way: Schemas['ResultWish']['way'], place: string): Promise<Intake> {
  return call('PUT', `${PREFIX}/intakes/${intake}/result-way`, { way, place })
}

/** Until when the licence to be renewed is valid; nothing takes it back. */
export function sayExpiry(intake: string, until: string | null): Promise<Intake> {
  return call('PUT', `${PREFIX}/intakes/${intake}/licence-expiry`, { until })
}

export function sendPhoneCode(intake: string): Promise<Intake> {
  return call('POST', `${PREFIX}/intakes/${intake}/phone-code`)
}

export function checkPhone(intake: string, code: string): Promise<Intake> {
  return call('PUT', `${PREFIX}/intakes/${intake}/phone-code`, { code })
}

/** What is agreed to with a submission. */
export function readTerms(): Promise<Schemas['TermsView']> {
  return call('GET', `${PREFIX}/terms`)
}

/** A form filled in with what is handed over; nothing of it is kept. */
export async function filledForm(intake: string, material: string, values: Record<string, string>): Promise<{ body: Blob; name: string }> {
  return file(`${PREFIX}/intakes/${intake}/form.docx`, { material, values })
}

export function declareMaterials(intake: string, states: Record<string, MaterialState>): Promise<Intake> {
  return call('PATCH', `${PREFIX}/intakes/${intake}/materials`, { states })
}

export function closeIntake(intake: string): Promise<unknown> {
  return call('DELETE', `${PREFIX}/intakes/${intake}`)
}

export function readNotice(access: string): Promise<Notice> {
  return call('GET', `${PREFIX}/notices/${access}`)
}
