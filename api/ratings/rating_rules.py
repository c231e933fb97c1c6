"""What the applicant can do with a case beside the acts of the transition table: rate it, complain."""

from __future__ import annotations

from collections.abc import Sequence

from api.cases.models import CaseRow
from api.ratings.models import RatingRow
from knowledge.exchange import ratings as rules


def possible_feedback(case: CaseRow, given: Sequence[RatingRow]) -> list[str]:
    """``rate`` where a rating is taken now, ``complain`` always."""
    return ["complain"] if why_not(case, given) else ["rate", "complain"]


def why_not(case: CaseRow, given: Sequence[RatingRow]) -> str:
    """Why no rating is taken; empty where one is."""
    last = given[-1] if given else None
    return rules.may_rate(case.state, len(given), bool(last and last.is_bad), bool(last and last.answered_at))
