/** What the commonest papers look like when they are right: drawn, with nobody's data, marked 样例. */

export interface Sample {
  address: string
  /** What is to be seen on it. */
  say: string
}

const SAYS: Record<string, string> = {
  id_card_front: '身份证人像面：四个角都拍进来，字看得清。',
  id_card_back: '身份证国徽面：签发机关和有效期看得清。',
  business_licence: '营业执照：正本、副本都可以，登记机关的章要看得见。',
  household_register: '户口簿：户主页和本人页各拍一张，登记章要看得见。',
  title_deed: '不动产权证书：有权利人、坐落和编号的那一页，附图页、附记页也拍上。',
  lease: '租赁合同：双方姓名、地址、期限、签名和日期一样不能少，每页都拍。',
  authorisation: '授权委托书：写清委托谁办哪件事，委托人本人签名。',
  application: '申请书：和证件写得一样，个人签名，单位盖章。',
}

const pictures = import.meta.glob<string>('../samples/*.svg', { eager: true, query: '?url', import: 'default' })

/** The samples of the kinds of paper that meet a material. */
export function samplesOf(kinds: string[]): Sample[] {
  return kinds.flatMap((kind) => {
    const [address, say] = [pictures[`../samples/${kind}.svg`], SAYS[kind]]
    return address && say ? [{ address, say }] : []
  })
}
