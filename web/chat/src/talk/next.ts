/** The one step that comes next, wherever the talk has gone meanwhile: shown in a fixed place and in the overview. */

import type { Intake, NoticeContent } from '../api/types'
import { openMaterials } from './notice'

export type NextAct = 'question' | 'notice' | 'materials' | 'form' | 'submit' | 'progress'

export interface Next {
  act: NextAct
  /** What the button says. */
  label: string
  /** How far it is, in a few words; empty where there is nothing to count. */
  note: string
  /** The number that belongs into the note. */
  count?: number
}

/**
 * @param notice What the notice in force says, null where it is not known here.
 * @param submitted Number of the last case of this conversation.
 */
export function nextOf(intake: Intake | null, notice: NoticeContent | null, submitted: string | null): Next | null {
  if (!intake?.affair) return submitted ? { act: 'progress', label: '看办件进度', note: submitted } : null
  if (intake.next_question) return { act: 'question', label: '继续回答', note: '还有{}个问题', count: intake.remaining }
  if (!intake.notice || intake.notice_outdated || !notice) return { act: 'notice', label: '看告知单', note: '' }
  const open = openMaterials(notice, intake.materials).length
  if (open) return { act: 'materials', label: '交材料', note: '还差{}项', count: open }
  const missing = intake.contact_needed.length
  if (missing) return { act: 'form', label: '填信息', note: '还差{}处', count: missing }
  return { act: 'submit', label: '提交', note: '都齐了' }
}
