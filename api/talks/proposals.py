"""Answers of officers that are offered to the library: kept without personal data until a tuner decides. Nothing is committed here."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.platform.clock import at_centre
from api.platform.errors import TalkNotFound
from api.platform.security import new_token
from api.services import Services
from api.talks import repository
from api.talks.desk_schemas import ProposalList, ProposalRequest, ProposalView
from api.talks.models import AnswerProposalRow
from api.talks.redaction import kept

MOST_SHOWN = 200


async def propose(
    session: AsyncSession, actor: Actor, talk: str, request: ProposalRequest, services: Services
) -> ProposalView:
    """Offer a question with its answer; only who holds or held the talk does.

    Raises:
        TalkNotFound: There is no such talk of theirs.
        NothingSaid: Question or answer is blank.
    """
    row = await repository.by_id(session, talk)
    if row is None or row.account != actor.id:
        raise TalkNotFound
    intakes = await repository.intakes_of(session, [row.intake_id] if row.intake_id else [])
    intake = intakes.get(row.intake_id or "")
    (question, of_question), (answer, of_answer) = kept(request.question), kept(request.answer)
    made = AnswerProposalRow(
        id=new_token()[:12],
        talk_id=row.id,
        item=(intake.affair or "") if intake else "",
        question=question,
        answer=answer,
        account=actor.id,
        at=services.now(),
        state="proposed",
    )
    session.add(made)
    await session.flush()
    removed = list(dict.fromkeys((*of_question, *of_answer)))
    return _view(made, actor.name).model_copy(update={"removed": removed})


async def listed(session: AsyncSession) -> ProposalList:
    """What was offered, the last first."""
    query = select(AnswerProposalRow).order_by(AnswerProposalRow.at.desc(), AnswerProposalRow.id)
    rows = (await session.scalars(query.limit(MOST_SHOWN))).all()
    names = await repository.names_of(session, [row.account for row in rows])
    return ProposalList(proposals=[_view(row, names.get(row.account, row.account)) for row in rows])


def _view(row: AnswerProposalRow, name: str) -> ProposalView:
    return ProposalView(
        id=row.id,
        item=row.item,
        question=row.question,
        answer=row.answer,
        account=row.account,
        name=name,
        at=at_centre(row.at),
        state="proposed",
    )
