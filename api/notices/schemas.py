"""Notices as clients see them."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.platform.schemas import View
from knowledge.guidance.notice import NoticeChange, NoticeContent


class NoticeView(View):
    """One version of a one-time notice."""

    number: str = Field(description="告知单编号，例如 GZ20261123-0007；各版相同")
    version: int = Field(description="第几版")
    drawn_at: datetime = Field(description="什么时候出的")
    access: str = Field(description="查看告知单的访问名，猜不到")
    content: NoticeContent = Field(description="告知单的内容")
    qr_path: str = Field(description="打印件上的二维码指向的网页，总是最新一版")
    page_path: str = Field(description="这一版的网页")
    pdf_path: str = Field(description="这一版的 PDF")
    forms: list[str] = Field(description="有 Word 申请书可以下载的材料的编号，已经知道的都填好")


class NoticeDrawn(View):
    """The notice after drawing it."""

    notice: NoticeView = Field(description="告知单")
    change: NoticeChange | None = Field(default=None, description="和前一版比有什么变化；第一版为空")
    is_new: bool = Field(description="出了新的一版；内容没有变时是 false，返回的是原来那一版")
