/** How messages that go out are said. */

export const TOPICS: Record<string, string> = { told: '告诉申请人', result: '推给监管部门', complaint: '交上级机关' }

export const STATES = [
  { state: 'dead', label: '多次没有送到' },
  { state: 'waiting', label: '等待送达' },
  { state: 'offered', label: '等待对方认领' },
  { state: 'done', label: '已送达' },
] as const

export type OutboxState = (typeof STATES)[number]['state']

const WHY: Record<string, string> = {
  timeout: '对方很久没有答复',
  unreachable: '连不上对方',
  case_gone: '办件找不到了',
  complaint_gone: '投诉找不到了',
  no_sender: '没有人会送这种消息',
}

/** Why a message did not arrive the last time; empty where it was not tried. */
export function whyNot(code: string): string {
  if (!code) return ''
  const status = /^http_(\d{3})$/.exec(code)?.[1]
  if (status) return status.startsWith('5') ? `对方系统出错（${status}）` : status === '401' || status === '403' ? `对方不认我们的凭据（${status}）` : `对方没有收（${status}）`
  return WHY[code] ?? `本系统没有送成（${code}）`
}

/** What can be done about it. */
export function whatNext(code: string): string {
  if (/^http_40[13]$/.test(code)) return '请核对对接的密钥，再重新发送。'
  if (/^http_5|^timeout|^unreachable/.test(code)) return '对方恢复以后重新发送。'
  return code ? '请把原因告诉系统管理员，改好以后重新发送。' : ''
}
