/** Whether a file may be sent at all, said before it travels; the service looks into it and has the last word. */

import type { Limits } from '../api/types'

const BY_ENDING: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  heif: 'image/heif',
  pdf: 'application/pdf',
}

/** What a device says when it does not know. */
const UNKNOWN = new Set(['', 'application/octet-stream'])

/** What a device says of a file, or what its ending says where the device does not know (HEIC). */
export function typeOf(file: { name: string; type: string }): string {
  const ending = /\.([A-Za-z]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  return UNKNOWN.has(file.type) ? (BY_ENDING[ending] ?? '') : file.type
}

/** Why a file is not sent; an empty string where it is. */
export function refusalOf(file: { name: string; type: string; size: number }, limits: Limits): string {
  const type = typeOf(file)
  if (!file.size) return '是空的，请重新选择。'
  if (type && !limits.types.includes(type) && !(type === 'image/heif' && limits.types.includes('image/heic'))) {
    return `不是能收的格式。${limits.say.split('，')[0]}，请换一个。`
  }
  if (file.size > limits.max_bytes) return `有${sizeText(file.size)}，超过了${sizeText(limits.max_bytes)}。请拍小一点或者分成几个文件。`
  return ''
}

/** Sizes as the limits count them: 1 MB is 1024 × 1024 bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes}字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`
}
