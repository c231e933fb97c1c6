/** How an account stands, in words with a tone. */

import type { Account } from '../api/types'

export function accountState(account: Pick<Account, 'active' | 'password' | 'second_factor'>): { text: string; tone: string } {
  if (!account.active) return { text: '停用', tone: 'bad' }
  if (account.password === 'one_time') return { text: '还没有改一次性密码', tone: 'warn' }
  if (account.password === 'none') return { text: '只有令牌', tone: '' }
  return { text: account.second_factor ? '在用，有动态验证码' : '在用', tone: 'good' }
}
