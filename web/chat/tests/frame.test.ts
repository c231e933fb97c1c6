import { describe, expect, it } from 'vitest'

import { moved, paperFrame, turned, WHOLE } from '../src/checks/frame'

const WIDTH = 100
const HEIGHT = 80

/** A table with a paper on it, and print on the paper. */
function photo(paper: number, table: number, left = 20, top = 10, right = 90, bottom = 70): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    const isPaper = x >= left && x < right && y >= top && y < bottom
    return isPaper ? (x % 7 === 0 && y % 5 === 0 ? 30 : paper) : table
  })
}

describe('the paper on a photo', () => {
  it('is found where it stands out', () => {
    expect(paperFrame(photo(220, 90), WIDTH, HEIGHT)).toEqual({ left: 0.2, top: 0.125, right: 0.9, bottom: 0.875 })
  })

  it('is not guessed where it does not stand out, fills the picture or is a spot', () => {
    expect(paperFrame(photo(120, 100), WIDTH, HEIGHT)).toBeNull()
    expect(paperFrame(photo(220, 90, 0, 0, WIDTH, HEIGHT), WIDTH, HEIGHT)).toBeNull()
    expect(paperFrame(photo(220, 90, 40, 30, 50, 40), WIDTH, HEIGHT)).toBeNull()
  })
})

describe('a frame', () => {
  it('goes with its corner and stays in the picture', () => {
    expect(moved(WHOLE, { x: 'left', y: 'top' }, 0.3, -1)).toEqual({ ...WHOLE, left: 0.3 })
    expect(moved(WHOLE, { x: 'right', y: 'bottom' }, 0, 0)).toEqual({ ...WHOLE, right: 0.1, bottom: 0.1 })
  })

  it('turns with the picture, and four quarters are none', () => {
    const frame = { left: 0.1, top: 0.2, right: 0.5, bottom: 1 }
    expect(turned(frame)).toEqual({ left: 0, top: 0.1, right: 0.8, bottom: 0.5 })
    const whole = turned(turned(turned(turned(frame))))
    for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(whole[side]).toBeCloseTo(frame[side])
  })
})
