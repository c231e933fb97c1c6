/** Slots of the materials, their files, and what the pre-check found. */

import { call, understood, Unreachable } from './http'
import type { MaterialState } from './types'

export interface Place {
  page: number
  left: number
  top: number
  width: number
  height: number
}

export interface Finding {
  code: string
  severity: 'mend' | 'warn'
  say: string
  place: Place | null
}

export interface Check {
  state: 'queued' | 'checking' | 'done' | 'off'
  /** While queued: 1 is the next. */
  position: number | null
  kind: { id: string; name: string } | null
  findings: Finding[]
}

export interface StoredFile {
  id: string
  name: string
  media_type: string
  size: number
  pages: number
  width: number | null
  height: number | null
  content: string
  thumbnail: string
  reused_from: string
  /** The submitted file that it stands for; that one stays. */
  replaces: string
  /** Whether it may be moved, replaced and removed; what was submitted stays as it is. */
  removable: boolean
  check: Check
}

export type SlotState = 'empty' | 'checking' | 'received' | 'passed' | 'doubtful' | 'mend'

export interface Slot {
  id: string
  name: string
  need: string
  certain: boolean
  form: string | null
  copies: number | null
  source: string | null
  standard: string
  filling: string
  reason: string
  declared: MaterialState | null
  state: SlotState
  files: StoredFile[]
  findings: Finding[]
  /** How many files more it takes. */
  room: number
  /** Whether it takes files now; after the submission only what is asked for. */
  open: boolean
}

export interface Reusable {
  id: string
  name: string
  thumbnail: string
  material: string
  material_name: string
  item: string
  fits: string[]
}

export interface Limits {
  max_bytes: number
  max_files: number
  max_pdf_pages: number
  types: string[]
  accept: string
  kept_hours: number
  say: string
}

export interface SlotList {
  intake: string
  open: boolean
  limits: Limits
  slots: Slot[]
  reusable: Reusable[]
  waiting: number
  poll_after_ms: number | null
}

export interface FileReceived {
  file: StoredFile
  slot: Slot
}

const slotPath = (intake: string, material: string): string =>
  `/api/v1/intakes/${intake}/materials/${encodeURIComponent(material)}/files`

export function slotsOf(intake: string): Promise<SlotList> {
  return call('GET', `/api/v1/intakes/${intake}/materials`)
}

export function removeFile(intake: string, material: string, file: string): Promise<Slot> {
  return call('DELETE', `${slotPath(intake, material)}/${file}`)
}

export function orderFiles(intake: string, material: string, files: string[]): Promise<Slot> {
  return call('PUT', `${slotPath(intake, material)}/order`, { files })
}

export function reuseFile(intake: string, material: string, file: string): Promise<FileReceived> {
  return call('POST', `${slotPath(intake, material)}/reuse`, { file })
}

/** Nothing moved for so long: the connection is taken for lost. */
const SILENCE_MS = 45_000

export interface Sending {
  intake: string
  material: string
  /** The same when the file is sent again, so that it is stored once. */
  key: string
  name: string
  body: Blob
  /** The file in whose place it comes. */
  replaces?: string
}

/**
 * Send one file. A fetch does not tell how much is sent; an older request does.
 * @param onSent Told the share that has left, 0 to 1.
 */
export function sendFile(file: Sending, onSent: (share: number) => void, ending: AbortSignal): Promise<FileReceived> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let timer = 0
    const alive = (): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => request.abort(), SILENCE_MS)
    }
    const lost = (): void => {
      clearTimeout(timer)
      reject(new Unreachable())
    }
    const place = file.replaces ? `?${new URLSearchParams({ replaces: file.replaces })}` : ''
    request.open('POST', slotPath(file.intake, file.material) + place)
    request.setRequestHeader('Content-Type', file.body.type || 'application/octet-stream')
    request.setRequestHeader('Idempotency-Key', file.key)
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    request.upload.onprogress = (event) => {
      alive()
      if (event.lengthComputable) onSent(event.loaded / event.total)
    }
    request.onload = () => {
      clearTimeout(timer)
      try {
        resolve(understood<FileReceived>(request.status, request.responseText))
      } catch (fault) {
        reject(fault)
      }
    }
    request.onerror = request.onabort = lost
    ending.addEventListener('abort', () => request.abort(), { once: true })
    alive()
    request.send(file.body)
  })
}
