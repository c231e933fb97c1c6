"""利害关系人: told that a matter bears on them (行政许可法 art. 36), of their right to a hearing (art. 47), and what they said.

Who they are stands in the notice that the centre keeps, not here: a log holds nobody's name.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from knowledge.base.centre_time import centre_day
from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections, of_the_case
from knowledge.cases.acts.checks import required
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import NamedChoice, SpecialKind
from knowledge.cases.record.facts import CaseFacts, Interested
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry

HEARING_DAYS = 5
"""Within which a hearing may be asked for (art. 47); working days (art. 82), the later and safer end."""

_RIGHTS = "您和利害关系人有权陈述、申辩（《行政许可法》第三十六条）"
_TO_A_HEARING = (
    "，有权在接到告知之日起五日内要求听证，不用承担费用（《行政许可法》第四十七条）；这段时间里不作决定"
)


class TellInterested(Frozen):
    """告知利害关系人."""

    interest: FreeText = Field(
        default="", description="关系到哪些人的什么利益；不写姓名和号码，例如 楼上住户的油烟和噪声"
    )
    people: int = Field(default=0, ge=0, le=10_000, description="告知了几个利害关系人")
    hearing: bool = Field(
        default=False, description="关系重大利益，告知了有要求听证的权利（行政许可法第四十七条）"
    )
    notice: str = Field(default="", max_length=50, description="告知书的文号")


def _somebody(facts: CaseFacts, payload: TellInterested, attempt: Attempt, context: Context) -> Objections:
    if payload.people < 1:
        yield Objection("people_missing", "请写明告知了几个利害关系人；没有的不用告知。")


def _told(facts: CaseFacts, entry: LogEntry, payload: TellInterested) -> CaseFacts:
    told = Interested(entry.day, payload.hearing)
    return facts.but(interested=(*facts.interested, told))


def _with_rights(payload: TellInterested) -> dict[str, str]:
    return {
        "people": str(payload.people or "若干"),
        "rights": f"{_RIGHTS}{_TO_A_HEARING if payload.hearing else ''}。",
    }


TELL_INTERESTED = ActDefinition(
    Act.TELL_INTERESTED,
    TellInterested,
    _told,
    Words(
        "告知利害关系人",
        timeline="告知了{people}个利害关系人，听取意见",
        message="您申请的事项关系到他人的利益：{interest}。{rights}告知文号：{notice}。",
        paper="利害关系告知书",
    ),
    (required("interest", "关系到哪些人的什么利益"), _somebody, required("notice", "告知书的文号")),
    _with_rights,
)


class Speaker(NamedChoice):
    """Who spoke."""

    APPLICANT = "applicant", "申请人"
    INTERESTED = "interested", "利害关系人"


class HearingWish(NamedChoice):
    """What they want of a hearing."""

    NONE = "none", "没有提听证"
    ASKED = "asked", "要求听证"
    WAIVED = "waived", "都书面放弃听证"


class RecordViews(Frozen):
    """听取意见: what an applicant or an interested person said, and whether they want a hearing."""

    whose: Speaker = Field(
        default=Speaker.INTERESTED, description="谁的意见：applicant 申请人、interested 利害关系人"
    )
    opinion: FreeText = Field(default="", description="陈述、申辩的意见和怎么采纳的；不写姓名和号码")
    hearing: HearingWish = Field(
        default=HearingWish.NONE,
        description="要不要听证：none 没有提听证、asked 要求听证、waived 都书面放弃听证",
    )


def _recorded(facts: CaseFacts, entry: LogEntry, payload: RecordViews) -> CaseFacts:
    if payload.hearing is HearingWish.ASKED:
        return facts.but(hearing_asked=entry.at)
    return facts.but(hearing_waived=entry.day) if payload.hearing is HearingWish.WAIVED else facts


RECORD_VIEWS = ActDefinition(
    Act.RECORD_VIEWS,
    RecordViews,
    _recorded,
    Words("听取意见", timeline="听取了{whose}的意见，{hearing}", paper="听取意见记录"),
    (required("opinion", "说了什么意见、怎么采纳的"),),
)


@of_the_case
def heard_first(facts: CaseFacts, payload: Any, attempt: Attempt, context: Context) -> Objections:
    """Who may ask for a hearing has the time to, and a hearing that was asked for is held before anything is decided (art. 47, 48)."""
    if facts.hearing_asked is not None:
        if not _was_held_after(facts):
            yield Objection(
                "hearing_asked",
                "有人要求听证，请先启动特别程序「听证」并举行，再作决定（《行政许可法》第四十七条）。",
            )
    elif (last := _last_day(facts, context)) and centre_day(attempt.at) <= last:
        yield Objection(
            "hearing_days_run",
            f"已经告知有权要求听证，到{day_text(last)}以前不能作决定；都书面放弃的，先记「听取意见」。",
        )


def _was_held_after(facts: CaseFacts) -> bool:
    asked = facts.hearing_asked
    return asked is not None and any(
        one.kind is SpecialKind.HEARING and one.ended is not None and one.ended >= asked
        for one in facts.specials
    )


def _last_day(facts: CaseFacts, context: Context) -> date | None:
    told = [one.day for one in facts.interested if one.hearing]
    if not told or (facts.hearing_waived is not None and facts.hearing_waived >= told[-1]):
        return None
    return context.calendar.add(told[-1], HEARING_DAYS)
