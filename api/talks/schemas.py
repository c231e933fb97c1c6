"""Talks with a person as the channels see them: asking for one, relaying, hearing what an officer said, and asking to be called."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.intakes.schemas import Channel, Conversation
from api.platform.schemas import Payload, Text, View

Speaker = Literal["applicant", "assistant", "officer", "notice"]
TalkId = Annotated[str, Field(max_length=24)]
State = Literal["none", "closed", "waiting", "held", "missed", "back", "idle", "left"]
STATES = (
    "none 没有人工对话、closed 现在不上班、waiting 在等工作人员接、held 工作人员正在说、missed 没有人有空接、"
    "back 已经交回办事助手、idle 好久没说话已经结束、left 办事人不等了"
)


class OfDialogue(Payload):
    """Whose talk is meant."""

    channel: Channel = Field(description="渠道的名称，例如 web、wechat、rest")
    conversation: Conversation = Field(description="渠道给这个对话起的名字；库里只存它的摘要")


class LineSaid(Payload):
    """Something that was said before an officer came, or by the assistant while one was waited for."""

    speaker: Literal["applicant", "assistant"] = Field(description="applicant 办事人、assistant 办事助手")
    text: Text = Field(description="说的话，个人信息已经换成记号；保存前再去除一遍")
    at: datetime | None = Field(default=None, description="什么时候说的；不写就是现在")


Lines = Annotated[list[LineSaid], Field(max_length=200)]


class TalkRequest(OfDialogue):
    """A person is asked for."""

    lines: Lines = Field(default=[], description="到现在说过的话，先说的在前，给工作人员看")


class TalkSaid(OfDialogue):
    """A message of the applicant while a talk was asked for."""

    talk: TalkId = Field(description="人工对话的编号")
    text: Text = Field(description="办事人说的话，个人信息已经换成记号")


class TalkLines(OfDialogue):
    """What was said beside the officer."""

    talk: TalkId = Field(description="人工对话的编号")
    lines: Lines = Field(description="说过的话，先说的在前")
    replacing: bool = Field(default=False, description="换掉接通以前的话：渠道有完整的记录时用")


class TalkNewsQuery(OfDialogue):
    """What was said since a line."""

    after: int = Field(default=0, ge=0, le=2**62, description="上一次看到的最后一句的 id")


class CallbackRequest(OfDialogue):
    """Somebody wants to be called."""

    question: Text = Field(default="", description="想问什么，个人信息已经换成记号")


class HeardLine(View):
    """Something an officer said, or the system about the talk."""

    id: int = Field(description="顺序号，接着取用；同一句永远是同一个号，重复收到的按它去掉")
    speaker: Speaker = Field(description="officer 工作人员、notice 系统关于这次对话的话")
    text: str = Field(description="说的话")
    at: datetime = Field(description="什么时候说的")


class TalkAnswer(View):
    """Where a talk is, and what the applicant has not been told of it in a reply."""

    talk: str = Field(description="人工对话的编号；没有时为空")
    state: State = Field(description=STATES)
    first: bool = Field(default=False, description="这是转给工作人员的第一句：告诉办事人一次就够")
    lines: list[HeardLine] = Field(default=[], description="还没有随答复告诉过的话，先说的在前")


class TalkAsked(TalkAnswer):
    """What came of asking for a person."""

    ahead: int = Field(description="前面还有几个人在等")
    wait_min: int = Field(description="最多等几分钟，过了就告诉办事人没有接上")
    phone_masked: str = Field(description="已经留过的电话，遮盖后的；没有留过为空")
    callback: str = Field(description="已经约了回电的编号；没有为空")
    next_opening: datetime | None = Field(
        description="不上班时：最早什么时候有人；近期不上班或者日历没有录入的为空"
    )


class TalkNews(View):
    """What officers said, and where the talk is."""

    talk: str = Field(description="最近一次人工对话的编号；没有时为空")
    state: State = Field(description=STATES)
    lines: list[HeardLine] = Field(description="after 以后的话，先说的在前，一次最多200句")
    next: int = Field(description="下一次从这里接着取")


class CallbackAsked(View):
    """A call-back that is kept."""

    number: str = Field(description="回电的编号，例如 HD20261130-0001")
    phone_masked: str = Field(description="打哪个电话，遮盖后的")
    due_day: date | None = Field(description="最晚哪一天打，按工作日算；那一年的日历没有录入的为空")


class TalksForgotten(View):
    """What was deleted."""

    forgotten: int = Field(description="删了几次人工对话；约好的回电不受影响")
