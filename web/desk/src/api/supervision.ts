import { asked, call } from './http'
import type { MarkedCases, Misroutes, Overview, RefusedActs } from './types'

export function readOverview(): Promise<Overview> {
  return call('GET', '/supervision/overview')
}

export function readMarks(code: string, after: string | null): Promise<MarkedCases> {
  return call('GET', asked('/supervision/marks', { code, after }))
}

export function readMisroutes(): Promise<Misroutes> {
  return call('GET', '/supervision/misroutes')
}

export function readRefusedActs(): Promise<RefusedActs> {
  return call('GET', '/supervision/refused-acts')
}
