/** What is said of a case that is followed: what has just changed, and what became of a rating or a complaint. */

import type { CaseStatus } from '../api/types'

/** What has changed, for whoever listens and does not look; empty where it is nothing to be told. */
export function newsOf(before: CaseStatus | null, now: CaseStatus): string {
  if (before?.number !== now.number) return ''
  if (before.state !== now.state) return `办件状态变成了${now.state_label}`
  if (answered(now.complaints) > answered(before.complaints)) return '您的投诉有了答复'
  if (answered(now.ratings) > answered(before.ratings)) return '您的评价有了答复'
  if (before.appointment?.code !== now.appointment?.code) return now.appointment ? `已预约${now.appointment.code}，${now.appointment.when}` : '现在没有预约了'
  return ''
}

export function ratingLabel({ can, ratings }: CaseStatus): string {
  const answer = answered(ratings) ? '（已答复）' : ''
  if (!can.includes('rate')) return `您的评价${answer}`
  return ratings?.given ? `再评价一次${answer}` : '评价这次服务'
}

export function complaintLabel({ complaints }: CaseStatus): string {
  if (!complaints?.given) return '投诉'
  return `投诉（提过${complaints.given}件，${complaints.answered ? `已答复${complaints.answered}件` : '正在处理'}）`
}

export function reminderLabel({ reminders }: CaseStatus): string {
  const chosen = reminders.ways.filter((one) => one.is_chosen).map((one) => one.label)
  return chosen.length ? `提醒：${chosen.join('、')}` : '要不要提醒'
}

function answered(feedback: CaseStatus['ratings']): number {
  return feedback?.answered ?? 0
}
