"""现场勘验 and 专家论证 within the procedure: arranged, held, concluded with an opinion; several departments go together once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import Field

from knowledge.base.centre_time import centre_day
from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections
from knowledge.cases.acts.checks import known_departments, not_past, required
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import ExaminationKind
from knowledge.cases.record.facts import CaseFacts, Examination
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry


class ArrangeExamination(Frozen):
    """On which day, and which departments go together."""

    kind: ExaminationKind = Field(description="哪一种：on_site 现场勘验、expert 专家论证")
    on: date = Field(description="安排在哪一天")
    departments: tuple[str, ...] = Field(default=(), max_length=50, description="一起去的部门，部门编号")
    reason: FreeText = Field(default="", description="说明")


def _one_examination(
    facts: CaseFacts, payload: ArrangeExamination, attempt: Attempt, context: Context
) -> Objections:
    yield from known_departments(payload.departments, context)
    earlier = facts.examination(payload.kind)
    if earlier and not payload.reason.strip():
        yield Objection(
            "already_arranged",
            f"{payload.kind.label}已经安排过，各部门应当一次联合进行；确需再来一次的，请写明原因。",
        )


def _arranged(facts: CaseFacts, entry: LogEntry, payload: ArrangeExamination) -> CaseFacts:
    arranged = Examination(payload.kind, entry.day, payload.on, payload.departments)
    return facts.but(examinations=(*facts.examinations, arranged))


ARRANGE_EXAMINATION = ActDefinition(
    Act.ARRANGE_EXAMINATION,
    ArrangeExamination,
    _arranged,
    Words("安排勘验论证", timeline="安排了{kind}", message="您的办件安排在{on}{kind}，请您配合。"),
    (_one_examination, not_past("on", "安排的日期")),
)


class HoldExamination(Frozen):
    """``officers`` are accounts: two or more for an on-site check."""

    kind: ExaminationKind = Field(description="哪一种：on_site 现场勘验、expert 专家论证")
    on: date = Field(description="哪一天做的")
    officers: tuple[str, ...] = Field(
        default=(), max_length=50, description="去的工作人员，账号；现场勘验至少两人"
    )


def _was_arranged(
    facts: CaseFacts, payload: HoldExamination, attempt: Attempt, context: Context
) -> Objections:
    name = payload.kind.label
    last = facts.examination(payload.kind)
    if last is None or last.held is not None:
        yield Objection("not_arranged", f"还没有安排{name}，请先安排。")
    if payload.on > centre_day(attempt.at):
        yield Objection("date_in_future", f"{name}的日期还没有到。")
    elif facts.accepted_on and payload.on < facts.accepted_on:
        yield Objection("date_in_past", f"{name}的日期早于受理日期，请检查。")
    if payload.kind is ExaminationKind.ON_SITE and len(set(filter(None, payload.officers))) < 2:
        yield Objection(
            "two_officers", "现场核查应当由两名以上工作人员进行（《行政许可法》第三十四条第三款）。"
        )


def _held(facts: CaseFacts, entry: LogEntry, payload: HoldExamination) -> CaseFacts:
    return _last_changed(facts, payload.kind, held=payload.on)


HOLD_EXAMINATION = ActDefinition(
    Act.HOLD_EXAMINATION,
    HoldExamination,
    _held,
    Words("完成勘验论证", timeline="完成了{kind}"),
    (_was_arranged,),
)


class ConcludeExamination(Frozen):
    """The opinion after it."""

    kind: ExaminationKind = Field(description="哪一种：on_site 现场勘验、expert 专家论证")
    passed: bool = Field(description="通过了")
    opinion: FreeText = Field(default="", description="勘验或论证的意见")


def _was_held(
    facts: CaseFacts, payload: ConcludeExamination, attempt: Attempt, context: Context
) -> Objections:
    last = facts.examination(payload.kind)
    name = payload.kind.label
    if last is None or last.held is None:
        yield Objection("not_held", f"{name}还没有进行，不能出具意见。")
    elif last.concluded is not None:
        yield Objection("already_concluded", f"{name}的意见已经出具过。")


def _concluded(facts: CaseFacts, entry: LogEntry, payload: ConcludeExamination) -> CaseFacts:
    return _last_changed(facts, payload.kind, concluded=entry.day, passed=payload.passed)


def _last_changed(facts: CaseFacts, kind: ExaminationKind, **changes: Any) -> CaseFacts:
    last = facts.examination(kind)
    changed = tuple(replace(one, **changes) if one is last else one for one in facts.examinations)
    return facts.but(examinations=changed)


CONCLUDE_EXAMINATION = ActDefinition(
    Act.CONCLUDE_EXAMINATION,
    ConcludeExamination,
    _concluded,
    Words("出具勘验论证意见", timeline="出具了{kind}意见", paper="勘验论证意见"),
    (_was_held, required("opinion", "意见")),
)
