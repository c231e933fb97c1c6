/** Inside WeChat: its own functions, where the account is set up for them. Without them everything works just as well. */

import * as chat from '../api/chat'

/** Of WeChat; loaded only inside WeChat and only where the service can sign for it. */
const SCRIPT = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js'

const WANTED = ['scanQRCode', 'chooseImage', 'getLocation', 'updateAppMessageShareData', 'updateTimelineShareData']

export interface WeChatFunctions {
  config(given: Record<string, unknown>): void
  ready(then: () => void): void
  updateAppMessageShareData(card: Record<string, string>): void
  updateTimelineShareData(card: Record<string, string>): void
}

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
    const { app_id: appId, timestamp, nonce: nonceStr, signature } = signed
    wx.config({ appId, timestamp, nonceStr, signature, jsApiList: WANTED })
    wx.ready(() => {
      const card = shareCard(window.location.origin)
      wx.updateAppMessageShareData(card)
      wx.updateTimelineShareData(card)
    })
    return true
  } catch {
    return false // the page does without
  }
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
