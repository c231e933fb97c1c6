/** The draft behind the conversation: affair, answers, materials, contact data (masked). */

import { computed, reactive } from 'vue'

import * as centre from '../api/centre'
import { Refusal } from '../api/http'
import type { Intake, MaterialState, Notice } from '../api/types'
import { hasSubmitted, rememberDraft } from './cases'
import { channel } from './channel'
import { kept } from './storage'

interface State {
  intake: Intake | null
  notice: Notice | null
  /** Another device has taken over what was open here. */
  isElsewhere: boolean
}

export const draft: State = reactive({ intake: null, notice: null, isElsewhere: false })

let last: Promise<unknown> = Promise.resolve()

/** One after another: an answer that a later one has overtaken would put an older draft in the place of the one that is there. */
function inTurn<T>(ask: () => T | Promise<T>): Promise<T> {
  const mine = last.then(ask)
  last = mine.catch(() => undefined)
  return mine
}

/** Fulfilled once everything that was asked about the draft is answered. */
export const atRest = (): Promise<void> => inTurn(() => undefined)

/** The notice in force, null while answers have changed since it was drawn. */
export const noticeInForce = computed(() => (draft.intake?.notice && !draft.intake.notice_outdated ? draft.notice : null))

export function refreshIntake(conversation: string): Promise<void> {
  return inTurn(() => refresh(conversation))
}

async function refresh(conversation: string): Promise<void> {
  try {
    await take(await centre.currentIntake(conversation, channel()))
  } catch (fault) {
    if (!(fault instanceof Refusal)) return // the answer is there; where we stand is shown again with the next one
    forgetIntake()
  }
  lookElsewhere()
}

/** A code was issued by which another device may go on with the open draft. */
export function rememberMove(): void {
  kept.write('moving', draft.intake?.id ?? null)
}

/** A draft for which a code was issued, and that is no longer here although it was not submitted here, is on the other device. */
function lookElsewhere(): void {
  const moving = kept.read<string>('moving')
  const isHere = draft.intake?.id === moving
  if (moving && !isHere && (draft.intake?.affair || hasSubmitted(moving))) kept.write('moving', null)
  draft.isElsewhere = !!kept.read('moving') && !isHere
}

export function declare(material: string, state: MaterialState): Promise<void> {
  return change((intake) => centre.declareMaterials(intake, { [material]: state }))
}

export async function declareAll(materials: string[]): Promise<void> {
  const states = Object.fromEntries(materials.map((id) => [id, 'ready' as const]))
  if (materials.length) await change((intake) => centre.declareMaterials(intake, states))
}

/** Keep contact data; what was wrong with them comes back. */
export async function keepPersonal(values: Record<string, string>): Promise<Intake['contact_problems']> {
  let problems: Intake['contact_problems'] = []
  await change(async (id) => {
    const intake = await centre.storePersonal(id, values)
    problems = intake.contact_problems
    return intake
  })
  return problems
}

export function wishResult(way: 'counter' | 'post' | 'place', place: string): Promise<void> {
  return change((intake) => centre.wishResult(intake, way, place))
}

export function sayExpiry(until: string | null): Promise<void> {
  return change((intake) => centre.sayExpiry(intake, until))
}

/** Have a code sent to the phone of the draft. */
export function sendPhoneCode(): Promise<void> {
  return change(centre.sendPhoneCode)
}

/** Give the code back that came by text message. */
export function checkPhone(code: string): Promise<void> {
  return change((intake) => centre.checkPhone(intake, code))
}

function change(ask: (intake: string) => Promise<Intake>): Promise<void> {
  return inTurn(async () => {
    if (draft.intake) await take(await ask(draft.intake.id))
  })
}

/** What the service says of a material after a file came or went. */
export function learnDeclared(intake: string, material: string, state: MaterialState | null): Promise<void> {
  return inTurn(() => {
    if (draft.intake?.id !== intake) return
    if (state) draft.intake.materials[material] = state
    else delete draft.intake.materials[material]
  })
}

export async function closeDraft(): Promise<void> {
  if (draft.intake) await centre.closeIntake(draft.intake.id)
  abandonIntake()
}

export function forgetIntake(): void {
  draft.intake = draft.notice = null
}

/** Nothing that was begun here goes on here. */
export function abandonIntake(): void {
  forgetIntake()
  kept.write('moving', null)
  draft.isElsewhere = false
}

async function take(intake: Intake): Promise<void> {
  const wanted = intake.notice
  const known = draft.notice
  if (!wanted) draft.notice = null
  else if (known?.number !== wanted.number || known.version !== wanted.version) draft.notice = await centre.readNotice(wanted.access)
  draft.intake = intake
  if (intake.affair) rememberDraft(intake.id)
}
