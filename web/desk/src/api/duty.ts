import { asked, call, download } from './http'
import type { DutyDay, RegisterView } from './types'

export function readDuty(day: string): Promise<DutyDay> {
  return call('GET', asked('/centre/duty', { day }))
}

export function readRegister(): Promise<RegisterView> {
  return call('GET', '/centre/register')
}

export function downloadRegister(reason: string): Promise<void> {
  return download(asked('/centre/register.xlsx', { reason }))
}
