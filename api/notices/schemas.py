"""Notices as clients see them."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.platform.schemas import View
from knowledge.guidance.notice import NoticeChange, NoticeContent


class NoticeView(View):
    """One version of a one-time notice.

    Attributes:
        number: For example ``GZ20261123-0007``; all versions of a notice share it.
        access: Unguessable name under which the notice is read.
        qr_path: Path of the page that the printed QR code leads to: always the latest version.
        page_path: Path of this version as a page.
        pdf_path: Path of this version as PDF.
        forms: Ids of the materials for which there is a Word form, filled in with what is known.
    """

    number: str
    version: int
    drawn_at: datetime
    access: str
    content: NoticeContent
    qr_path: str
    page_path: str
    pdf_path: str
    forms: list[str]


class NoticeDrawn(View):
    """The notice after drawing it.

    Attributes:
        change: Against the version before; None for a first version.
        is_new: False where nothing had changed and the same version is returned.
    """

    notice: NoticeView
    change: NoticeChange | None = Field(default=None)
    is_new: bool
