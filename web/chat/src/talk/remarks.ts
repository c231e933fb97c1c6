/** What the pre-check would have mended before a submission: said once, and ticked off while it is being mended. */

import type { Remark, SlotList } from '../api/types'
import { remarks as remarksOf } from './papers'

/** The remarks that still hold; all of them while it is not known how the papers are now. */
export function standing(remarks: Remark[], papers: SlotList | null): Remark[] {
  if (!papers) return remarks
  return remarks.filter((remark) => {
    const slot = papers.slots.find((one) => one.id === remark.material)
    return !!slot && remarksOf(slot).some(({ finding }) => finding.severity === 'mend' && finding.say === remark.say)
  })
}
