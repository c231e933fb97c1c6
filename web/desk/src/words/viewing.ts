/** How large a paper stands in its frame. */

/** The whole paper in its frame, whatever its size. */
export const WHOLE = 0

/** As wide as its frame, which is how a page is read. */
export const WIDE = 1

const STEPS = [WHOLE, 0.75, WIDE, 1.5, 2, 3, 4]
const MARGIN_PX = 24

export function zoomed(zoom: number, by: 1 | -1): number {
  const at = STEPS.indexOf(zoom)
  return STEPS[Math.min(Math.max(at + by, 0), STEPS.length - 1)] ?? WIDE
}

export function turned(angle: number): number {
  return (angle + 90) % 360
}

/**
 * The paper fitted into its frame and then enlarged, in pixels.
 * @returns What the turned paper takes, and the paper itself before it is turned.
 */
export function fitted(natural: { width: number; height: number }, width: number, height: number, zoom: number, angle: number): { width: number; height: number; paperWidth: number; paperHeight: number } {
  const lies = angle % 180 !== 0
  const [across, down] = lies ? [natural.height, natural.width] : [natural.width, natural.height]
  const wide = (width - MARGIN_PX) / across
  const scale = zoom === WHOLE ? Math.min(wide, (height - MARGIN_PX) / down) : wide * zoom
  return { width: across * scale, height: down * scale, paperWidth: natural.width * scale, paperHeight: natural.height * scale }
}
