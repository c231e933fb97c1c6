/** Pictures drawn anew in the browser: turned by quarters, and a part of them cut out. */

import type { Frame } from './frame'
import { paperFrame } from './frame'

const QUALITY = 0.92
/** Of a picture that is looked at for where the paper lies. */
const SMALL_SIDE = 200
/** More points a canvas of an older phone does not hold. */
const MOST_POINTS = 16_000_000

export async function opened(file: Blob): Promise<HTMLImageElement> {
  const image = new Image()
  const address = URL.createObjectURL(file)
  try {
    image.src = address
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** The picture turned to the right by quarters, no longer than wanted. */
export function turnedPicture(image: HTMLImageElement, quarters: number, longest: number): HTMLCanvasElement {
  const [width, height] = [image.naturalWidth, image.naturalHeight]
  const scale = Math.min(1, longest / Math.max(width, height), Math.sqrt(MOST_POINTS / (width * height)))
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)]
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = quarters % 2 ? [down, across] : [across, down]
  const pen = canvas.getContext('2d')!
  pen.imageSmoothingQuality = 'high'
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate((quarters * Math.PI) / 2)
  pen.drawImage(image, -across / 2, -down / 2, across, down)
  return canvas
}

/** The part of a turned picture, as a photo. */
export async function cutOut(image: HTMLImageElement, quarters: number, frame: Frame): Promise<Blob> {
  const whole = turnedPicture(image, quarters, Infinity)
  const [left, top] = [Math.round(frame.left * whole.width), Math.round(frame.top * whole.height)]
  const part = document.createElement('canvas')
  part.width = Math.round(frame.right * whole.width) - left
  part.height = Math.round(frame.bottom * whole.height) - top
  part.getContext('2d')!.drawImage(whole, -left, -top)
  return new Promise((resolve, reject) => part.toBlob((made) => (made ? resolve(made) : reject(new Error('not drawn'))), 'image/jpeg', QUALITY))
}

/** Where the paper lies on the picture as it was taken; null where that cannot be told. */
export function foundFrame(image: HTMLImageElement): Frame | null {
  const small = turnedPicture(image, 0, SMALL_SIDE)
  const { data, width, height } = small.getContext('2d')!.getImageData(0, 0, small.width, small.height)
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++) grey[at] = 0.3 * (data[4 * at] ?? 0) + 0.59 * (data[4 * at + 1] ?? 0) + 0.11 * (data[4 * at + 2] ?? 0)
  return paperFrame(grey, width, height)
}
