/** Complaints and bad ratings, for those who answer them. */

import { asked, call } from './http'
import type { Complaint, Rating } from './types'

export async function readComplaints(onlyOpen: boolean): Promise<Complaint[]> {
  return (await call<{ complaints: Complaint[] }>('GET', asked('/desk/complaints', { only_open: onlyOpen }))).complaints
}

export function answerComplaint(number: string, answer: string): Promise<Complaint> {
  return call('POST', `/desk/complaints/${number}/answer`, { answer })
}

export function readRatings(onlyOpen: boolean, after: number): Promise<{ ratings: Rating[]; next: number }> {
  return call('GET', asked('/desk/ratings', { only_open: onlyOpen, after }))
}

export function answerRating(id: number, answer: string): Promise<Rating> {
  return call('POST', `/desk/ratings/${id}/answer`, { answer })
}
