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

/** Whether there is a form for a material that can be filled in. */
export function hasForm(notice: Notice, material: string): boolean {
  return !!notice.forms?.includes(material)
}

export function takesAppointments(route: Route | null): boolean {
  return !!route?.takes_appointments
}
