/**
 * Checks while typing, so that a slip shows at once; the service checks again and has the last word.
 * Sources: GB 11643-1999 (identity number), GB 32100-2015 (unified social credit code).
 */

export type Kind = 'name' | 'id_number' | 'phone' | 'credit_code' | 'address' | 'agent_name' | 'agent_phone'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'
const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The one spelling in which a value is checked and sent. */
export function tidy(kind: Kind, value: string): string {
  if (kind === 'name' || kind === 'agent_name' || kind === 'address') return value.trim().split(/\s+/).join(' ')
  const bare = value.normalize('NFKC').replace(/[\s-]/g, '')
  return kind === 'phone' || kind === 'agent_phone' ? bare.replace(/^\+?86(?=1\d{10}$)/, '') : bare.toUpperCase()
}

/** What is wrong with a value; an empty string where nothing is. */
export function problemWith(kind: Kind, typed: string): string {
  const value = tidy(kind, typed)
  return value ? CHECKS[kind](value) : ''
}

const CHECKS: Record<Kind, (value: string) => string> = {
  name: personName,
  id_number: idNumber,
  phone: mobile,
  agent_name: personName,
  agent_phone: mobile,
  credit_code: creditCode,
  address: (value) => (value.length >= 4 && value.length <= 120 ? '' : '地址应写到门牌号，4到120个字。'),
}

function personName(value: string): string {
  const right = /^[\u3400-\u9fff\u{20000}-\u{323af}·•・‧∙⋅ A-Za-zÀ-ÖØ-öø-ɏ.'’-]{2,50}$/u.test(value)
  return right ? '' : '姓名应和身份证上的一样，2到50个字，只写汉字、字母和间隔号。'
}

function mobile(value: string): string {
  return /^1[3-9]\d{9}$/.test(value) ? '' : `手机号应是11位数字，${length(value, 11)}。`
}

function idNumber(value: string): string {
  if (/^\d{15}$/.test(value)) return '15位的旧身份证号已经停用，请填18位的身份证号。'
  if (!/^\d{17}[\dX]$/.test(value)) return `身份证号应是18位，最后一位可以是X，${length(value, 18)}。`
  if (!isDay(value.slice(6, 14))) return '身份证号里的出生日期不存在，请对照身份证第7到14位。'
  const total = ID_WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(value[at]), 0)
  return ID_CHECKS[total % 11] === value[17] ? '' : '身份证号的校验位不对，可能有一位输错了。'
}

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getTime() <= Date.now()
}

function creditCode(value: string): string {
  if (![...value].every((sign) => CODE_ALPHABET.includes(sign))) return '统一社会信用代码只有数字和大写字母，没有字母I、O、S、V、Z。'
  if (value.length !== 18) return `统一社会信用代码应是18位，${length(value, 18)}。`
  let total = 0
  let weight = 1
  for (const sign of value.slice(0, 17)) {
    total += CODE_ALPHABET.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return CODE_ALPHABET[(31 - (total % 31)) % 31] === value[17] ? '' : '统一社会信用代码的校验位不对，可能有一位输错了。'
}

function length(value: string, wanted: number): string {
  if (value.length === wanted) return '请检查是不是有别的字符'
  return value.length < wanted ? `还差${wanted - value.length}位` : `多了${value.length - wanted}位`
}
