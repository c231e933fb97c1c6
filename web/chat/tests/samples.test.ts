import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { samplesOf } from '../src/papers/samples'

const FOLDER = 'src/samples/'

describe('samples', () => {
  it('are all shown with what is to be seen on them', () => {
    const drawn = readdirSync(FOLDER).map((file) => file.replace('.svg', ''))
    expect(samplesOf(drawn)).toHaveLength(drawn.length)
    expect(samplesOf(['vehicle_licence'])).toEqual([])
  })

  it('say that they are samples, and hold no number of anybody', () => {
    for (const file of readdirSync(FOLDER)) {
      const picture = readFileSync(FOLDER + file, 'utf-8')
      expect(picture).toContain('>样例</text>')
      expect(picture.replace(/<[^>]*>/g, ' ')).not.toMatch(/\d{6}/)
    }
  })
})
