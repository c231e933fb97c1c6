"""The receipt of a submission."""

from __future__ import annotations

from collections.abc import Sequence

from api.cases.models import CaseRow
from api.cases.schemas import CasePart, DueView
from api.platform.clock import at_centre
from api.submission.schemas import CaseReceipt
from knowledge.cases.record.state import STATES, CaseState
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.routing import Route
from knowledge.guidance.visit import visit_of


def receipt(cases: Sequence[CaseRow]) -> CaseReceipt:
    """What the applicant gets for a submission; always the same for the same one."""
    case = cases[0]
    route = _route(case)
    content = NoticeContent.model_validate_json(case.content)
    return CaseReceipt(
        number=case.number,
        item=case.item if len(cases) == 1 else content.name,
        window=route,
        why=route.why if route else "",
        state=CaseState.SUBMITTED,
        state_label=STATES[CaseState.SUBMITTED].label,
        received_at=at_centre(case.received_at),
        answer_due=DueView.model_validate(case.answer_due) if case.answer_due else None,
        answer_due_note=case.answer_due_note,
        visit=visit_of(content, {key: state for one in cases for key, state in one.materials.items()}),
        later=sorted({name for one in cases for name in one.later}),
        parts=[_submitted_part(one, cases) for one in cases] if len(cases) > 1 else [],
    )


def _submitted_part(case: CaseRow, submission: Sequence[CaseRow]) -> CasePart:
    """As it was on submission: a receipt does not change."""
    return CasePart(
        number=case.number,
        item=case.item,
        department=case.department,
        state_label=STATES[CaseState.SUBMITTED].label,
        waits_for=[one.item for one in submission if one.item_id in case.after],
    )


def _route(case: CaseRow) -> Route | None:
    return Route.model_validate(case.route) if case.route else None
