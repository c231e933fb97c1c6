"""Complaints as they are shown."""

from __future__ import annotations

from datetime import date

from api.cases.models import CaseRow
from api.complaints.models import ANSWERED, ESCALATED, OPEN, ComplaintRow
from api.complaints.schemas import ComplaintView, DeskComplaint, Unassigned
from api.platform.clock import at_centre
from knowledge.cases.oversight.complaint_handling import ABOUT

STATES = {OPEN: "正在处理", ANSWERED: "已答复", ESCALATED: "由上级机关处理"}


def own(row: ComplaintRow) -> ComplaintView:
    """A complaint for the complainant."""
    return ComplaintView(
        number=row.number,
        about=row.about,
        about_name=ABOUT[row.about],
        text=row.text,
        at=at_centre(row.at),
        state=row.state,
        state_label=STATES[row.state],
        why=row.why,
        answer_by=row.answer_by,
        answer=row.answer,
        answered_at=at_centre(row.answered_at) if row.answered_at else None,
    )


def for_handler(row: ComplaintRow, case: CaseRow, today: date) -> DeskComplaint:
    """A complaint for the supervisor who handles it."""
    return DeskComplaint(
        number=row.number,
        case=row.case_number,
        item=case.item,
        department=case.department,
        about=row.about,
        about_name=ABOUT[row.about],
        officer=row.officer,
        text=row.text,
        at=at_centre(row.at),
        state=row.state,
        state_label=STATES[row.state],
        answer_by=row.answer_by,
        overdue=row.state == OPEN and row.answer_by < today,
        answer=row.answer,
        answered_at=at_centre(row.answered_at) if row.answered_at else None,
    )


def unassigned(row: ComplaintRow) -> Unassigned:
    """What administrators see of one: not what it says."""
    return Unassigned(
        number=row.number,
        at=at_centre(row.at),
        state=row.state,
        state_label=STATES[row.state],
        handler=row.handler,
        answer_by=row.answer_by,
    )
