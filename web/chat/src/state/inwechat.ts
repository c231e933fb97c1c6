/** Inside WeChat: its own functions, where the account is set up for them. Without them everything works just as well. */

import { reactive } from 'vue'

import { nearestWindow } from '../api/centre'
import * as chat from '../api/chat'

/** Of WeChat; loaded only inside WeChat and only where the service can sign for it. */
const SCRIPT = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js'

const WANTED = ['scanQRCode', 'getLocation', 'updateAppMessageShareData', 'updateTimelineShareData']
const TAGS = ['wx-open-subscribe']

interface Answers<T> {
  success: (found: T) => void
  fail: () => void
}

export interface WeChatFunctions {
  config(given: Record<string, unknown>): void
  ready(then: () => void): void
  updateAppMessageShareData(card: Record<string, string>): void
  updateTimelineShareData(card: Record<string, string>): void
  scanQRCode(asked: { needResult: 1; scanType: string[] } & Answers<{ resultStr: string }>): void
  getLocation(asked: { type: 'wgs84' } & Answers<{ latitude: number; longitude: number }>): void
}

/** What of WeChat this page can use; nothing outside of it. */
export const inWeChat = reactive<{ isReady: boolean; notices: string[] }>({ isReady: false, notices: [] })
let functions: WeChatFunctions | null = null

export const isInWeChat = (agent: string = navigator.userAgent): boolean => /MicroMessenger/i.test(agent)

/** The card that a shared page shows: never an address with somebody's ticket or case. */
export function shareCard(origin: string): Record<string, string> {
  return { title: '政务服务中心：直接说您想办什么事', desc: '一次说清要带的材料、费用、时限和窗口', link: `${origin}/`, imgUrl: `${origin}/icon.png` }
}

export async function openInWeChat(load: (address: string) => Promise<WeChatFunctions> = loaded): Promise<boolean> {
  if (!isInWeChat()) return false
  try {
    const signed = await chat.signature(window.location.href.replace(/#.*$/, ''))
    const wx = await load(SCRIPT)
    const { app_id: appId, timestamp, nonce: nonceStr, signature, notices } = signed
    wx.config({ appId, timestamp, nonceStr, signature, jsApiList: WANTED, openTagList: TAGS })
    wx.ready(() => {
      functions = wx
      const card = shareCard(window.location.origin)
      wx.updateAppMessageShareData(card)
      wx.updateTimelineShareData(card)
      Object.assign(inWeChat, { isReady: true, notices })
    })
    return true
  } catch {
    return false // the page does without
  }
}

/** Where a code leads: a page of ours, a case by its number, or nowhere here. */
export type Scanned = { page: string } | { number: string } | null

export function scannedIn(read: string, origin: string): Scanned {
  if (read === origin || read.startsWith(`${origin}/`)) return { page: read }
  const number = /^(?:CODE_\d+,)?(\d{12})$/.exec(read.trim())?.[1] // a bar code comes with its kind before it
  return number ? { number } : null
}

/** Read a code with WeChat's camera. */
export function scan(): Promise<Scanned> {
  return new Promise((resolve, reject) => {
    if (!functions) return reject(new Error('not ready'))
    functions.scanQRCode({
      needResult: 1,
      scanType: ['qrCode', 'barCode'],
      success: ({ resultStr }) => resolve(scannedIn(resultStr, window.location.origin)),
      fail: () => reject(new Error('not read')),
    })
  })
}

/** The window that is nearest to where somebody stands, as WeChat knows it; the place is asked about and not kept. */
export function nearest(): ReturnType<typeof nearestWindow> {
  return new Promise<{ latitude: number; longitude: number }>((resolve, reject) => {
    if (!functions) return reject(new Error('not ready'))
    functions.getLocation({ type: 'wgs84', success: resolve, fail: () => reject(new Error('not known')) })
  }).then(({ latitude, longitude }) => nearestWindow(latitude, longitude))
}

function loaded(address: string): Promise<WeChatFunctions> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => resolve((window as unknown as { wx: WeChatFunctions }).wx)
    script.onerror = () => reject(new Error('unreachable'))
    document.head.append(script)
  })
}
