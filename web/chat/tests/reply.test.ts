import { describe, expect, it } from 'vitest'

import type { Message } from '../src/api/types'
import { lay } from '../src/talk/reply'

const button = (title: string) => ({ title, payload: title })

describe('a question', () => {
  const message: Message = {
    text: '已记下：租赁。\n经营场所面积有多大？（决定是否要图纸）\n1 不超过200平方米\n2 超过200平方米\n3 不确定',
    buttons: [button('不超过200平方米'), button('超过200平方米')],
    custom: { kind: 'question', id: 'area', text: '经营场所面积有多大', why: '', help: '' },
  }

  it('leaves the words and takes the options out of them', () => {
    expect(lay(message).text).toBe('已记下：租赁。\n经营场所面积有多大？（决定是否要图纸）')
  })

  it('offers not to be sure, which has no button of its own', () => {
    expect(lay(message).options.map((option) => [option.number, option.payload])).toEqual([
      [1, '不超过200平方米'],
      [2, '超过200平方米'],
      [3, '不确定'],
    ])
  })
})

describe('items', () => {
  it('shows the department beside the name and keeps 都不是', () => {
    const { text, options } = lay({
      text: '您要办哪一种？\n1 食品经营许可（新办）（河东县市场监督管理局）\n2 都不是',
      buttons: [button('食品经营许可（新办）')],
    })
    expect(text).toBe('您要办哪一种？')
    expect(options[0]).toEqual({ number: 1, label: '食品经营许可（新办）', note: '河东县市场监督管理局', payload: '食品经营许可（新办）' })
    expect(options[1]?.payload).toBe('都不是')
  })
})

describe('a menu in one line', () => {
  it('becomes options', () => {
    const { text, options } = lay({ text: '费用：不收费\n接下来可以：1 提交申请  2 改答案', buttons: [button('提交申请'), button('改答案')] })
    expect(text).toBe('费用：不收费')
    expect(options.map((option) => option.label)).toEqual(['提交申请', '改答案'])
  })

  it('of departments without a lead becomes options too', () => {
    expect(lay({ text: '按部门找：\n1 公安局  2 人社局', buttons: [button('公安局'), button('人社局')] }).options).toHaveLength(2)
  })
})

describe('yes or no', () => {
  it('has options although the text numbers none', () => {
    const { text, options } = lay({ text: '现在提交吗？请回复「是」提交。', buttons: [button('是'), button('不是')] })
    expect(text).toContain('现在提交吗')
    expect(options.map((option) => option.number)).toEqual([1, 2])
  })
})

describe('a list that is no choice', () => {
  it('stays in the text', () => {
    const text = '我可以帮您：\n1 找到要办的事项\n2 检查有没有缺'
    expect(lay({ text })).toEqual({ text, options: [] })
  })
})

describe('a card', () => {
  it('of a first notice shows only what was said before the notice', () => {
    const message = { text: '已记下：否。\n一次性告知单 GZ20261123-0001（第1版）\n共7项材料\n接下来可以：1 提交申请', buttons: [button('提交申请')], custom: { kind: 'notice' } }
    const { text, options } = lay(message as unknown as Message)
    expect(text).toBe('已记下：否。')
    expect(options).toHaveLength(1)
  })

  it('of a changed notice keeps the sentences on the change', () => {
    const message = { text: '已更新为告知单GZ20261123-0001第2版。\n不再需要：租赁合同。\n接下来可以：1 提交申请', buttons: [button('提交申请')], custom: { kind: 'notice' } }
    expect(lay(message as unknown as Message).text).toBe('已更新为告知单GZ20261123-0001第2版。\n不再需要：租赁合同。')
  })

  it('of what the pre-check found leaves that to the card and keeps the question', () => {
    const remark = { material: 'lease', name: '房屋租赁合同', say: '照片模糊，字看不清。' }
    const text = '请核对：姓名 王**。\n预审看到1处最好先改：\n1 房屋租赁合同：照片模糊，字看不清。\n现在提交吗？'
    const message = { text, buttons: [button('是'), button('不是')], custom: { kind: 'remarks', remarks: [remark] } }
    const laid = lay(message as unknown as Message)
    expect(laid.text).toBe('请核对：姓名 王**。\n现在提交吗？')
    expect(laid.options.map((option) => option.label)).toEqual(['是', '不是'])
  })

  it('of a withdrawn case keeps the sentence that says so', () => {
    const message = { text: '已撤回：食品经营许可（办件编号261123000017）。', custom: { kind: 'progress', number: '261123000017' } }
    expect(lay(message as unknown as Message).text).toContain('已撤回')
  })
})
