/** The acts of the procedure in its order: what can be done now, and of the rest why not. */

import type { DeskCase, Transitions } from '../api/types'

type Possible = DeskCase['possible'][number]

export interface ActOffer {
  act: string
  name: string
  /** In which role it is done; empty where it cannot be done. */
  role: string
  /** JSON schema of what has to be said with it. */
  fields: Record<string, unknown>
  /** Why it cannot be done now; empty where it can. */
  whyNot: string
}

/**
 * Everything that somebody in these roles ever does to a case.
 * @param table The transition table, in the order of the procedure.
 */
export function actsInOrder(desk: Pick<DeskCase, 'state' | 'state_label' | 'possible'>, table: Transitions, roles: ReadonlySet<string>): ActOffer[] {
  const possible = new Map<string, Possible>(desk.possible.map((one) => [one.act, one]))
  const rows = table.transitions.filter((row) => row.state !== null)
  const names = new Map(rows.filter((row) => row.roles.some((role) => roles.has(role))).map((row) => [row.act as string, row.name]))
  return [...names].map(([act, name]) => {
    const now = possible.get(act)
    if (now) return { act, name, role: now.role, fields: now.fields, whyNot: '' }
    const states = rows.filter((row) => row.act === act).map((row) => table.states[row.state as string])
    return { act, name, role: '', fields: {}, whyNot: whyNot(states, rows, act, desk, table) }
  })
}

function whyNot(states: (string | undefined)[], rows: Transitions['transitions'], act: string, desk: Pick<DeskCase, 'state' | 'state_label'>, table: Transitions): string {
  const here = rows.find((row) => row.act === act && row.state === desk.state)
  if (here) return `现在由${here.roles.map((role) => table.roles[role]).join('、')}来做。`
  return `「${states.join('」「')}」的办件才能做，现在是「${desk.state_label}」。`
}

/** Where an act leads, as its form says it before it is done. */
export function leadsTo(act: string, state: string, table: Transitions): string {
  const row = table.transitions.find((one) => one.act === act && one.state === state)
  if (!row || row.next === '*') return ''
  return row.next === state ? '' : `做完以后，办件是「${table.states[row.next] ?? row.next}」。`
}
