// @vitest-environment happy-dom

import { createApp, h, nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'

import Confirm from '../src/components/Confirm.vue'

function page(said: string[]) {
  const asking = ref(false)
  const host = document.body.appendChild(document.createElement('div'))
  createApp({
    render: () => [
      h('button', { id: 'opener', onClick: () => (asking.value = true) }, '删除'),
      asking.value
        ? h(Confirm, { label: '确认删除', act: '删除这张', keep: '不删除', onAct: () => said.push('act'), onKeep: () => (asking.value = false) }, () => '删除第1张')
        : null,
    ],
  }).mount(host)
  return host
}

describe('the question before something is undone', () => {
  it('has the focus at once, says no to Esc, and gives the focus back', async () => {
    const said: string[] = []
    const host = page(said)
    const heard: string[] = []
    document.addEventListener('keydown', (event) => heard.push(event.key))
    const opener = host.querySelector<HTMLButtonElement>('#opener')!
    opener.focus()
    opener.click()
    await nextTick()
    const group = host.querySelector<HTMLElement>('[role=group]')!
    expect(document.activeElement).toBe(group)
    group.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await nextTick()
    expect(host.querySelector('[role=group]')).toBeNull()
    expect(document.activeElement).toBe(opener)
    expect(heard).toEqual([]) // the sheet below stays open
    expect(said).toEqual([])
  })
})
