// @vitest-environment happy-dom

import { nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'

import { draft, forgetDraftsOfOthers } from '../src/state/drafts'

const fresh = () => ({ what: '' })

describe('drafts', () => {
  beforeEach(() => sessionStorage.clear())

  it('are there again after a reload, for the same account and case', async () => {
    draft('A', '1/check', fresh).value.value.what = '缺签名'
    await nextTick()
    expect(draft('A', '1/check', fresh).value.value.what).toBe('缺签名')
    expect(draft('A', '2/check', fresh).value.value.what).toBe('')
    expect(draft('B', '1/check', fresh).value.value.what).toBe('')
  })

  it('that hold no personal data are there again after the browser was closed', async () => {
    draft('A', 'studio/item', fresh, 'browser').value.value.what = '改了一半'
    await nextTick()
    sessionStorage.clear()
    expect(draft('A', 'studio/item', fresh, 'browser').value.value.what).toBe('改了一半')
    localStorage.clear()
  })

  it('of somebody else are gone when another account signs in', async () => {
    draft('A', '1/check', fresh).value.value.what = '缺签名'
    await nextTick()
    forgetDraftsOfOthers('B')
    expect(draft('A', '1/check', fresh).value.value.what).toBe('')
  })

  it('are gone once they were sent', async () => {
    const kept = draft('A', '1/check', fresh)
    kept.value.value.what = '缺签名'
    await nextTick()
    kept.forget()
    await nextTick()
    await nextTick()
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('that an older page wrote in another form are left alone', () => {
    sessionStorage.setItem('desk.draft/A/1/check', '{')
    expect(draft('A', '1/check', fresh).value.value).toEqual({ what: '' })
  })
})
