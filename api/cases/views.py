"""Cases as applicants see them."""

from __future__ import annotations

from collections.abc import Iterable

from api.cases.models import CaseLogRow, CaseRow
from api.cases.schemas import CaseEvent, CaseReceipt, CaseStatus, DueView
from api.clock import at_centre
from knowledge.case_states import STATES, acts_of, done_text
from knowledge.routing import Route

WAITING_FOR_ANSWER = ("submitted", "received")
"""States in which the window's time to answer runs."""


def receipt(case: CaseRow) -> CaseReceipt:
    """What the applicant gets for a submission; always the same for the same case."""
    route = _route(case)
    return CaseReceipt(
        number=case.number,
        item=case.item,
        window=route,
        why=route.why if route else "",
        state="submitted",
        state_label=STATES["submitted"].label,
        received_at=at_centre(case.received_at),
        answer_due=_due(case),
        answer_due_note=case.answer_due_note,
        later=case.later,
    )


def status(case: CaseRow, log: Iterable[CaseLogRow]) -> CaseStatus:
    """Where the case is now."""
    state = STATES[case.state]
    waiting = case.state in WAITING_FOR_ANSWER
    return CaseStatus(
        number=case.number,
        item=case.item,
        state=state.code,
        state_label=state.label,
        who_acts_next=state.who,
        what_next=state.what,
        due=_due(case) if waiting else None,
        due_note=case.answer_due_note if waiting else "",
        window=_route(case),
        timeline=[CaseEvent(at=at_centre(line.at), label=done_text(line.act)) for line in log],
        can=acts_of("applicant", case.state),
    )


def _route(case: CaseRow) -> Route | None:
    return Route.model_validate(case.route) if case.route else None


def _due(case: CaseRow) -> DueView | None:
    return DueView.model_validate(case.answer_due) if case.answer_due else None
