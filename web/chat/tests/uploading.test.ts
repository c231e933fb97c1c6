// @vitest-environment happy-dom

import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Limits, Slot, StoredFile } from '../src/api/types'
import type { Parcel } from '../src/state/parcels'

import { until } from './until'

const LIMITS: Limits = { max_bytes: 1000, max_files: 3, max_pdf_pages: 30, types: ['application/pdf'], accept: '', kept_hours: 24, say: '可以传PDF。' }

let stored: string[]
let sending: () => Error | null

const fileOf = (id: string): StoredFile => ({ id, removable: true, check: { state: 'done', position: null, kind: null, findings: [] } }) as unknown as StoredFile
const slotNow = (): Slot => ({ id: 'm', name: '合同', state: 'passed', files: stored.map(fileOf), findings: [], room: 3 - stored.length, open: true, declared: null }) as unknown as Slot

beforeEach(() => {
  stored = ['a', 'b']
  sending = () => null
  vi.resetModules()
  vi.doMock('../src/api/uploads', () => ({
    slotsOf: async () => ({ intake: 'i', open: true, limits: LIMITS, slots: [slotNow()], reusable: [], waiting: 0, poll_after_ms: null }),
    sendFile: async ({ replaces }: { replaces: string }) => {
      const fault = sending()
      if (fault) throw fault
      stored = replaces ? stored.map((one) => (one === replaces ? 'new' : one)) : [...stored, 'new']
      return { file: fileOf('new'), slot: slotNow() }
    },
  }))
})

const pdf = (): File => new File(['%PDF-1.7'], '合同.pdf', { type: 'application/pdf' })

async function load() {
  const [uploading, papers] = await Promise.all([import('../src/state/uploading'), import('../src/state/papers')])
  await papers.refreshPapers('i')
  return { ...uploading, ...papers }
}

describe('a better photo', () => {
  it('is sent with the file in whose place it comes', async () => {
    const { addFiles, slotOf, uploads } = await load()
    await addFiles('i', 'm', [pdf()], LIMITS, 'a')
    await until(() => expect(slotOf('i', 'm')?.files.map((file) => file.id)).toEqual(['new', 'b']))
    expect(uploads).toHaveLength(0)
  })

  it('has the room of the one that goes for it', async () => {
    stored = ['a', 'b', 'c']
    const { addFiles, slotOf, uploads } = await load()
    await addFiles('i', 'm', [pdf()], LIMITS, 'c')
    await until(() => expect(slotOf('i', 'm')?.files.map((file) => file.id)).toEqual(['a', 'b', 'new']))
    await addFiles('i', 'm', [pdf()], LIMITS)
    expect(uploads.map((one) => one.state)).toEqual(['refused'])
  })
})

describe('files that have not arrived', () => {
  it('are counted where the sheet is closed', async () => {
    const { addFiles } = await load()
    const { underwayOf } = await import('../src/state/underway')
    const { Unreachable } = await import('../src/api/http')
    sending = () => new Unreachable()
    await addFiles('i', 'm', [pdf()], LIMITS)
    await until(() => expect(underwayOf('i', 'm')).toEqual({ going: 0, stuck: 1 }))
  })
})

describe('a page that is closed while photos are made smaller', () => {
  it('has kept all of them, and goes on with them', async () => {
    const kept = new Map<string, Parcel>()
    vi.doMock('../src/state/parcels', () => ({
      keepParcel: async (parcel: Parcel) => void kept.set(parcel.key, parcel),
      dropParcel: async (key: string) => void kept.delete(key),
      dropAllParcels: async () => kept.clear(),
      keptParcels: async () => [...kept.values()],
    }))
    vi.doMock('../src/checks/picture', () => ({ lightened: () => new Promise(() => undefined) }))
    stored = []
    const before = await load()
    void before.addFiles('i', 'm', [pdf(), pdf()], LIMITS)
    await until(() => expect(kept.size).toBe(2))
    vi.resetModules()
    vi.doMock('../src/checks/picture', () => ({ lightened: async (body: Blob) => body }))
    const after = await load()
    await after.recallUploads()
    await until(() => expect(stored).toHaveLength(2))
    expect(kept.size).toBe(0)
    vi.doUnmock('../src/state/parcels')
    vi.doUnmock('../src/checks/picture')
  })
})
