/**
 * Files on their way to the service, one after the other, so that pages keep their order. A lost connection costs nothing: the file
 * is sent again under the same key and stored once.
 */

import { markRaw, reactive, toRaw, watchEffect } from 'vue'

import { Refusal, sentence, Unreachable } from '../api/http'
import type { Limits } from '../api/types'
import { sendFile } from '../api/uploads'
import { refusalOf } from '../checks/files'
import { lightened } from '../checks/picture'
import { newId } from './ids'
import { refreshPapersQuietly, slotOf, takeSlot } from './papers'
import type { Parcel } from './parcels'
import { dropAllParcels, dropParcel, keepParcel, keptParcels } from './parcels'
import type { Underway } from './underway'
import { tellUnderway } from './underway'

export interface Upload {
  key: string
  intake: string
  material: string
  name: string
  body: Blob
  /** For showing the picture while it travels; empty for what is no picture. */
  preview: string
  state: 'preparing' | 'waiting' | 'sending' | 'failed' | 'refused'
  /** Share that has left, 0 to 1. */
  sent: number
  say: string
  tries: number
  /** Id of the stored file whose place it takes. */
  replaces: string
}

export const uploads = reactive<Upload[]>([])

/** Pauses before a lost file is sent again by itself; then it waits for a tap or for the network to come back. */
const PAUSES_MS = [2000, 5000, 15000]

/** Answers that say: the same again later. */
const PASSING = new Set(['busy', 'scanner_down', 'upload_cut_off'])

const sendings = new Map<string, AbortController>()
let running = false

watchEffect(() => {
  const now: Record<string, Underway> = {}
  for (const { intake, material, state } of uploads) {
    if (state === 'refused') continue
    const count = (now[`${intake}/${material}`] ??= { going: 0, stuck: 0 })
    count[state === 'failed' ? 'stuck' : 'going'] += 1
  }
  tellUnderway(now)
})

export function uploadsOf(intake: string, material: string): Upload[] {
  return uploads.filter((one) => one.intake === intake && one.material === material)
}

/** Take files that were chosen; what may not be sent is said before it travels. */
export async function addFiles(intake: string, material: string, files: File[], limits: Limits, replaces = ''): Promise<void> {
  const slot = slotOf(intake, material)
  const makesRoom = slot?.files.some((file) => file.id === replaces && file.removable)
  let room = (slot?.room ?? files.length) - onTheWay(intake, material) + Number(makesRoom ?? false)
  const taken = files.map((file) => {
    const upload = made({ key: newId(), intake, material, name: file.name, body: file, at: Date.now(), replaces })
    upload.state = 'preparing'
    if (room-- <= 0) refuse(upload, `没有上传：这份材料最多${limits.max_files}个文件。`)
    uploads.push(upload)
    return uploads[uploads.length - 1] as Upload
  })
  const accepted = taken.filter((upload) => upload.state === 'preparing')
  for (const upload of accepted) await keepParcel(parcelOf(upload, false)) // all of them, before the first takes its time
  for (const upload of accepted) await prepare(upload, limits)
}

/** @param limits Unknown after a reload; then the service alone says what it does not take. */
async function prepare(upload: Upload, limits?: Limits): Promise<void> {
  const body = await lightened(upload.body)
  if (!uploads.includes(upload)) return // given up meanwhile
  const refused = limits && refusalOf({ name: upload.name, type: upload.body.type, size: body.size }, limits)
  if (refused) return refuse(upload, refused)
  Object.assign(upload, { body: markRaw(body), state: 'waiting' })
  await keepParcel(parcelOf(upload, true))
  void pump()
}

function parcelOf({ key, intake, material, name, body, replaces }: Upload, prepared: boolean): Parcel {
  return { key, intake, material, name, body: toRaw(body), at: Date.now(), replaces, prepared }
}

function refuse(upload: Upload, why: string): void {
  Object.assign(upload, { state: 'refused', say: `「${upload.name}」${why}` })
  void dropParcel(upload.key)
}

/** After a reload: what had not arrived goes on by itself. */
export async function recallUploads(): Promise<void> {
  const known = new Set(uploads.map((one) => one.key))
  const fresh = (await keptParcels()).filter((parcel) => !known.has(parcel.key))
  const recalled = fresh.map((parcel) => {
    const at = uploads.push({ ...made(parcel), state: parcel.prepared ? 'waiting' : 'preparing' }) - 1
    return uploads[at] as Upload
  })
  void pump()
  for (const upload of recalled) if (upload.state === 'preparing') await prepare(upload)
}

/** Send again what was lost on the way: one file, or all of them when the network is back. */
export function retry(key?: string): void {
  for (const upload of uploads) {
    if (upload.state === 'failed' && (!key || upload.key === key)) Object.assign(upload, { state: 'waiting', say: '', tries: 0 })
  }
  void pump()
}

/** Give a file up that has not arrived. */
export function giveUp(key: string): void {
  sendings.get(key)?.abort()
  drop(key)
}

export async function giveAllUp(): Promise<void> {
  for (const upload of [...uploads]) giveUp(upload.key)
  await dropAllParcels()
}

function made(parcel: Parcel): Upload {
  const { key, intake, material, name, replaces = '' } = parcel
  const preview = parcel.body.type.startsWith('image/') ? URL.createObjectURL(parcel.body) : ''
  return { key, intake, material, name, body: markRaw(parcel.body), preview, state: 'waiting', sent: 0, say: '', tries: 0, replaces }
}

function onTheWay(intake: string, material: string): number {
  return uploadsOf(intake, material).filter((one) => one.state !== 'refused').length
}

function drop(key: string): void {
  const at = uploads.findIndex((one) => one.key === key)
  const [gone] = at < 0 ? [] : uploads.splice(at, 1)
  if (gone?.preview) URL.revokeObjectURL(gone.preview)
  void dropParcel(key)
}

async function pump(): Promise<void> {
  if (running) return
  running = true
  try {
    for (let next = upNext(); next; next = upNext()) await send(next)
  } finally {
    running = false
  }
}

function upNext(): Upload | undefined {
  return uploads.find((one) => one.state === 'waiting')
}

async function send(upload: Upload): Promise<void> {
  const ending = new AbortController()
  sendings.set(upload.key, ending)
  Object.assign(upload, { state: 'sending', sent: 0, say: '' })
  try {
    const received = await sendFile(upload, (share) => (upload.sent = share), ending.signal)
    takeSlot(upload.intake, received.slot)
    drop(upload.key)
    await refreshPapersQuietly(upload.intake)
  } catch (fault) {
    if (uploads.includes(upload)) fail(upload, fault)
  } finally {
    sendings.delete(upload.key)
  }
}

function fail(upload: Upload, fault: unknown): void {
  const passing = fault instanceof Unreachable || (fault instanceof Refusal && (fault.status === 429 || fault.status === 503 || PASSING.has(fault.code)))
  Object.assign(upload, { state: passing ? 'failed' : 'refused', say: passing ? sentence(fault) : `「${upload.name}」：${sentence(fault)}`, sent: 0 })
  if (!passing) {
    void dropParcel(upload.key)
    void refreshPapersQuietly(upload.intake) // it may have been submitted meanwhile, from another tab
    return
  }
  const pause = PAUSES_MS[upload.tries++]
  if (pause) window.setTimeout(() => upload.state === 'failed' && navigator.onLine !== false && resume(upload), pause)
}

function resume(upload: Upload): void {
  upload.state = 'waiting'
  void pump()
}

window.addEventListener('online', () => retry())
