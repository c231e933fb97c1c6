/** All departments that have items here, asked for once. */

import { departments } from '../api/centre'
import type { Department } from '../api/types'

let known: Department[] = []

export async function learnDepartments(): Promise<void> {
  if (!known.length) known = await departments()
}

export function departmentsOf(id: string): Department | undefined {
  return known.find((one) => one.id === id)
}
