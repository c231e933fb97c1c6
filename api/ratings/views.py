"""Ratings as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.platform.clock import at_centre
from api.ratings.models import RatingRow
from api.ratings.schemas import CaseRatings, DeskRating, RatingView
from knowledge.exchange.ratings import GRADES, REASONS


def of_case(number: str, rows: Sequence[RatingRow], why_not: str) -> CaseRatings:
    """The ratings of a case for its applicant."""
    return CaseRatings(
        number=number,
        ratings=[_own(row) for row in rows],
        can_rate=not why_not,
        why_not=why_not,
        grades=GRADES,
        reasons=REASONS,
    )


def _own(row: RatingRow) -> RatingView:
    return RatingView(
        times=row.times,
        grade=row.grade,
        grade_name=GRADES[row.grade],
        reasons=_names(row),
        text=row.text,
        at=at_centre(row.at),
        answer_by=row.answer_by,
        answer=row.answer,
        answered_at=at_centre(row.answered_at) if row.answered_at else None,
    )


def for_desk(row: RatingRow, item: str, today: date) -> DeskRating:
    """A rating for those who answer it; ``answered_by`` is an account."""
    waiting = row.is_bad and row.answered_at is None
    return DeskRating(
        id=row.id,
        case=row.case_number,
        item=item,
        department=row.department,
        times=row.times,
        grade=row.grade,
        grade_name=GRADES[row.grade],
        reasons=_names(row),
        text=row.text,
        at=at_centre(row.at),
        is_bad=row.is_bad,
        answer_by=row.answer_by,
        overdue=bool(waiting and row.answer_by and row.answer_by < today),
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=at_centre(row.answered_at) if row.answered_at else None,
    )


def _names(row: RatingRow) -> list[str]:
    return [REASONS.get(code, code) for code in row.reasons]
