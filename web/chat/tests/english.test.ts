import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { isEnglish, t } from '../src/state/language'
import { ENGLISH } from '../src/talk/english'

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = `${folder}/${one.name}`
    return one.isDirectory() ? sources(path) : /\.(vue|ts)$/.test(one.name) && one.name !== 'english.ts' ? [readFileSync(path, 'utf-8')] : []
  })
}

describe('the frame in English', () => {
  it('has English for all its words, and none that the page does not have', () => {
    const page = sources('src').join('\n')
    const asked = [...page.matchAll(/\bt\('([^']+)'/g)].map(([, words]) => words as string)
    expect(asked.filter((words) => !(words in ENGLISH))).toEqual([])
    expect(Object.keys(ENGLISH).filter((words) => !page.includes(words.replace('{}', '')) && !page.includes(words))).toEqual([])
    expect(Object.values(ENGLISH).filter((words) => /[\u4e00-\u9fff]/.test(words))).toEqual([])
  })

  it('is there when it is chosen, with its numbers', () => {
    expect(t('还差{}项', 2)).toBe('还差2项')
    isEnglish.value = true
    expect(t('还差{}项', 2)).toBe('2 papers missing')
    expect(t('没有译的')).toBe('没有译的')
    isEnglish.value = false
  })
})
