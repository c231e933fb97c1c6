/** Where a paper lies on a photo, and the part of a picture that somebody keeps: sides as shares of width and height. */

export interface Frame {
  left: number
  top: number
  right: number
  bottom: number
}

export const WHOLE: Frame = { left: 0, top: 0, right: 1, bottom: 1 }

/** No side may be dragged nearer to the other one. */
const NARROWEST = 0.1
/** A row or column belongs to the paper when so much of it is as bright as paper. */
const SHARE = 0.35
/** What is found is proposed between these shares of the picture: less is a spot, more is all of it. */
const LEAST = 0.15
const MOST = 0.92
/** Paper is at least so much brighter than the table, of 255; else nobody can say where it ends. */
const STEP = 40

/**
 * The paper on a photo: the bright part of it, where it stands out from what it lies on. Null where it does not.
 * @param grey Brightness of each point, row after row.
 */
export function paperFrame(grey: Uint8Array, width: number, height: number): Frame | null {
  const threshold = dividing(grey)
  if (threshold === null) return null
  const rows = shares(height, width, (row, column) => (grey[row * width + column] ?? 0) > threshold)
  const columns = shares(width, height, (column, row) => (grey[row * width + column] ?? 0) > threshold)
  const [top, bottom] = longest(rows)
  const [left, right] = longest(columns)
  const found = { left: left / width, top: top / height, right: right / width, bottom: bottom / height }
  const area = (found.right - found.left) * (found.bottom - found.top)
  return area >= LEAST && area <= MOST ? found : null
}

/** A frame after one of its corners was moved; it stays in the picture and has a width and a height. */
export function moved(frame: Frame, corner: { x: 'left' | 'right'; y: 'top' | 'bottom' }, x: number, y: number): Frame {
  const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
  return {
    ...frame,
    [corner.x]: corner.x === 'left' ? within(x, 0, frame.right - NARROWEST) : within(x, frame.left + NARROWEST, 1),
    [corner.y]: corner.y === 'top' ? within(y, 0, frame.bottom - NARROWEST) : within(y, frame.top + NARROWEST, 1),
  }
}

/** The same part of the picture after it was turned to the right by a quarter. */
export function turned({ left, top, right, bottom }: Frame): Frame {
  return { left: 1 - bottom, top: left, right: 1 - top, bottom: right }
}

/** The brightness between paper and table (Otsu); null where the two are not far enough apart. */
function dividing(grey: Uint8Array): number | null {
  const counts = new Array<number>(256).fill(0)
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1
  const total = grey.length
  const sum = counts.reduce((so, count, value) => so + count * value, 0)
  let [best, threshold, dark, darkSum, step] = [0, 0, 0, 0, 0]
  for (let value = 0; value < 255; value++) {
    dark += counts[value] ?? 0
    darkSum += value * (counts[value] ?? 0)
    if (!dark || dark === total) continue
    const apart = (sum - darkSum) / (total - dark) - darkSum / dark
    const between = dark * (total - dark) * apart * apart
    if (between > best) [best, threshold, step] = [between, value, apart]
  }
  return step >= STEP ? threshold : null
}

function shares(lines: number, length: number, isBright: (line: number, at: number) => boolean): boolean[] {
  return Array.from({ length: lines }, (_, line) => {
    let bright = 0
    for (let at = 0; at < length; at++) bright += Number(isBright(line, at))
    return bright > length * SHARE
  })
}

/** From where to where the longest run goes. */
function longest(lines: boolean[]): [number, number] {
  let [from, best, end] = [0, 0, 0]
  lines.forEach((is, at) => {
    if (!is) from = at + 1
    else if (at + 1 - from > best) [best, end] = [at + 1 - from, at + 1]
  })
  return [end - best, end]
}
