/**
 * Checks while typing, so that a slip shows at once; the service checks again and has the last word.
 * Sources: GB 11643-1999 (identity number), GB 32100-2015 (unified social credit code).
 */

/** A field's kind as the service names it; those of another person are checked like the applicant's. */
export type Kind = string

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'
const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** What it is, whosever it is. */
function plain(kind: Kind): string {
  return kind === 'legal_name' ? 'name' : kind.replace(/^(agent|co)_/, '')
}

/** The one spelling in which a value is checked and sent. */
export function tidy(kind: Kind, value: string): string {
  const what = plain(kind)
  const words = value.trim().split(/\s+/).join(' ')
  if (what === 'name' || what === 'address') return words
  if (what === 'unit_name') return /[\u4e00-\u9fff]/.test(words) ? words.replace(/\(/g, '（').replace(/\)/g, '）') : words
  if (what === 'military') return value.normalize('NFKC').replace(/\s/g, '').replace(/号$/, '')
  const bare = value.normalize('NFKC').replace(/[\s-]/g, '')
  return what === 'phone' ? bare.replace(/^\+?86(?=1\d{10}$)/, '') : bare.toUpperCase()
}

/** What is wrong with a value; an empty string where nothing is, or where only the service can tell. */
export function problemWith(kind: Kind, typed: string): string {
  const value = tidy(kind, typed)
  return value ? (CHECKS[plain(kind)]?.(value) ?? '') : ''
}

const CHECKS: Record<string, (value: string) => string> = {
  name: personName,
  id_number: idNumber,
  phone: mobile,
  credit_code: creditCode,
  unit_name: unitName,
  passport: (value) => (/^(?=[A-Z0-9]*\d{4})[A-Z0-9]{6,12}$/.test(value) ? '' : '护照号应是6到12位字母和数字，请对照护照资料页。'),
  travel_permit: (value) => (/^([HM]\d{8}(\d{2})?|\d{8}(\d{2})?[A-Z]?)$/.test(value) ? '' : '通行证号：港澳的是H或者M加8位数字，台湾的是8位数字。'),
  residence_card: (value) => (/^[A-Z]{3}\d{12}$/.test(value) ? '' : '应是3个字母加12位数字；新版18位的，请选「居民身份证或者居住证」。'),
  military: (value) => (/^[\u4e00-\u9fff]{1,4}字第\d{4,8}$/.test(value) ? '' : '军官证号应是「某字第」加4到8位数字。'),
  address: (value) => (value.length >= 4 && value.length <= 120 ? '' : '地址应写到门牌号，4到120个字。'),
}

function unitName(value: string): string {
  if (value.length < 2 || value.length > 120) return '单位名称应和执照、登记证书上的一样，2到120个字。'
  if (!/[\p{L}].*[\p{L}]/u.test(value)) return '单位名称不能只有数字和符号，请照执照、登记证书上的填写。'
  return value.split('（').length === value.split('）').length ? '' : '单位名称里的括号少了一半，请照执照、登记证书上的填写。'
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
