/** 事项 - 问题 - 告知单 - 材料 - 提交 - 进度: where the applicant is. */

import type { Intake, NoticeContent } from '../api/types'
import { openMaterials } from './notice'
import { word } from './words'

export const STEPS = ['item', 'questions', 'notice', 'materials', 'submit', 'progress'] as const

export type Step = (typeof STEPS)[number]

export function stepName(step: Step): string {
  const names = { item: '事项', questions: '问题', notice: word('notice_step'), materials: '材料', submit: '提交', progress: '进度' }
  return names[step]
}

/**
 * @param submitted Number of the last case of this conversation.
 * @param notice What the notice in force says, null where it is not known here.
 */
export function stepOf(intake: Intake | null, notice: NoticeContent | null, submitted: string | null): Step {
  if (!intake?.affair) return submitted ? 'progress' : 'item'
  if (intake.next_question) return 'questions'
  if (!intake.notice || intake.notice_outdated || !notice) return 'notice'
  return openMaterials(notice, intake.materials).length ? 'materials' : 'submit'
}
