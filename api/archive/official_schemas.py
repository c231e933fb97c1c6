"""The written papers of a case as they are listed."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.platform.schemas import View


class OfficialPaperView(View):
    """One written paper."""

    place: int = Field(description="第几份：办件日志里的位置，取 PDF 时用")
    title: str = Field(description="文书的名称，例如 受理通知书")
    number: str = Field(description="文号")
    day: date = Field(description="哪一天的")
    code: str = Field(description="核验码，在 /v/核验码 可以查真伪")
    remedy: str = Field(description="不服的怎么办；没有不利决定的为空文字")


class OfficialPaperList(View):
    """The written papers of a case."""

    number: str = Field(description="办件编号")
    authority: str = Field(description="作出机关")
    papers: list[OfficialPaperView] = Field(description="各份文书，先作出的在前")
