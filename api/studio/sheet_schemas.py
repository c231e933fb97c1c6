"""What became of a workbook that was sent in."""

from __future__ import annotations

from pydantic import Field

from api.platform.schemas import View


class SheetTaken(View):
    """How much of it was new."""

    entries: int = Field(description="改了几个条目；只检查的是要改几个")


class TriedSentence(View):
    """One sentence of a workbook, tried."""

    row: int = Field(description="表里第几行")
    said: str = Field(description="说法，个人信息已经换成记号")
    meant: str = Field(description="应该是什么；没有写的为空")
    heard: str = Field(description="听成了什么")
    right: bool | None = Field(
        description="对不对：最像的就是它，或者列出来选的里面有；没有写应该是什么的为空"
    )


class TriedSentences(View):
    """All of them."""

    sentences: list[TriedSentence] = Field(description="一句一行，照表里的先后")
    known: int = Field(description="写了应该是什么的有几句")
    right: int = Field(description="其中对了几句")
