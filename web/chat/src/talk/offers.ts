/** What the service offers beyond the talk; each is shown only where the service says that it is there. */

import type { Intake, Notice } from '../api/types'

/** Photos of papers: the intake tells their state, material by material. */
export function takesUploads(intake: Intake | null): boolean {
  return intake?.uploads !== undefined
}

/** The notice as PDF. */
export function pdfOf(notice: Notice): string | null {
  return notice.pdf_path ?? null
}
