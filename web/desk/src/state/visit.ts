/** Somebody who stands at the window: the draft that is filled in for them, until it has become a case. */

import { computed, reactive } from 'vue'

import * as api from '../api/counter'
import { sentence } from '../api/http'
import type { CounterReceipt } from '../api/types'

/** How a material is there: on paper in the officer's hand, scanned, to come later, or promised in writing. */
export type Way = 'paper' | 'scan' | 'later' | 'promised'

interface Visit {
  intake: api.Intake | null
  content: api.Content | null
  gaps: api.Gap[]
  slots: api.Slots['slots']
  ways: Record<string, Way>
  lookedUp: string[]
  receipt: CounterReceipt | null
  busy: boolean
  fault: string
}

const fresh = (): Visit => ({ intake: null, content: null, gaps: [], slots: [], ways: {}, lookedUp: [], receipt: null, busy: false, fault: '' })

export const visit = reactive<Visit>(fresh())

/** One key for one submission, so that pressing twice submits once. */
let key = ''

export const asksStill = computed(() => visit.intake?.next_question ?? null)

export function forget(): void {
  Object.assign(visit, fresh())
}

export function open(affair: string): Promise<void> {
  return doing(async () => {
    forget()
    visit.busy = true
    key = crypto.randomUUID()
    await take(await api.readIntake(await api.begin(affair)))
  })
}

export function answer(question: string, value: string | null): Promise<void> {
  return withIntake((intake) => api.answer(intake, { [question]: value }))
}

/** What is wrong with the values that were given, by field. */
export async function tell(values: Record<string, string>): Promise<Record<string, string>> {
  let wrong: Record<string, string> = {}
  await withIntake(async (intake) => {
    const now = await api.personal(intake, values)
    wrong = Object.fromEntries((now.contact_problems ?? []).map((problem) => [problem.field, problem.message]))
    return now
  })
  return wrong
}

export function set(ways: Record<string, Way | undefined>): Promise<void> {
  return doing(async () => {
    if (!visit.intake) return
    const states = Object.fromEntries(Object.entries(ways).map(([material, way]) => [material, stateOf(way)]))
    await show(await api.materials(visit.intake.id, states))
    for (const [material, way] of Object.entries(ways)) {
      if (way) visit.ways[material] = way
      else delete visit.ways[material]
    }
  })
}

export function scan(material: string, file: File): Promise<void> {
  return doing(async () => {
    if (!visit.intake) return
    await api.upload(visit.intake.id, material, file)
    visit.ways[material] = 'scan'
    await show(await api.materials(visit.intake.id, {}))
    await precheck()
  })
}

/** What the pre-check says of the scans; asked again while it is at work. */
export async function precheck(): Promise<void> {
  const intake = visit.intake?.id
  if (!intake) return
  const found = await api.slots(intake)
  if (visit.intake?.id !== intake) return
  visit.slots = found.slots
  if (found.waiting && !visit.receipt) setTimeout(() => void precheck().catch(() => undefined), found.poll_after_ms ?? 1000)
}

export function submit(): Promise<void> {
  return doing(async () => {
    if (!visit.intake) return
    const paper = Object.keys(visit.ways).filter((material) => visit.ways[material] === 'paper')
    visit.receipt = await api.submit(visit.intake.id, key, { paper, looked_up: visit.lookedUp })
  })
}

export async function printNotice(): Promise<void> {
  const page = window.open('', '_blank')
  await doing(async () => {
    if (visit.intake && page) page.location.href = await api.drawNotice(visit.intake.id)
  })
  if (visit.fault) page?.close()
}

function stateOf(way: Way | undefined): api.MaterialState {
  if (way === 'later' || way === 'promised') return way
  return way ? 'ready' : 'missing'
}

function withIntake(change: (intake: string) => Promise<api.Intake>): Promise<void> {
  return doing(async () => {
    if (visit.intake) await take(await change(visit.intake.id))
  })
}

/** Take over a view that comes without notice and gaps, and get these. */
async function take(now: api.Intake): Promise<void> {
  visit.intake = now
  await show(await api.materials(now.id, {}))
}

async function show(now: api.Intake): Promise<void> {
  visit.intake = now
  visit.content = now.preview ?? null
  visit.gaps = now.gaps ?? []
  const listed = new Set(visit.content?.materials.map((line) => line.id))
  for (const material of Object.keys(visit.ways)) if (!listed.has(material)) delete visit.ways[material]
}

async function doing(work: () => Promise<void>): Promise<void> {
  visit.busy = true
  visit.fault = ''
  try {
    await work()
  } catch (error) {
    visit.fault = sentence(error)
  } finally {
    visit.busy = false
  }
}
