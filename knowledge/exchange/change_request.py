"""A supervising department asks in writing that a permit be changed or taken back (审管联动).

Source: 审批和监管协调联动机制 two (four): it writes formally and encloses what it rests on; the centre checks facts, grounds and proof,
deals with it by law, and tells the department what came of it. 行政许可法 art. 8 (withdrawal), 49 (change), 69 (revocation), 70 (cancellation).
"""

from __future__ import annotations

from datetime import date

from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.cases.record.choices import NamedChoice, Outcome
from knowledge.cases.record.state import CaseState

ANSWER_DAYS = 10
"""Working days in which the centre answers; the source sets no number, this is the centre's own."""

DECIDED = (CaseState.DECIDED, CaseState.CLOSED, CaseState.DELIVERED)
"""States in which there is a permit that something can be done to."""


class ChangeKind(NamedChoice):
    """What is asked for."""

    CHANGE = "change", "变更"
    WITHDRAW = "withdraw", "撤回"
    REVOKE = "revoke", "撤销"
    CANCEL = "cancel", "注销"


BASIS: dict[ChangeKind, str] = {
    ChangeKind.CHANGE: "《行政许可法》第四十九条",
    ChangeKind.WITHDRAW: "《行政许可法》第八条第二款",
    ChangeKind.REVOKE: "《行政许可法》第六十九条",
    ChangeKind.CANCEL: "《行政许可法》第七十条",
}
"""On what each rests, offered with the form."""


class RequestState(NamedChoice):
    """Where a request is: not sent until its file has come."""

    UNFINISHED = "unfinished", "还没有传文件"
    OPEN = "open", "等中心答复"
    ANSWERED = "answered", "已答复"


class RequestOutcome(NamedChoice):
    """What the centre does."""

    TAKEN = "taken", "采纳，依法办理"
    PARTLY = "partly", "部分采纳"
    DECLINED = "declined", "不采纳"


def why_not(state: CaseState, outcome: str) -> str:
    """Why nothing can be asked of a case; empty where it can."""
    if state is CaseState.REVOKED:
        return "这个决定已经撤销，不用再提。"
    if state not in DECIDED or outcome != Outcome.GRANT:
        return "这个办件没有准予的决定，不能要求变更或者撤销。"
    return ""


def answer_by(sent: date, calendar: WorkCalendar) -> date | None:
    """The day by which the centre answers; None where the calendar does not reach so far."""
    try:
        return calendar.add(sent, ANSWER_DAYS)
    except CalendarGap:
        return None
