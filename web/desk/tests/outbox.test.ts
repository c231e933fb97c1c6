import { describe, expect, it } from 'vitest'

import { whatNext, whyNot } from '../src/words/outbox'

describe('a message that did not arrive', () => {
  it.each([
    ['http_503', '对方系统出错（503）', '对方恢复以后重新发送。'],
    ['http_401', '对方不认我们的凭据（401）', '请核对对接的密钥，再重新发送。'],
    ['timeout', '对方很久没有答复', '对方恢复以后重新发送。'],
    ['ValueError', '本系统没有送成（ValueError）', '请把原因告诉系统管理员，改好以后重新发送。'],
    ['', '', ''],
  ])('%s', (code, why, next) => {
    expect(whyNot(code)).toBe(why)
    expect(whatNext(code)).toBe(next)
  })
})
