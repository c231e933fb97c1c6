// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest'

import type { Limits, Slot, SlotList, StoredFile } from '../src/api/types'
import { refusalOf, sizeText, typeOf } from '../src/checks/files'
import { large } from '../src/state/settings'
import { standing } from '../src/talk/remarks'
import { fileSaid, movable, moved, need, remarks, remarkText, replaceable, slotSaid, standingSaid } from '../src/talk/papers'

const LIMITS: Limits = { max_bytes: 10 * 1024 * 1024, max_files: 20, max_pdf_pages: 30, types: ['image/jpeg', 'image/heic', 'application/pdf'], accept: '', kept_hours: 24, say: '可以传JPG、HEIC、PDF。' }

function file(id: string, check: Partial<StoredFile['check']> = {}): StoredFile {
  return { id, name: '', media_type: 'image/jpeg', size: 1, pages: 1, width: 1, height: 1, uploaded_at: '2026-11-23T09:30:00+08:00', kept_until: null, content: '', thumbnail: '', reused_from: '', replaces: '', removable: true, recognised: true, belongs: '', check: { state: 'done', position: null, kind: null, findings: [], ...check } }
}

function slot(state: Slot['state'], files: StoredFile[], findings: Slot['findings'] = []): Slot {
  return { id: 'm', name: '合同', need: '必要', certain: true, form: null, copies: null, source: null, standard: '', filling: '', reason: '', declared: null, state, files, findings, room: 3, open: true, kinds: [] }
}

const finding = (severity: 'mend' | 'warn', say: string) => ({ code: 'x', severity, say, place: null })

describe('a file before it is sent', () => {
  it('is refused for its kind, its size or because it is empty', () => {
    expect(refusalOf({ name: 'a.txt', type: 'text/plain', size: 5 }, LIMITS)).toContain('可以传JPG')
    expect(refusalOf({ name: 'a.jpg', type: 'image/jpeg', size: 0 }, LIMITS)).toContain('空的')
    expect(refusalOf({ name: 'a.pdf', type: 'application/pdf', size: LIMITS.max_bytes + 1 }, LIMITS)).toContain('超过了10 MB')
  })

  it('is taken up to the limit, and where the device does not know its kind', () => {
    expect(refusalOf({ name: 'a.pdf', type: 'application/pdf', size: LIMITS.max_bytes }, LIMITS)).toBe('')
    expect(typeOf({ name: 'IMG_1.HEIC', type: '' })).toBe('image/heic')
    expect(refusalOf({ name: 'IMG_1.HEIF', type: '', size: 5 }, LIMITS)).toBe('')
    expect(refusalOf({ name: 'IMG_1.HEIC', type: 'application/octet-stream', size: 5 }, LIMITS)).toBe('')
    expect(refusalOf({ name: 'photo', type: '', size: 5 }, LIMITS)).toBe('')
  })

  it('has its size said as people read it', () => {
    expect([sizeText(900), sizeText(2048), sizeText(1.5 * 1024 * 1024)]).toEqual(['900字节', '2 KB', '1.5 MB'])
  })
})

describe('what was found', () => {
  it('is said with what to mend first and with the file it is about', () => {
    const two = slot('mend', [file('a', { findings: [finding('warn', '留意。')] }), file('b', { findings: [finding('mend', '请重拍。')] })])
    expect(remarks(two).map((remark) => remarkText(remark, two))).toEqual(['第2张：请重拍。', '第1张：留意。'])
    expect(slotSaid(two)).toEqual({ text: '请重传', tone: 'bad' })
  })

  it('tells the place in the queue', () => {
    expect(fileSaid(file('a', { state: 'queued', position: 3 })).text).toBe('排第3位')
    expect(fileSaid(file('a', { state: 'queued', position: 1 })).text).toBe('马上检查')
  })

  it('claims no check where there was none', () => {
    expect(slotSaid(slot('received', [file('a', { state: 'off' })])).text).toBe('已收到，由窗口核对')
    expect(slotSaid(slot('passed', [file('a')])).text).toBe('预审通过')
  })
})

describe('the order of files', () => {
  it('moves one and keeps the others', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a'], 4, 0)).toEqual(['a'])
  })
})

describe('whether a paper has to be there', () => {
  it('is said in the words of the notice', () => {
    expect(need(slot('empty', []))).toBe('必要')
    expect(need({ ...slot('empty', []), need: '容缺后补' })).toBe('可容缺后补')
    expect(need({ ...slot('empty', []), certain: false })).toBe('视情况需要')
    large.value = true
    expect(need(slot('empty', []))).toBe('一定要带')
    large.value = false
  })
})

describe('what was to be mended before a submission', () => {
  const list = (...slots: Slot[]) => ({ slots }) as unknown as SlotList
  const blurred = { material: 'm', name: '合同第1张', say: '照片模糊' }

  it('stands until the finding is gone', () => {
    const bad = slot('mend', [file('a', { findings: [finding('mend', '照片模糊')] })])
    expect(standing([blurred], list(bad))).toEqual([blurred])
    expect(standing([blurred], list(slot('passed', [file('b')])))).toEqual([])
    expect(standing([blurred], null)).toEqual([blurred])
  })
})

describe('a slot after the submission', () => {
  const old = { ...file('old'), removable: false }
  const instead = { ...file('new'), replaces: 'old' }

  it('says what was handed in and what stands for it', () => {
    const asked = slot('passed', [old, { ...old, id: 'other' }, instead])
    expect(asked.files.map((one) => standingSaid(one, asked))).toEqual(['已交，有新的', '已交', '代替第1张'])
    expect(standingSaid(old, { ...asked, files: [old], open: false })).toBe('')
  })

  it('puts in order only what is new', () => {
    expect(movable(slot('passed', [old, instead]))).toEqual(['new'])
  })

  it('has a place for a better photo of what was submitted while there is room, and of what is new always', () => {
    const asked = slot('mend', [old])
    expect(replaceable(old, asked)).toBe(true)
    expect(replaceable(old, { ...asked, room: 0 })).toBe(false)
    const both = { ...slot('passed', [old, instead]), room: 0 }
    expect(both.files.map((one) => replaceable(one, both))).toEqual([false, true])
    expect(replaceable(instead, { ...both, open: false })).toBe(false)
  })

  it('says nothing of the sort before', () => {
    const draft = slot('passed', [file('a'), file('b')])
    expect(draft.files.map((one) => standingSaid(one, draft))).toEqual(['', ''])
    expect(movable(draft)).toEqual(['a', 'b'])
  })
})
