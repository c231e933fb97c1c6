/**
 * A signature written on the screen, and the page that carries it: what is signed, the words, the day. The page does not bear the name of
 * the form as its title, so that the pre-check never takes the signature alone for the form.
 */

export interface Point {
  x: number
  y: number
}

/** Points of each stroke, in units of a pad of PAD_WIDTH by PAD_HEIGHT. */
export type Strokes = Point[][]

export const PAD_WIDTH = 300
export const PAD_HEIGHT = 120

/** Less ink than this is a slip of the finger. */
const LEAST_INK = 60

const PAGE = { width: 1240, height: 900, margin: 90 }
const PEN = 2.4

export interface SignedWords {
  /** The paper that is signed. */
  material: string
  /** Empty where it is not known any more, after the submission. */
  item: string
  /** As the page says it. */
  day: string
}

export function isSigned(strokes: Strokes): boolean {
  return strokes.reduce((ink, stroke) => ink + lengthOf(stroke), 0) >= LEAST_INK
}

/** A stroke as the path of a drawing; a point alone is a dot. */
export function pathOf(stroke: Point[]): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  return `M${first.x} ${first.y}${rest.length ? rest.map(({ x, y }) => `L${x} ${y}`).join('') : 'h0.1'}`
}

/** The page to hand in. */
export function signaturePage(strokes: Strokes, words: SignedWords): Promise<Blob> {
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = [PAGE.width, PAGE.height]
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, PAGE.width, PAGE.height)
  pen.fillStyle = '#000'
  pen.textAlign = 'center'
  pen.font = 'bold 48px sans-serif'
  pen.fillText('签名页', PAGE.width / 2, 130)
  pen.textAlign = 'left'
  pen.font = '32px sans-serif'
  const lines = [words.item && `办理事项：${words.item}`, `我确认「${words.material}」所填的内容和所附的材料真实，`, '下面的签名是本人写的。', '签名：'].filter(Boolean)
  lines.forEach((line, at) => pen.fillText(line, PAGE.margin, 230 + at * 64, PAGE.width - 2 * PAGE.margin))
  pen.fillText(`日期：${words.day}`, PAGE.margin, PAGE.height - 80)
  draw(pen, strokes)
  return new Promise((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('not drawn'))), 'image/jpeg', 0.92))
}

function draw(pen: CanvasRenderingContext2D, strokes: Strokes): void {
  pen.save()
  pen.translate(PAGE.margin + 110, 440)
  pen.scale(3, 3)
  pen.lineWidth = PEN
  pen.lineCap = pen.lineJoin = 'round'
  for (const stroke of strokes) pen.stroke(new Path2D(pathOf(stroke)))
  pen.restore()
}

function lengthOf(stroke: Point[]): number {
  return stroke.slice(1).reduce((sum, point, at) => sum + Math.hypot(point.x - stroke[at]!.x, point.y - stroke[at]!.y), 0)
}
