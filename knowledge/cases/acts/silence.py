"""What the system records where nobody acted in time: 视为受理, 视为准予, 超期 (see :mod:`knowledge.cases.procedure.sweep`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry


class DeemedAccepted(Frozen):
    """视为受理: accepted from the day on which the papers were received."""

    accepted_on: date = Field(description="从哪一天起视为受理")
    due: date = Field(description="本来最晚哪一天答复")


def _deemed_accepted(facts: CaseFacts, entry: LogEntry, payload: DeemedAccepted) -> CaseFacts:
    return facts.but(
        accepted_on=payload.accepted_on,
        accepted_at=facts.papers_at,
        accepted_deemed=True,
        answered_on=entry.day,
    )


DEEMED_ACCEPTED = ActDefinition(
    Act.DEEMED_ACCEPTED,
    DeemedAccepted,
    _deemed_accepted,
    Words(
        "视为受理",
        timeline="窗口逾期没有答复，依法视为受理",
        message="窗口没有在期限内答复，您的申请依法视为受理，从{accepted_on}起算。",
        paper="视为受理记录",
    ),
)


class DeemedGranted(Frozen):
    """视为准予: ``clock`` passed without decision."""

    clock: str = Field(description="哪个期限到了没有决定，期限的代号")
    granted_on: date = Field(description="从哪一天起视为准予")


def _deemed_granted(facts: CaseFacts, entry: LogEntry, payload: DeemedGranted) -> CaseFacts:
    specials = tuple(replace(one, ended=one.ended or entry.at) for one in facts.specials)
    passings = tuple((start, end or entry.at) for start, end in facts.passings)
    return facts.but(
        decided_on=payload.granted_on,
        decided_at=entry.at,
        decision=Outcome.GRANT,
        decision_deemed=True,
        specials=specials,
        passings=passings,
    )


DEEMED_GRANTED = ActDefinition(
    Act.DEEMED_GRANTED,
    DeemedGranted,
    _deemed_granted,
    Words(
        "视为准予",
        timeline="逾期没有作出决定，视为准予",
        message="办理机关没有在期限内作出决定，您的申请视为准予，我们马上办理后续手续。",
        paper="视为准予记录",
    ),
)


class Overdue(Frozen):
    """A clock passed; written once for each clock and date."""

    clock: str = Field(description="哪个期限过了，期限的代号")
    due: date = Field(description="到期的日子")


def _marked_overdue(facts: CaseFacts, entry: LogEntry, payload: Overdue) -> CaseFacts:
    return facts.but(overdue=facts.overdue | {(payload.clock, payload.due)})


OVERDUE = ActDefinition(Act.OVERDUE, Overdue, _marked_overdue, Words("超期", timeline="办理超过了期限"))
