/** Speaking instead of typing, and listening instead of reading, by the browser's own means where it has them. */

import { ref } from 'vue'

interface Heard extends Event {
  results: ArrayLike<ArrayLike<{ transcript: string }>>
}

interface Listener extends EventTarget {
  lang: string
  interimResults: boolean
  start(): void
  stop(): void
}

type Maker = new () => Listener

const means = window as unknown as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker }
const Recognition = means.SpeechRecognition ?? means.webkitSpeechRecognition

export const canListen = !!Recognition
export const canSpeak = 'speechSynthesis' in window

export const isListening = ref(false)
/** Why nothing was heard, and another way. */
export const problem = ref('')

const SAYS: Record<string, string> = {
  'not-allowed': '没有允许使用麦克风。可以在浏览器的设置里打开，或者打字说。',
  'service-not-allowed': '这个浏览器不能识别语音，请打字，或者用输入法的语音键。',
  network: '识别语音要联网，现在连不上，请打字，或者用输入法的语音键。',
  'audio-capture': '没有找到麦克风，请打字说。',
  'no-speech': '没有听到声音，请靠近一点再说一次，或者打字。',
}

let current: Listener | null = null

/** @param take Told what was heard, once. */
export function listen(take: (text: string) => void): void {
  if (!Recognition) return
  if (current) return current.stop()
  problem.value = ''
  const listener = new Recognition()
  listener.lang = 'zh-CN'
  listener.interimResults = false
  listener.addEventListener('result', (event) => {
    const { results } = event as Heard
    take(Array.from(results, (result) => result[0]?.transcript ?? '').join(''))
  })
  listener.addEventListener('error', (event) => {
    const { error } = event as Event & { error: string }
    if (error !== 'aborted') problem.value = SAYS[error] ?? '没有听清，请再说一次，或者打字。'
  })
  listener.addEventListener('end', () => {
    current = null
    isListening.value = false
  })
  current = listener
  isListening.value = true
  listener.start()
}

/** Said aloud; said again it stops. */
export function speak(text: string): void {
  const { speechSynthesis } = window
  if (speechSynthesis.speaking) return speechSynthesis.cancel()
  const words = new SpeechSynthesisUtterance(text)
  words.lang = 'zh-CN'
  words.rate = 0.9
  speechSynthesis.speak(words)
}
