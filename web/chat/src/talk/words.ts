/** The page's own words, and plainer ones for 适老化. */

import { large } from '../state/settings'

const WORDS = {
  notice: ['一次性告知单', '要带的材料清单'],
  notice_step: ['告知单', '清单'],
  required: ['必要', '一定要带'],
  later: ['可容缺后补', '可以以后再交'],
  optional: ['非必要', '有就带上'],
  uncertain: ['视情况需要', '不一定要，看情况'],
  promise: ['用书面承诺代替', '写一份保证书代替'],
  promised: ['书面承诺', '写保证书'],
  ready: ['已备齐', '有了'],
  missing: ['待准备', '还没有'],
  details: ['要求和依据', '要求和依据'],
  limit: ['时限', '多久办好'],
  fee: ['费用', '要多少钱'],
  place: ['窗口', '去哪里办'],
  form: ['安全表单', '填写姓名和电话'],
  fill_form: ['在安全表单里填写', '填写姓名、身份证号和电话'],
  say: ['说说您要办什么', '打字说您要办什么'],
} as const

export type Word = keyof typeof WORDS

export function word(key: Word): string {
  return WORDS[key][large.value ? 1 : 0]
}
