/** Dates as an applicant reads them: 2026年11月27日 星期五; times of day in 24 hours, at the centre. */

const DAYS = ['日', '一', '二', '三', '四', '五', '六']
const ZONE = 'Asia/Shanghai'

/** A day given as ``2026-11-27``. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay()
  return `${year}年${month}月${date}日 星期${DAYS[weekday]}`
}

/** The same for a narrow place: 11月27日, and 星期五 apart from it. */
export function shortDay(day: string): string {
  const [, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${month}月${date}日`
}

export function weekday(day: string): string {
  return dayText(day).split(' ')[1] ?? ''
}

/** A moment with its zone. */
export function momentText(moment: string | number): string {
  const parts = partsOf(new Date(moment))
  return `${parts.year}年${Number(parts.month)}月${Number(parts.day)}日 ${Number(parts.hour)}:${parts.minute}`
}

/** The time of day of a message, with its date where that is not today. */
export function timeText(seconds: number, now: Date = new Date()): string {
  const [then, today] = [partsOf(new Date(seconds * 1000)), partsOf(now)]
  const time = `${Number(then.hour)}:${then.minute}`
  const sameDay = then.year === today.year && then.month === today.month && then.day === today.day
  return sameDay ? time : `${Number(then.month)}月${Number(then.day)}日 ${time}`
}

/** A time of day given as ``09:00``, as it is written everywhere else: 9:00. */
export function clockText(time: string): string {
  return time.replace(/^0(?=\d)/, '')
}

/** Times of day kept on one line: 9:00-12:00. Phone numbers are left as they are, since they are copied. */
export function unbroken(text: string): string {
  return text.replace(/(:\d\d)-(?=\d)/g, '$1-\u2060')
}

function partsOf(date: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat('zh-CN', {
    timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(date).map((part) => [part.type, part.value]))
}
