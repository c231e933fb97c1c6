/** Slots of the materials, their files, and what the pre-check found. */

import { call, file as fetched, understood, Unreachable } from './http'
import type { FileReceived, Slot, SlotList } from './types'

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

/** The stored picture itself. */
export async function contentOf(address: string): Promise<Blob> {
  return (await fetched(address, undefined)).body
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
