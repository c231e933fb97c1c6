import { describe, expect, it } from 'vitest'

import type { Block, Message, Option, Said } from '../src/api/types'
import { lay } from '../src/talk/reply'

const said = (text: string, more: Partial<Said> = {}): Said => ({ kind: 'said', text, shown_by: 'text', asks: false, ...more })
const option = (number: number, label: string, more: Partial<Option> = {}): Option => ({ number, label, note: '', payload: label, is_button: true, opens: '', ...more })
const replied = (blocks: Block[], options: Option[] = [], custom?: object): Message => ({ text: '…', custom, reply: { blocks, options } }) as Message
const listed: Block = { kind: 'listed', layout: 'rows', runs_on: false }

describe('a question', () => {
  const blocks = [said('已记下：租赁。'), said('经营场所面积有多大？（决定是否要图纸）', { asks: true }), listed]
  const options = [option(1, '不超过200平方米'), option(2, '超过200平方米'), option(3, '说不好', { payload: '不确定' })]

  it('stands apart from what was said before', () => {
    const laid = lay(replied(blocks, options, { kind: 'question' }))
    expect([laid.text, laid.question]).toEqual(['已记下：租赁。', '经营场所面积有多大？（决定是否要图纸）'])
  })

  it('put again after a digression is part of the answer', () => {
    const laid = lay(replied(blocks, options))
    expect([laid.text, laid.question]).toEqual(['已记下：租赁。\n经营场所面积有多大？（决定是否要图纸）', ''])
  })

  it('offers not to be sure, in whatever words', () => {
    expect(lay(replied(blocks, options)).options.map((one) => one.payload)).toEqual(['不超过200平方米', '超过200平方米', '不确定'])
  })
})

describe('a menu', () => {
  it('has no heading beside its rows', () => {
    const laid = lay(replied([said('费用：不收费'), said('接下来可以：', { shown_by: 'options' }), listed], [option(1, '提交申请')]))
    expect(laid.text).toBe('费用：不收费')
    expect(laid.options).toHaveLength(1)
  })
})

describe('a list that is no choice', () => {
  it('stays in the text', () => {
    const text = '我可以帮您：\n1 找到要办的事项\n2 检查有没有缺'
    expect(lay(replied([said(text)]))).toEqual({ text, question: '', options: [] })
  })
})

describe('a card', () => {
  it('leaves out what it shows itself', () => {
    const blocks = [said('请核对：姓名 王**。'), said('预审看到1处最好先改：', { shown_by: 'card' }), said('现在提交吗？')]
    expect(lay(replied(blocks, [], { kind: 'check', remarks: [], doubts: [] })).text).toBe('请核对：姓名 王**。\n现在提交吗？')
  })

  it('that this page does not know leaves all words to be read', () => {
    expect(lay(replied([said('新的内容', { shown_by: 'card' })], [], { kind: 'of_next_year' })).text).toBe('新的内容')
  })

  it('that is missing leaves all words to be read', () => {
    expect(lay(replied([said('办件编号', { shown_by: 'card' })])).text).toBe('办件编号')
  })
})

describe('parts that this page does not know', () => {
  it('are shown as far as they have words', () => {
    const blocks = [{ ...said('一'), shown_by: 'hologram' }, { kind: 'of_next_year', text: '二', colour: 'red' }, { kind: 'sound' }] as unknown as Block[]
    expect(lay(replied(blocks)).text).toBe('一\n二')
  })
})

describe('a message of before replies had parts', () => {
  it('is shown as text with its buttons', () => {
    const message: Message = { text: '您要办哪一种？\n1 换领\n2 都不是', buttons: [{ title: '换领', payload: '换领' }] }
    const laid = lay(message)
    expect(laid.text).toBe(message.text)
    expect(laid.options).toEqual([{ number: 1, label: '换领', note: '', payload: '换领' }])
  })

  it('may have nothing but a card', () => {
    expect(lay({ custom: { kind: 'error', code: 'x' } })).toEqual({ text: '', question: '', options: [] })
  })
})
