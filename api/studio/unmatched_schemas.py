"""What people said at moments that went wrong, in groups, and what becomes of a group."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.conversations.schemas import Moment
from api.platform.schemas import Payload, Text, View
from knowledge.studio.edit import EntryKind

MOMENT_NAMES: dict[Moment, str] = {
    Moment.MISSED: "没听懂",
    Moment.DENIED: "否认",
    Moment.REPEATED: "重问",
    Moment.DOUBTFUL: "拿不准",
    Moment.HANDED_OVER: "转人工",
}


class SaidAt(View):
    """A sentence with what was said before it."""

    text: str = Field(description="那句话，个人信息已经换成记号")
    before: list[str] = Field(description="它前面说的几句，早的在前")
    moment: Moment = Field(description="哪一种时刻，代号")
    moment_name: str = Field(description="哪一种时刻")
    channel: str = Field(description="从哪个渠道说的")
    at: datetime = Field(description="什么时候说的")


class MomentCount(View):
    """How many moments of a kind there are."""

    moment: Moment = Field(description="哪一种时刻，代号")
    name: str = Field(description="哪一种时刻")
    count: int = Field(description="几次")


class SaidGroup(View):
    """Sentences that mean the same."""

    texts: list[str] = Field(description="这一组里的说法，说得最多的在前，最多200种")
    count: int = Field(description="一共说了几次")
    lately: int = Field(description="近7天几次")
    earlier: int = Field(description="再前7天几次")
    moments: list[MomentCount] = Field(description="各是哪一种时刻")
    examples: list[SaidAt] = Field(description="最近的几次，连同前面几句")
    outcome: str = Field(description="怎么处理的：空的还没有处理，assigned 归到了一个条目，ignored 不管")
    settled: str = Field(description="怎么处理的，一句话：归到哪里、谁、为什么；没有处理的为空")


class WhatPeopleSaid(View):
    """What people said in the days asked for."""

    first: date = Field(description="从哪一天")
    last: date = Field(description="到哪一天")
    total: int = Field(description="一共几次")
    groups_total: int = Field(description="一共几组")
    counts: list[MomentCount] = Field(description="各种时刻几次，不论看的是哪一种")
    groups: list[SaidGroup] = Field(description="说得最多的在前，一页50组")
    offset: int = Field(description="这一页从第几组起，从0数")


class SettleWanted(Payload):
    """What is done with sentences."""

    texts: list[Annotated[Text, Field(min_length=1)]] = Field(
        min_length=1, max_length=200, description="哪几句，照列出来的写"
    )
    outcome: Literal["assigned", "ignored", ""] = Field(
        description="assigned 归到一个条目并加为说法，ignored 不管，空的退回没有处理"
    )
    kind: EntryKind | None = Field(default=None, description="归到哪一种条目")
    id: Annotated[str, Field(max_length=240)] = Field(default="", description="归到的条目的编号")
    phrasings: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field(
        default=[], max_length=20, description="其中哪几句加为这个条目的说法；不加的不写"
    )
    why: Annotated[str, Field(max_length=200)] = Field(default="", description="为什么不管")

    @model_validator(mode="after")
    def _says_enough(self) -> SettleWanted:
        if self.outcome == "assigned" and not (self.kind and self.id):
            raise ValueError("归到一个条目，要写它的种类和编号")
        if self.outcome == "ignored" and not self.why.strip():
            raise ValueError("不管的要写为什么")
        return self


class Settled(View):
    """What was done."""

    sentences: int = Field(description="处理了几次说的话")
    added: int = Field(description="加了几种说法")
