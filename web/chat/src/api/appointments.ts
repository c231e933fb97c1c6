/** Slots of a window and the appointment in one of them. */

import type { Whose } from './cases'
import { call } from './http'

export interface Place {
  id: string
  number: string
  name: string
  site: string
  floor: string
  address: string
  phone: string
}

export interface DaySlots {
  day: string
  label: string
  slots: { start: string; end: string; free: number }[]
}

export interface SlotsView {
  window: Place
  slot_minutes: number
  first: string
  last: string
  note: string
  days: DaySlots[]
}

export interface Appointment {
  code: string
  state: 'booked' | 'cancelled' | 'passed'
  state_label: string
  item: string
  window: Place
  day: string
  start: string
  end: string
  when: string
  reminder: string
  note: string
  page_path: string
  qr_path: string
}

export interface CurrentAppointment {
  appointment: Appointment | null
  takes_appointments: boolean
  window: string | null
}

const PREFIX = '/api/v1'

export function slotsAt(window: string): Promise<SlotsView> {
  return call('GET', `${PREFIX}/windows/${encodeURIComponent(window)}/slots`)
}

export function currentAppointment(whose: Whose): Promise<CurrentAppointment> {
  return call('POST', `${PREFIX}/appointments/current`, whose)
}

/** @param move Give up the appointment that there is for this one. */
export function book(whose: Whose, day: string, start: string, move: boolean): Promise<Appointment> {
  return call('POST', `${PREFIX}/appointments`, { ...whose, day, start, move })
}

export function cancel(whose: Whose): Promise<Appointment> {
  return call('POST', `${PREFIX}/appointments/cancel`, whose)
}
