"""Talks, call-backs and proposals as officers see them; without personal data in clear."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from api.platform.schemas import Payload, View
from api.talks.schemas import Speaker, State

LONGEST = 1000

Words = Annotated[str, Field(min_length=1, max_length=LONGEST)]
CallbackState = Literal["open", "done", "given_up"]


class TalkEntry(View):
    """A line of the queue."""

    id: str = Field(description="人工对话的编号")
    state: State = Field(description="waiting 在等人接、held 有人接着、别的是已经结束")
    state_label: str = Field(description="状态的名称")
    item: str = Field(description="正在办的事项；还没有选定时为空")
    channel: str = Field(description="从哪个渠道来的")
    asked_at: datetime = Field(description="什么时候要的人工")
    waits_since: datetime = Field(description="从什么时候开始等")
    account: str = Field(description="谁接着，账号；没有人接时为空")
    name: str = Field(description="接的人的姓名")
    mine: bool = Field(description="是您接着的")
    ours: bool = Field(description="正在办的事归您的窗口或者部门")
    unanswered: bool = Field(description="办事人说了话，还没有回")


class TalkQueue(View):
    """Who waits and who is talking."""

    open_now: bool = Field(description="现在是上班时间，要人工的会排进来")
    may_take: bool = Field(description="您的身份可以接")
    wait_min: int = Field(description="等几分钟没有人接，就告诉办事人没有接上")
    waiting: list[TalkEntry] = Field(description="在等的，等得久的在前，归您的窗口和部门的最前")
    held: list[TalkEntry] = Field(description="有人接着的；督查看全部，别人只看自己的")
    callbacks_open: int = Field(description="要打的回电")
    callbacks_overdue: int = Field(description="其中已经过了期限的")


class TalkLine(View):
    """Something that was said."""

    id: int = Field(description="顺序号")
    speaker: Speaker = Field(
        description="applicant 办事人、assistant 办事助手、officer 工作人员、notice 系统告诉办事人的"
    )
    name: str = Field(description="工作人员的姓名，办事人看不到；别的为空")
    text: str = Field(description="说的话，个人信息已经换成记号")
    at: datetime = Field(description="什么时候说的")


class KnownAnswer(View):
    """A circumstance that is known."""

    text: str = Field(description="问的什么")
    label: str = Field(description="怎么答的")


class InHand(View):
    """What the applicant was at; no personal data."""

    item: str = Field(description="事项或一件事的名称；还没有选定时为空")
    scenario: str = Field(description="办这件事的目的；没有为空")
    department: str = Field(description="承办部门")
    window: str = Field(description="去哪个窗口；还定不了时为空")
    answers: list[KnownAnswer] = Field(description="已经知道的情形")
    missing: list[str] = Field(description="还缺什么：问题、材料、联系信息，只写名称")
    ready: list[str] = Field(description="已经备齐的材料")
    notice: str = Field(description="告知单编号；还没有出时为空")
    case_number: str = Field(description="提交后的办件编号；没有提交时为空")


class DeskTalk(TalkEntry):
    """A talk with everything an officer needs."""

    lines: list[TalkLine] = Field(description="到现在说的话，先说的在前")
    in_hand: InHand | None = Field(description="正在办的事；草稿已经删了为空")
    summary: str = Field(description="交回时的小结；没有交回为空")
    removed: list[str] = Field(default=[], description="您刚写的话里隐去了哪些信息，例如 手机号")


class OfficerLine(Payload):
    """What an officer says."""

    text: Words = Field(description="说的话；里面的个人信息会隐去")
    key: str = Field(pattern="^[A-Za-z0-9_-]{8,64}$", description="这句话的编号，重发时不变，只说一次")


class HandBack(Payload):
    """The talk goes back to the assistant."""

    summary: Words = Field(description="小结，办事人会看到")


class CallbackView(View):
    """Somebody who is to be called."""

    number: str = Field(description="回电的编号")
    state: CallbackState = Field(description="open 要打、done 打通了、given_up 打不通，不再打")
    state_label: str = Field(description="状态的名称")
    item: str = Field(description="正在办的事项；没有为空")
    question: str = Field(description="想问什么，个人信息已经换成记号")
    phone_masked: str = Field(description="电话，遮盖后的")
    channel: str = Field(description="从哪个渠道来的")
    asked_at: datetime = Field(description="什么时候约的")
    due_day: date | None = Field(description="最晚哪一天打；那一年的日历没有录入的为空")
    overdue: bool = Field(description="已经过了期限")
    tries: int = Field(description="打了几次没有打通")
    name: str = Field(description="最后是谁打的；没有打过为空")
    note: str = Field(description="最后一次的结果")
    ended_at: datetime | None = Field(description="什么时候办完的")
    version: int = Field(description="版本，记结果时带上")


class CallbackList(View):
    """Call-backs."""

    callbacks: list[CallbackView] = Field(description="要打的：期限近的在前；办完的：后办完的在前，最多200个")
    least_tries: int = Field(description="打几次不通，才可以不再打")


class CallbackPhone(View):
    """The number to call; that it was looked at is recorded."""

    number: str = Field(description="回电的编号")
    phone: str = Field(description="电话原文")


class CallbackResult(Payload):
    """What came of a call."""

    outcome: Literal["done", "unreached", "given_up"] = Field(
        description="done 打通了、办完了，unreached 这次没有打通，given_up 打了几次都不通、不再打"
    )
    note: Words = Field(description="结果，里面的个人信息会隐去")
    version: int = Field(ge=1, description="您看到的版本；同事先记过就答复409")


class ProposalRequest(Payload):
    """An answer that may be worth keeping."""

    question: Words = Field(description="问题，写成谁都会问的样子；里面的个人信息会隐去")
    answer: Words = Field(description="回答；里面的个人信息会隐去")


class ProposalView(View):
    """An answer offered to the library."""

    id: str = Field(description="编号")
    item: str = Field(description="当时正在办的事项的编号；没有为空")
    question: str = Field(description="问题")
    answer: str = Field(description="回答")
    account: str = Field(description="谁提的，账号")
    name: str = Field(description="提的人的姓名")
    at: datetime = Field(description="什么时候提的")
    state: Literal["proposed"] = Field(description="proposed 等知识库管理员看")
    removed: list[str] = Field(default=[], description="隐去了哪些信息，例如 手机号")


class ProposalList(View):
    """Answers offered to the library."""

    proposals: list[ProposalView] = Field(description="后提的在前，最多200条")
