/** The fields of the secure form: what is asked of whom in this submission, in the order in which a person fills them. */

import type { Intake } from '../api/types'

export interface Field {
  kind: string
  label: string
  hint: string
  mode: 'text' | 'tel'
  length: number
  /** What the browser may fill in; of another person nothing. */
  autocomplete: string
  needed: boolean
}

type Known = Omit<Field, 'needed' | 'label'>

const CARD = '18位，最后一位可以是X；港澳台居民居住证、新版外国人永久居留身份证的号码也填这里'
const PASSPORT = '护照资料页上的，6到12位字母和数字'
const PERMIT = '港澳的H或M加8位数字，台湾的8位数字'
const RESIDENCE = '旧版的3个字母加12位数字'

const ALL: Known[] = [
  { kind: 'unit_name', hint: '和执照、登记证书上的一样，括号、数字照写', mode: 'text', length: 120, autocomplete: 'organization' },
  { kind: 'name', hint: '和证件上的一样', mode: 'text', length: 50, autocomplete: 'name' },
  { kind: 'id_number', hint: CARD, mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'passport', hint: PASSPORT, mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'travel_permit', hint: PERMIT, mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'residence_card', hint: RESIDENCE, mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'military', hint: '写成「某字第12345678」', mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'phone', hint: '11位，查进度要用后4位', mode: 'tel', length: 20, autocomplete: 'tel-national' },
  { kind: 'co_name', hint: '和证件上的一样', mode: 'text', length: 50, autocomplete: 'off' },
  { kind: 'co_id_number', hint: '18位，最后一位可以是X', mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'credit_code', hint: '营业执照、登记证书上的18位', mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'legal_name', hint: '执照、登记证书上的那位', mode: 'text', length: 50, autocomplete: 'off' },
  { kind: 'agent_name', hint: '来办的人，和证件上的一样', mode: 'text', length: 50, autocomplete: 'off' },
  { kind: 'agent_id_number', hint: CARD, mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'agent_passport', hint: PASSPORT, mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'agent_travel_permit', hint: PERMIT, mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'agent_residence_card', hint: RESIDENCE, mode: 'text', length: 24, autocomplete: 'off' },
  { kind: 'agent_phone', hint: '11位，有事打这个号码，查进度也用它的后4位', mode: 'tel', length: 20, autocomplete: 'off' },
  { kind: 'address', hint: '写到门牌号，邮寄结果时要用', mode: 'text', length: 120, autocomplete: 'street-address' },
]

/** Papers by which a person may be identified instead of the card: the field's kind, and what it is called. */
export const PAPERS: [string, string][] = [
  ['id_number', '居民身份证或者居住证'],
  ['passport', '护照'],
  ['travel_permit', '来往内地（大陆）通行证'],
  ['residence_card', '外国人永久居留身份证（旧版）'],
  ['military', '军官证'],
]
export const AGENT_PAPERS: [string, string][] = PAPERS.slice(0, 4).map(([kind, name]) => [`agent_${kind}`, name])

/** The papers of the person whose number a kind is; none where there is but one. */
export function papersFor(kind: string): [string, string][] {
  return [PAPERS, AGENT_PAPERS].find((papers) => papers.some(([one]) => one === kind)) ?? []
}

const LABELS: Record<string, string> = { name: '姓名', id_number: '身份证号', phone: '手机号', address: '联系地址' }
const EVERYBODY = ['name', 'id_number', 'phone']

/**
 * @param intake The draft; before it is there, what everybody gives.
 * @param chosen The paper that was chosen instead of the one that is asked for first.
 */
export function fieldsOf(intake: Intake | null, chosen: Record<string, string> = {}): Field[] {
  const needed = new Set(intake ? intake.contact_needed : EVERYBODY)
  const there = new Set(Object.keys(intake?.contact ?? {}))
  const welcome = new Set(intake?.contact_welcome ?? [])
  const posts = intake?.result_way === 'post'
  const shown = ALL.filter(({ kind }) => needed.has(kind) || there.has(kind) || welcome.has(kind) || kind === 'address')
  return shown.map((field) => {
    const kind = chosen[field.kind] ?? field.kind
    const known = ALL.find((one) => one.kind === kind) ?? field
    const isNeeded = needed.has(field.kind) || (there.has(field.kind) && field.kind !== 'address') || (field.kind === 'address' && posts)
    return { ...known, label: labelOf(intake, field.kind, kind), needed: isNeeded }
  })
}

/** What it is called here (申请人（您母亲）的姓名); with another paper its name stands in the place of 身份证号. */
function labelOf(intake: Intake | null, asked: string, kind: string): string {
  const label = intake?.contact_labels?.[asked] ?? LABELS[asked] ?? ''
  if (asked === kind) return label
  const name = papersFor(kind).find(([one]) => one === kind)?.[1] ?? ''
  return label.replace(/身份证号$/, `${name.replace(/（.*）/, '')}号`)
}
