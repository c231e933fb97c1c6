// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest'

import type { NoticeContent, NoticeItem } from '../src/api/types'
import { afterwards, flowInWords, flowPath, sharedPapers } from '../src/talk/notice'

const item = {
  id: 'food_operation.new',
  name: '食品经营许可（新办）',
  steps: [
    { name: '提交', who: '申请人', days: null, what: '' },
    { name: '现场核查', who: '市场监管局', days: 4, what: '' },
  ],
  prerequisites: [],
  intermediaries: ['卫生检测'],
  joint_with: [],
  inspection: false,
  passed_up_to: '',
  result_name: '',
  result_valid: '',
  delivery: [],
  remarks: [],
  shared: [{ id: 'shared_licence', name: '营业执照', holder: '市场监督管理部门', basis: [] }],
} as unknown as NoticeItem

const content = { items: [item, item] } as unknown as NoticeContent

describe('the flow chart', () => {
  it('is told in words to those who do not see it', () => {
    expect(flowInWords(item)).toBe('食品经营许可（新办）办理流程：第1步，申请人提交；第2步，市场监管局现场核查，4个工作日。')
  })

  it('is drawn by the api', () => {
    expect(flowPath(item)).toBe('/api/v1/items/food_operation.new/flow.svg')
  })
})

describe('what stands around the materials', () => {
  it('names each shared paper once', () => {
    expect(sharedPapers(content)).toEqual(['营业执照（市场监督管理部门）'])
  })

  it('names services by kind', () => {
    expect(afterwards(content)).toContain('可能用到的中介服务：卫生检测。机构由您自己选，不指定')
  })
})
