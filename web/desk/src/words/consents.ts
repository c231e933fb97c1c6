/** How what waits for a second person is said. */

const NAMES: Record<string, string> = {
  sheet: '表', from: '从', to: '到', kinds: '种类', department: '部门', windows: '窗口', roles: '身份', name: '名称', days: '几天有效',
  list: '名单', state: '状态', group: '分组', searched_by: '按什么查',
}

const SHEETS: Record<string, string> = { 'desk/cases': '待办', 'supervision/cases': '监察名单', 'centre/register': '应进必进报送表' }

/** The details of a request, one after the other; what is empty is left out. */
export function detailsOf(about: Record<string, unknown>): string[] {
  return Object.entries(about)
    .filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && !value.length))
    .map(([key, value]) => `${NAMES[key] ?? key}：${textOf(value)}`)
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('、')
  const text = String(value)
  if (text.startsWith('supervision/figures/')) return '监察表'
  if (text.startsWith('library/figures/')) return '知识库的数'
  return SHEETS[text] ?? text
}

/** How a request stands. */
export function standing(one: { agreed_by: string; can_agree: boolean }): string {
  if (one.agreed_by) return `${one.agreed_by} 已经同意，提出的人可以再做一次`
  return one.can_agree ? '等您复核' : '等另一个人复核'
}
