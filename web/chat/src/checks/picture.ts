/**
 * A photo made small enough before it travels: upright, without the place where it was taken. The service keeps 2400 on the long side
 * unless told otherwise (upload_long_side); somewhat more leaves it the last word.
 */

const LONG_SIDE = 3000
const QUALITY = 0.86
/** Below this a photo travels as it is: the time saved is less than a second. */
const SMALL = 600_000
/** A picture of more points than this would take the memory of an older phone. */
const MOST_POINTS = 80_000_000

/** The photo to send: smaller where that saves data, else the one that was given. */
export async function lightened(file: Blob): Promise<Blob> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < SMALL || !turnsUpright()) return file
  const address = URL.createObjectURL(file)
  try {
    const drawn = await redrawn(await picture(address))
    return drawn && drawn.size < file.size * 0.8 ? drawn : file
  } catch {
    return file // this browser cannot open it; the service can
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Whether this browser turns a photo as its camera says; one that does not would lose which side is up. */
function turnsUpright(): boolean {
  return typeof CSS !== 'undefined' && CSS.supports('image-orientation', 'from-image')
}

async function picture(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode()
  return image
}

function redrawn(image: HTMLImageElement): Promise<Blob | null> {
  const [width, height] = [image.naturalWidth, image.naturalHeight]
  if (!width || !height || width * height > MOST_POINTS) return Promise.resolve(null)
  const scale = Math.min(1, LONG_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  pen.fillStyle = '#fff' // a transparent ground would turn black in a JPEG
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}
