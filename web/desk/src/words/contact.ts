/** What contact data are called. */

const NAMES: Record<string, string> = {
  name: '申请人',
  id_number: '身份证号',
  passport: '护照号',
  travel_permit: '通行证号',
  residence_card: '居留证号',
  credit_code: '信用代码',
  phone: '手机',
  landline: '座机',
  address: '地址',
  email: '邮箱',
  bank_card: '银行卡',
  unit_name: '单位名称',
  legal_name: '法定代表人',
  military: '军官证号',
  co_name: '共同申请人',
  co_id_number: '共同申请人身份证号',
  agent_passport: '代办人护照号',
  agent_travel_permit: '代办人通行证号',
  agent_residence_card: '代办人永居证号',
  agent_name: '代办人',
  agent_id_number: '代办人证件号',
  agent_phone: '代办人手机',
}

export function contactName(kind: string): string {
  return NAMES[kind] ?? kind
}

export function isMasked(value: string): boolean {
  return value.includes('*')
}
