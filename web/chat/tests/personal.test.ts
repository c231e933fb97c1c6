import { describe, expect, it } from 'vitest'

import { problemWith, tidy } from '../src/checks/personal'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An invented number with a right check character. */
function idNumber(first = '11010519900307123'): string {
  return first + '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first[at]), 0) % 11]
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

function creditCode(first = '92110105MA01ABCDE'): string {
  const total = [...first].reduce((sum, sign, at) => sum + ALPHABET.indexOf(sign) * (Number(3n ** BigInt(at) % 31n)), 0)
  return first + ALPHABET[(31 - (total % 31)) % 31]
}

describe('identity number', () => {
  it('with a right check character is right, also with blanks and full-width digits', () => {
    const right = idNumber()
    expect(problemWith('id_number', right)).toBe('')
    expect(problemWith('id_number', `${right.slice(0, 6)} ${right.slice(6)}`)).toBe('')
    expect(tidy('id_number', '１１０１０５')).toBe('110105')
  })

  it('is refused for every other check character', () => {
    const right = idNumber()
    const others = [...'0123456789X'].filter((sign) => sign !== right[17])
    for (const sign of others) expect(problemWith('id_number', right.slice(0, 17) + sign)).toContain('校验位')
  })

  it('says how many digits are missing', () => {
    expect(problemWith('id_number', '1101051990030712')).toContain('还差2位')
  })

  it('names a day of birth that does not exist', () => {
    expect(problemWith('id_number', idNumber('11010519900230123'))).toContain('出生日期')
  })

  it('never repeats what was typed', () => {
    expect(problemWith('id_number', '110105199003071239999')).not.toContain('110105')
  })
})

describe('phone', () => {
  it('is right with blanks and country code', () => {
    expect(problemWith('phone', '+86 138 0000 1234')).toBe('')
  })

  it('says what is too much', () => {
    expect(problemWith('phone', '138000012345')).toContain('多了1位')
  })
})

describe('credit code', () => {
  it('is checked by its last sign', () => {
    const right = creditCode()
    expect(problemWith('credit_code', right)).toBe('')
    expect(problemWith('credit_code', right.toLowerCase())).toBe('')
    expect(problemWith('credit_code', right.slice(0, 17) + (right[17] === '0' ? '1' : '0'))).toContain('校验位')
  })

  it('has no letter I', () => {
    expect(problemWith('credit_code', '9211010IMA01ABCDE0')).toContain('没有字母')
  })
})

describe('name and address', () => {
  it('take letters and the middle dot', () => {
    expect(problemWith('name', '买买提·吐尔逊')).toBe('')
    expect(problemWith('name', '王')).toContain('2到50个字')
    expect(problemWith('name', '王1')).toContain('只写汉字')
    expect(problemWith('address', '城关')).toContain('门牌号')
  })

  it('that are empty are not wrong while typing', () => {
    expect(problemWith('name', ' ')).toBe('')
  })
})
