/** What a notice says, in the words of the text reply. */

import type { Fee, Limit, Material, MaterialState, NoticeContent, NoticeItem, Route } from '../api/types'
import { word } from './words'

export function counts(content: NoticeContent): string {
  const certain = content.materials.filter((material) => material.certain)
  const kinds: [string, number][] = [
    [word('required'), certain.filter((material) => material.necessity === '必要').length],
    [word('later'), certain.filter((material) => material.necessity === '容缺后补').length],
    [word('optional'), certain.filter((material) => material.necessity === '非必要').length],
    [word('uncertain'), content.materials.length - certain.length],
  ]
  const said = kinds.filter(([, count]) => count).map(([name, count]) => `${name}${count}项`)
  return `共${content.materials.length}项材料：${said.join('、')}`
}

/** What of the paper is wanted and where it comes from: 复印件1份 · 公安机关核发. */
export function wanted(material: Material): string {
  const copies = material.copies === null || material.form === '原件核对' ? '' : `${material.copies}份`
  const source = material.source === '政府部门核发' && material.issued_by ? `${material.issued_by}核发` : material.source
  return [`${material.form ?? ''}${copies}`, source].filter(Boolean).join(' · ')
}

/** Necessity where it is not simply needed. */
export function mark(material: Material): string {
  if (!material.certain) return word('uncertain')
  if (material.necessity === '容缺后补') return word('later')
  return material.necessity === '非必要' ? word('optional') : ''
}

/** Whether a submission waits for the material. */
export function isRequired(material: Material): boolean {
  return material.certain && material.necessity === '必要'
}

export function isSettled(material: Material, states: Record<string, MaterialState>): boolean {
  const state = states[material.id]
  return state === 'ready' || (state === 'promised' && material.promise_instead)
}

/** The materials that a submission still waits for. */
export function openMaterials(content: NoticeContent, states: Record<string, MaterialState>): Material[] {
  return content.materials.filter((material) => isRequired(material) && !isSettled(material, states))
}

export function feeText(content: NoticeContent): string {
  if (content.fees.length) return content.fees.map(feePart).join('；')
  const free = content.items.map((item) => item.free_of_charge)
  return free.length && free.every(Boolean) ? '不收费' : '来源没有说明，请以窗口答复为准'
}

function feePart(fee: Fee): string {
  const amount = fee.amount === null ? fee.rule : `${fee.amount}元${fee.per ? `/${fee.per}` : ''}`
  return `${fee.name}${amount}${fee.reason ? `（${fee.reason}）` : ''}`
}

export function feeBasis(content: NoticeContent): string[] {
  return [...new Set(content.fees.flatMap((fee) => fee.basis))]
}

export function limitText(content: NoticeContent): string {
  const several = content.items.length > 1
  return content.items.map((item) => (several ? `${item.name}：${limits(item)}` : limits(item))).join('\n')
}

function limits(item: NoticeItem): string {
  if (item.case_kind === '即办件') return '材料齐全当场办结'
  const parts = [
    item.legal_limit && `法定${days(item.legal_limit)}`,
    item.promised_limit && `承诺${days(item.promised_limit)}`,
  ].filter(Boolean)
  return parts.join('，') || '来源没有说明'
}

function days(limit: Limit): string {
  return `${limit.days}${limit.unit.startsWith('个') ? '' : '个'}${limit.unit}`
}

export function windowText(route: Route | null): string {
  return route ? `${route.site}${route.floor}${route.number}${route.name}` : '来源没有说明，可以先打12345问清楚'
}

/** What has to be there first, who takes part and what is received in the end. */
export function afterwards(content: NoticeContent): string[] {
  const own = new Set(content.items.map((item) => item.name))
  const first = unique(content.items.flatMap((item) => item.prerequisites)).filter((name) => !own.has(name))
  const services = unique(content.items.flatMap((item) => item.intermediaries ?? []))
  const joint = unique(content.items.flatMap((item) => item.joint_with))
  return [
    ...(first.length ? [`要先办好：${first.join('、')}`] : []),
    ...(services.length ? [`可能用到的中介服务：${services.join('、')}。机构由您自己选，不指定`] : []),
    ...(joint.length ? [`由${joint.join('、')}联合审查，一个窗口收件、一次出结果。`] : []),
    ...(content.items.some((item) => item.inspection) ? ['受理后工作人员会上门现场核查，请保持电话畅通。'] : []),
    ...content.items.filter((item) => item.passed_up_to).map((item) => `窗口收件后上报${item.passed_up_to}决定。`),
    ...content.items.filter((item) => item.result_name).map(result),
    ...unique(content.items.flatMap((item) => item.remarks)),
  ]
}

/** Papers that the window looks up itself, each once. */
export function sharedPapers(content: NoticeContent): string[] {
  return unique(content.items.flatMap((item) => item.shared ?? []).map((paper) => `${paper.name}${paper.holder ? `（${paper.holder}）` : ''}`))
}

/** Where the flow chart of an item is drawn. */
export function flowPath(item: NoticeItem): string {
  return `/api/v1/items/${encodeURIComponent(item.id)}/flow.svg`
}

/** The flow chart for those who do not see it. */
export function flowInWords(item: NoticeItem): string {
  const steps = item.steps.map((step, n) => `第${n + 1}步，${step.who}${step.name}${step.days ? `，${step.days}个工作日` : ''}`)
  return `${item.name}办理流程：${steps.join('；')}。`
}

function result(item: NoticeItem): string {
  const valid = item.result_valid ? `（有效期${item.result_valid}）` : ''
  return `办好拿到：${item.result_name}${valid}${item.delivery.length ? `，${item.delivery.join('、')}` : ''}`
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)]
}
