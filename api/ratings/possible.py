"""What the applicant can do with a case beside the acts of the transition table: rate it, complain."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.ratings import repository
from api.ratings.models import RatingRow
from knowledge.exchange import ratings as rules


async def afterwards(session: AsyncSession, case: CaseRow) -> list[str]:
    """``rate`` where a rating is taken now, ``complain`` always. Only for a case that has ended is the database asked."""
    if case.state not in rules.RATED_STATES:
        return ["complain"]
    given = await repository.of_case(session, case.number)
    return ["complain"] if why_not(case, given) else ["rate", "complain"]


def why_not(case: CaseRow, given: Sequence[RatingRow]) -> str:
    """Why no rating is taken; empty where one is."""
    last = given[-1] if given else None
    return rules.may_rate(case.state, len(given), bool(last and last.is_bad), bool(last and last.answered_at))
