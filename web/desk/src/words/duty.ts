/** Days as the forms of the centre hold them. */

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** Days written one after the other, and what is none. */
export function daysIn(text: string): { days: string[]; wrong: string[] } {
  const written = text.split(/[\s,，、;；]+/).filter(Boolean)
  const isDay = (one: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(one)
  return { days: written.filter(isDay), wrong: written.filter((one) => !isDay(one)) }
}
