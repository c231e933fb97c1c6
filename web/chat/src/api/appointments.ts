/** Slots of a window and the appointment in one of them. */

import { call } from './http'
import type { Appointment, CurrentAppointment, SlotsView, Whose } from './types'

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
