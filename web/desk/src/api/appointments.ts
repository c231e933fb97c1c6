import { asked, call } from './http'
import type { DayOfAppointments, Displaced, MovedAppointment, Slots, Visit } from './types'

export function readDay(day: string): Promise<DayOfAppointments> {
  return call('GET', asked('/desk/appointments', { day }))
}

/** Note what happens at the window: checked in, called, did not come, one step back. */
export function noteVisit(visit: Pick<Visit, 'window' | 'code'>, day: string, mark: Visit['marks'][number]): Promise<Visit> {
  return call('POST', `/desk/appointments/${visit.window}/${day}/${visit.code}/${mark}`)
}

/** Appointments at times at which the window is not open. */
export async function readDisplaced(): Promise<Displaced[]> {
  return (await call<{ appointments: Displaced[] }>('GET', '/desk/appointments/displaced')).appointments
}

export function readSlots(window: string): Promise<Slots> {
  return call('GET', `/windows/${window}/slots`)
}

export function moveAppointment(window: string, day: string, code: string, to: { day: string; start: string; why: string }): Promise<MovedAppointment> {
  return call('POST', `/desk/appointments/${window}/${day}/${code}/move`, to)
}
