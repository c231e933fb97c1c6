/** What the service offers beyond the talk; each is shown only where the service says that it is there. */

import type { Notice, Route } from '../api/types'

/** Where this version of the notice can be read, printed and kept. */
export function noticeLinks(notice: Notice): { label: string; href: string }[] {
  const links = [
    { label: '全文', href: notice.page_path },
    { label: 'PDF', href: notice.pdf_path },
  ]
  return links.flatMap(({ label, href }) => (href ? [{ label, href }] : []))
}

/** The form for a material in Word, filled in with what is known; null where there is none. */
export function formOf(notice: Notice, material: string, intake: string | undefined): string | null {
  if (!intake || !notice.forms?.includes(material)) return null
  return `/api/v1/intakes/${intake}/form.docx?material=${encodeURIComponent(material)}`
}

export function takesAppointments(route: Route | null): boolean {
  return !!route?.takes_appointments
}
