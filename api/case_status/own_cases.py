"""The cases that one conversation has submitted: a draft of it is a name that cannot be guessed."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.case_status.schemas import OwnCase, OwnCases
from api.cases.models import CaseRow
from api.intakes.models import IntakeRow
from api.intakes.reading import found
from knowledge.cases.record.state import STATES

MOST = 20

_asking, _submitted = aliased(IntakeRow), aliased(IntakeRow)
_OWN = (
    select(CaseRow.number, CaseRow.item, CaseRow.state)
    .join(_submitted, _submitted.id == CaseRow.intake_id)
    .join(_asking, _asking.conversation == _submitted.conversation)
    .where(_asking.id == bindparam("intake"))
    .order_by(CaseRow.number.desc())
    .limit(MOST)
)


async def of_conversation(session: AsyncSession, intake: str) -> OwnCases:
    """The cases of the conversation that a draft belongs to, the latest first.

    Raises:
        IntakeNotFound: There is no such draft.
    """
    await found(session, intake)
    rows = (await session.execute(_OWN, {"intake": intake})).all()
    return OwnCases(
        cases=[
            OwnCase(number=row.number, item=row.item, state=row.state, state_label=STATES[row.state].label)
            for row in rows
        ]
    )
