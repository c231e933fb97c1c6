// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest'

import type { Intake, Material, NoticeContent } from '../src/api/types'
import { openMaterials } from '../src/talk/notice'
import { stepOf } from '../src/talk/steps'

const paper = (id: string, more: Partial<Material> = {}): Material => ({
  id, name: id, basis: [], form: '原件', copies: 1, source: null, necessity: '必要', standard: '', filling: '', issued_by: '', blank_form: '', for_items: [], promise_instead: false, certain: true, reason: '', ...more,
})

const content: NoticeContent = {
  affair: 'a', catalogue_version: '1', name: '食品经营许可', kind: 'item', circumstances: [], fees: [], items: [], route: null,
  materials: [paper('form'), paper('lease', { promise_instead: true }), paper('health', { necessity: '容缺后补' }), paper('plan', { certain: false })],
}

const intake = (more: Partial<Intake> = {}): Intake => ({
  id: 'i', state: 'open', affair: { id: 'a', name: '食品经营许可', kind: 'item', scenario: '', department: '', origin: 'shipped', source: '', absent: [] }, answers: [], next_question: null, remaining: 0, place: null, understood: [], kept: [], changed: [], dropped: [],
  catalogue_version: '1', statements: [], preview: null, gaps: null,
  contact: {}, contact_received: [], contact_labels: {}, contact_problems: [], contact_needed: [], contact_welcome: [], contact_doubts: [], result_ways: [], result_way: '', result_place: '', materials: {}, notice: { number: 'GZ', version: 1, access: 'x' }, notice_outdated: false, case_number: null, renewal: null, phone_check: 'off', ...more,
})

describe('where the applicant is', () => {
  it('begins with the item', () => {
    expect(stepOf(null, null, null)).toBe('item')
    expect(stepOf(intake({ affair: null, notice: null }), null, null)).toBe('item')
  })

  it('is at the questions while one is open', () => {
    expect(stepOf(intake({ next_question: { id: 'q', text: '', why: '', help: '', unit: '', several: false, options: [] } }), null, null)).toBe('questions')
  })

  it('is at the notice while it has to be drawn anew', () => {
    expect(stepOf(intake({ notice_outdated: true }), null, null)).toBe('notice')
  })

  it('is at the materials until those that a submission waits for are there', () => {
    expect(stepOf(intake(), content, null)).toBe('materials')
    expect(stepOf(intake({ materials: { form: 'ready', lease: 'promised' } }), content, null)).toBe('submit')
  })

  it('is at the progress after a submission, until something new is begun', () => {
    expect(stepOf(intake({ affair: null, notice: null }), null, '261123000017')).toBe('progress')
    expect(stepOf(intake(), content, '261123000017')).toBe('materials')
  })
})

describe('open materials', () => {
  it('leave out what may come later and what is not certain', () => {
    expect(openMaterials(content, {}).map((material) => material.id)).toEqual(['form', 'lease'])
  })

  it('keep a promise that is not allowed', () => {
    expect(openMaterials(content, { form: 'promised', lease: 'promised' }).map((material) => material.id)).toEqual(['form'])
  })
})
