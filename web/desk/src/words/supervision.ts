/** How supervision's codes are said. */

import type { Overview } from '../api/types'

/** The kinds of marks that there are, the most frequent first. */
export function marksByCount(overview: Pick<Overview, 'marks' | 'mark_names'>): { code: string; name: string; count: number }[] {
  const all = Object.entries(overview.marks).map(([code, count]) => ({ code, name: overview.mark_names[code] ?? code, count }))
  return all.sort((one, other) => other.count - one.count)
}

const WHY: Record<string, string> = { wrong_state: '状态不对', wrong_role: '不归这个身份', stale_version: '别人先改过', invalid_act: '填写有误' }

/** Why an act was refused, as far as its codes are common ones; the others are preconditions of the act. */
export function refusedWhy(codes: string[]): string {
  return [...new Set(codes.map((code) => WHY[code] ?? '条件不够'))].join('、')
}
