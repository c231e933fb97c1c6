"""Releases of the library as the studio sends and sees them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field

from api.platform.schemas import Payload, View
from knowledge.studio.edit import EntryKind
from knowledge.studio.release import Change

Note = Annotated[str, Field(max_length=200, description="这一版改了什么、为什么，给同事看；可以不写")]


class Phase(StrEnum):
    """What publishing is at."""

    CHECKS = "checks"
    TRAINING = "training"
    SENTENCES = "sentences"
    CONVERSATIONS = "conversations"
    SWAP = "swap"


class Ending(StrEnum):
    """How publishing ended."""

    READY = "ready"
    PUBLISHED = "published"
    MEASURED = "measured"
    FAULTY = "faulty"
    STOPPED = "stopped"
    DIED = "died"


PHASE_NAMES: dict[Phase, str] = {
    Phase.CHECKS: "检查",
    Phase.TRAINING: "学习",
    Phase.SENTENCES: "测句子",
    Phase.CONVERSATIONS: "测对话",
    Phase.SWAP: "换上",
}
ENDING_NAMES: dict[Ending, str] = {
    Ending.READY: "测好了，等着换上",
    Ending.PUBLISHED: "发布了",
    Ending.MEASURED: "只检查和测量，没有发布",
    Ending.FAULTY: "没有发布：有不合格的",
    Ending.STOPPED: "停下了，没有发布",
    Ending.DIED: "中断了，没有发布",
}


class PublishWanted(Payload):
    """A release to be made of what was edited."""

    note: Note = ""
    only_measures: bool = Field(default=False, description="只检查和测量，不发布")
    at: AwareDatetime | None = Field(
        default=None, description="定在什么时候换上，带时区；不写就是测好就换。检查和测量都是马上做"
    )


class RollbackWanted(Payload):
    """Back to a release."""

    note: Note = ""


class DifferenceView(View):
    """One part of an entry that is otherwise."""

    change: Change = Field(description="加了（added）、改了（changed）还是去掉了（removed）")
    part: str = Field(description="哪一样：说法、选项的话、回答、先做什么、日期")
    before: str = Field(description="原来的；没有的为空")
    after: str = Field(description="现在的；没有了的为空")
    line: str = Field(description="一句话")


class EntryDifferenceView(View):
    """Everything in which an entry is otherwise."""

    kind: EntryKind = Field(description="种类的代号")
    kind_name: str = Field(description="种类")
    id: str = Field(description="编号")
    name: str = Field(description="名称；条目已经没有了的是它的编号")
    differences: list[DifferenceView] = Field(description="不同的地方")


class LostView(View):
    """A sentence or a conversation that was right and is not, or the other way round."""

    text: str = Field(description="句子，或者对话的名字")
    why: list[str] = Field(description="现在错在哪里；改对了的为空")


class MeasuredView(View):
    """How a group of sentences or conversations does."""

    group: str = Field(description="哪个事项、问答、别处办的事，或者哪一类对话")
    total: int = Field(description="测了几句、几段")
    before: int = Field(description="正在用的这一版对几个")
    after: int = Field(description="要发布的对几个")
    lost: list[LostView] = Field(description="原来对、现在错的")
    won: list[LostView] = Field(description="原来错、现在对的")
    worse: bool = Field(description="少了两个百分点以上，不能发布")


class PublishingReport(View):
    """What publishing found."""

    faults: list[str] = Field(default=[], description="检查出来的错，有一处就不能发布")
    sentences: int = Field(default=0, description="测了几句")
    conversations: int = Field(default=0, description="测了几段对话")
    sentences_before: int = Field(default=0, description="句子：正在用的这一版对几句")
    sentences_after: int = Field(default=0, description="句子：要发布的对几句")
    conversations_before: int = Field(default=0, description="对话：正在用的这一版对几段")
    conversations_after: int = Field(default=0, description="对话：要发布的对几段")
    groups: list[MeasuredView] = Field(default=[], description="有变化的组，变差的在前")
    failing: list[LostView] = Field(default=[], description="改以前、改以后都不对的对话")
    took_s: float = Field(default=0, description="用了多少秒")


class PublishingView(View):
    """One attempt to publish."""

    id: int = Field(description="第几次")
    only_measures: bool = Field(description="只检查和测量，不发布")
    note: str = Field(description="说明；没有写的为空")
    by_name: str = Field(description="谁在发布，姓名")
    at: datetime = Field(description="什么时候开始的")
    phase: Phase = Field(description="正在做哪一步，代号")
    phase_name: str = Field(description="正在做哪一步")
    done: int = Field(description="这一步做了几个")
    total: int = Field(description="这一步一共几个")
    running: bool = Field(description="还在做")
    ending: Ending | None = Field(description="怎么结束的，代号；还在做的为空")
    ending_name: str = Field(description="怎么结束的；还在做的为空")
    ended_at: datetime | None = Field(description="什么时候结束的")
    not_before: datetime | None = Field(description="定在什么时候换上；没有定的为空")
    waits_for_second: bool = Field(description="等另一个人确认")
    confirmed_by: str = Field(description="谁确认的，姓名；不用确认的和还没有确认的为空")
    report: PublishingReport = Field(description="检查和测量的结果")


class ReleaseLine(View):
    """A release in the list."""

    number: int = Field(description="第几版")
    note: str = Field(description="说明；没有写的为空")
    restores: int = Field(description="退回到的是第几版；不是退回的是0")
    by_name: str = Field(description="谁发布的；第1版是随程序来的，为空")
    confirmed_by: str = Field(description="谁确认的；不用第二个人确认的为空")
    at: datetime | None = Field(description="什么时候发布的；第1版为空")
    edited: int = Field(description="和随附的文件有几个条目不同")
    catalogue_version: str = Field(description="当时的事项库版本，和告知单、办件上写的一样；第1版为空")
    running: bool = Field(description="正在用的这一版")


class Releases(View):
    """Every release, what was edited since the running one, and how the last publishing goes."""

    running: int = Field(description="正在用的是第几版")
    releases: list[ReleaseLine] = Field(description="最近的在前")
    unpublished: list[EntryDifferenceView] = Field(description="发布以后又改了的，最多200条")
    unpublished_total: int = Field(description="一共几条")
    own_conversations: int = Field(description="自己留的回归测试有几段；没有就只演随程序来的")
    publishing: PublishingView | None = Field(description="正在做的，或者最近一次的发布；没有的为空")


class ReleaseDetail(View):
    """One release against another."""

    release: ReleaseLine = Field(description="这一版")
    against: int = Field(description="和第几版比")
    differences: list[EntryDifferenceView] = Field(description="比那一版有什么不同，最多200条")
    total: int = Field(description="一共几条不同")
    report: PublishingReport | None = Field(description="发布时测到的；第1版和退回的为空")
    against_report: PublishingReport | None = Field(description="那一版发布时测到的；第1版和退回的为空")
