/** A calendar file (RFC 5545) with dates of a case or an appointment. Times are the centre's, which has no summer time. */

export interface CalendarDate {
  id: string
  title: string
  /** 2026-11-30 */
  day: string
  /** 09:00; a whole day without them. */
  start?: string
  end?: string
  place: string
}

/** Longest line in bytes; a longer one goes on in the next, behind a blank. */
const LONGEST = 75

export function calendarFile(dates: CalendarDate[], now = new Date()): Blob {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//intake//zh-CN', ...dates.flatMap((date) => event(date, now)), 'END:VCALENDAR']
  return new Blob([lines.map(folded).join('\r\n') + '\r\n'], { type: 'text/calendar;charset=utf-8' })
}

function event({ id, title, day, start, end, place }: CalendarDate, now: Date): string[] {
  const date = day.replace(/-/g, '')
  const times = start && end ? [`DTSTART:${utc(day, start)}`, `DTEND:${utc(day, end)}`] : [`DTSTART;VALUE=DATE:${date}`]
  const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-P1D', 'END:VALARM']
  return ['BEGIN:VEVENT', `UID:${id}@intake`, `DTSTAMP:${stamp(now)}`, ...times, `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, ...alarm, 'END:VEVENT']
}

/** Eight hours behind the centre's clock. */
function utc(day: string, time: string): string {
  return stamp(new Date(`${day}T${time}:00+08:00`))
}

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')
}

function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    if (new TextEncoder().encode(part + sign).length > LONGEST - (parts.length ? 1 : 0)) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}
