"""特别程序 (行政许可法 art. 45): while one runs, the time to decide does not count."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections
from knowledge.cases.acts.checks import REASON, required
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import SpecialKind
from knowledge.cases.record.facts import CaseFacts, Special
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import CaseState


class StartSpecial(Frozen):
    """``notice`` is the number of the written notice to the applicant, ``expected_days`` the working days it names."""

    kind: SpecialKind = Field(
        description="哪一种特别程序（行政许可法第四十五条），例如 hearing 听证、expert_review 专家评审"
    )
    expected_days: int = Field(default=0, ge=0, le=400, description="告知申请人需要几个工作日")
    reason: FreeText = Field(default="", description="为什么需要")
    notice: str = Field(default="", max_length=50, description="书面告知的文号")


def _expected_time(facts: CaseFacts, payload: StartSpecial, attempt: Attempt, context: Context) -> Objections:
    if payload.expected_days < 1:
        yield Objection(
            "expected_days_missing",
            "请填写预计需要几个工作日，要书面告知申请人（《行政许可法》第四十五条）。",
        )
    if any(special.kind is payload.kind for special in facts.open_specials):
        yield Objection("already_running", f"{payload.kind.label}已经在进行，不用再启动。")


def _started(facts: CaseFacts, entry: LogEntry, payload: StartSpecial) -> CaseFacts:
    special = Special(payload.kind, entry.at, payload.expected_days)
    resume = facts.resume if facts.open_specials else facts.state
    return facts.but(specials=(*facts.specials, special), resume=resume)


_HOW_LONG = (
    "{kind}，预计{expected_days}个工作日，这段时间不计入办理时限。书面告知文号：{notice}。原因：{reason}"
)

START_SPECIAL = ActDefinition(
    Act.START_SPECIAL,
    StartSpecial,
    _started,
    Words(
        "启动特别程序",
        timeline="开始{kind}，期间不计入办理时限",
        message="您的办件需要" + _HOW_LONG,
        message_from={CaseState.SPECIAL: "您的办件同时需要" + _HOW_LONG},
        paper="特别程序告知书",
    ),
    (_expected_time, REASON, required("notice", "书面告知申请人的文号")),
)


class EndSpecial(Frozen):
    """``kind`` says which one, where several run."""

    kind: SpecialKind = Field(description="结束的是哪一种特别程序")
    result: FreeText = Field(default="", description="结果")


def _running(facts: CaseFacts, payload: EndSpecial, attempt: Attempt, context: Context) -> Objections:
    if all(special.kind is not payload.kind for special in facts.open_specials):
        running = "、".join(special.kind.label for special in facts.open_specials)
        yield Objection("not_running", f"{payload.kind.label}没有在进行。正在进行的是：{running}。")


def _ended(facts: CaseFacts, entry: LogEntry, payload: EndSpecial) -> CaseFacts:
    specials = tuple(
        replace(one, ended=entry.at) if one.ended is None and one.kind is payload.kind else one
        for one in facts.specials
    )
    return facts.but(specials=specials)


END_SPECIAL = ActDefinition(
    Act.END_SPECIAL,
    EndSpecial,
    _ended,
    Words(
        "结束特别程序",
        timeline="{kind}结束，办理时限继续计算",
        message="{kind}已经结束，办理时限继续计算。",
        paper="特别程序结果",
    ),
    (_running, required("result", "结果")),
)
