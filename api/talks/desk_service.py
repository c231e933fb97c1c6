"""Talks at the desk: see who waits, accept, speak, hand back. Nothing is committed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.intakes.models import IntakeRow
from api.platform.clock import at_centre
from api.platform.errors import NotYourTalk, TalkNotFound, TalkOver, TalkTaken, TooManyLines
from api.services import Services
from api.talks import change, repository
from api.talks.callbacks import open_counts
from api.talks.desk_schemas import DeskTalk, HandBack, OfficerLine, TalkEntry, TalkQueue
from api.talks.models import TalkRow
from api.talks.redaction import kept
from api.talks.service import MOST_LINES, opening
from api.talks.views import desk_talk, entry
from knowledge.staff.talk_rules import TalkState, talk_rules


def may_take(actor: Actor) -> bool:
    """Whether the actor's roles accept talks."""
    return actor.may(*talk_rules().takes)


async def queue(session: AsyncSession, actor: Actor, services: Services) -> TalkQueue:
    """Who waits, and who is talking: with whom, only supervision sees of others."""
    waiting = await repository.in_state(session, TalkState.WAITING)
    held = await repository.in_state(session, TalkState.HELD)
    shown = [row for row in held if row.account == actor.id or _oversees(actor)]
    entries = await _entries(session, [*waiting, *shown], actor, services)
    first = sorted(entries[: len(waiting)], key=lambda one: (not one.ours, one.waits_since))
    open_callbacks, overdue = await open_counts(session, services)
    return TalkQueue(
        open_now=opening(services)[0],
        may_take=may_take(actor),
        wait_min=services.settings.talk_wait_min,
        waiting=first,
        held=entries[len(waiting) :],
        callbacks_open=open_callbacks,
        callbacks_overdue=overdue,
    )


async def look(session: AsyncSession, actor: Actor, talk: str, services: Services) -> DeskTalk:
    """One talk: while it waits for whoever may take it, else for who holds or held it, and for supervision.

    Raises:
        TalkNotFound: There is none, or it is not the actor's to see.
        NotYourTalk: A colleague holds it; says who.
    """
    row = await _found(session, talk)
    is_seen = row.state == TalkState.WAITING or row.account == actor.id or _oversees(actor)
    if not is_seen:
        await _refuse(session, row)
    return await _view(session, row, actor, services)


async def accept(
    session: AsyncSession, actor: Actor, talk: str, services: Services, *, by_session: bool
) -> DeskTalk:
    """Take a talk that waits; of two at once one has it.

    Args:
        by_session: The officer is signed in at the page; when they sign out, it goes back.

    Raises:
        TalkNotFound: There is none.
        TalkTaken: A colleague was there first; says who and since when.
        TalkOver: It does not wait any more.
    """
    row = await _found(session, talk, to_change=True)
    if row.state == TalkState.HELD and row.account != actor.id:
        raise TalkTaken(await _held_by(session, row), holder=row.account)
    if row.state not in (TalkState.WAITING, TalkState.HELD):
        raise TalkOver
    if row.state == TalkState.WAITING:
        change.accept(session, row, actor.id, services.now(), by_session=by_session)
        await session.flush()
    return await _view(session, row, actor, services)


async def speak(
    session: AsyncSession, actor: Actor, talk: str, line: OfficerLine, services: Services
) -> DeskTalk:
    """Say something to the applicant, once, however often it is sent; personal data are taken out before it is kept.

    Raises:
        TalkNotFound, NotYourTalk: The actor does not hold it.
        NothingSaid: The line is blank.
        TooManyLines: It has as many lines as a talk may have.
    """
    row = await _found(session, talk, to_change=True)
    text, removed = kept(line.text)
    said = await repository.line_of_key(session, row.id, line.key)
    if said is None or said.account != actor.id:
        await _must_hold(session, row, actor)
        if await repository.line_count(session, row.id) >= MOST_LINES:
            raise TooManyLines
        now = services.now()
        change.add_line(session, row, "officer", text, now, account=actor.id, key=line.key)
        row.unanswered_since, row.spoke_at = None, now
        await session.flush()
    seen = await _view(session, row, actor, services)
    return seen.model_copy(update={"removed": removed})


async def hand_back(
    session: AsyncSession, actor: Actor, talk: str, request: HandBack, services: Services
) -> DeskTalk:
    """Hand the talk back to the assistant with a summary; sent again, nothing more is done.

    Raises:
        TalkNotFound, NotYourTalk: The actor does not hold it.
        NothingSaid: The summary is blank.
    """
    row = await _found(session, talk, to_change=True)
    summary, removed = kept(request.summary)
    if not (row.state == TalkState.BACK and row.account == actor.id):
        await _must_hold(session, row, actor)
        change.hand_back(session, row, summary, services.now())
        await session.flush()
    seen = await _view(session, row, actor, services)
    return seen.model_copy(update={"removed": removed})


async def release(session: AsyncSession, actor: Actor, talk: str, services: Services) -> TalkQueue:
    """Give the talk back into the queue, for a colleague; supervision may do it for somebody who is away.

    Raises:
        TalkNotFound, NotYourTalk: The actor does not hold it.
    """
    row = await _found(session, talk, to_change=True)
    if row.state != TalkState.HELD or not (row.account == actor.id or _oversees(actor)):
        await _must_hold(session, row, actor)
    change.requeue(session, row, "released", services.now())
    await session.flush()
    return await queue(session, actor, services)


def _oversees(actor: Actor) -> bool:
    return actor.may(*talk_rules().oversees)


async def _found(session: AsyncSession, talk: str, *, to_change: bool = False) -> TalkRow:
    row = await repository.by_id(session, talk, to_change=to_change)
    if row is None:
        raise TalkNotFound
    return row


async def _must_hold(session: AsyncSession, row: TalkRow, actor: Actor) -> None:
    if row.state != TalkState.HELD or row.account != actor.id:
        await _refuse(session, row)


async def _refuse(session: AsyncSession, row: TalkRow) -> None:
    if row.state == TalkState.HELD:
        raise NotYourTalk(await _held_by(session, row), holder=row.account)
    if row.state == TalkState.WAITING:
        raise NotYourTalk("这个对话已经回到等待里，请先接再说。", holder="")
    raise TalkNotFound


async def _held_by(session: AsyncSession, row: TalkRow) -> str:
    names = await repository.names_of(session, [row.account])
    since = at_centre(row.accepted_at or row.waits_since)
    return f"{names.get(row.account, row.account)}在{since:%H:%M}接了这个对话。"


async def _entries(
    session: AsyncSession, rows: Sequence[TalkRow], actor: Actor, services: Services
) -> list[TalkEntry]:
    intakes: Mapping[str, IntakeRow] = await repository.intakes_of(
        session, {row.intake_id for row in rows if row.intake_id}
    )
    names = await repository.names_of(session, [row.account for row in rows])
    return [entry(row, intakes.get(row.intake_id or ""), names, actor, services) for row in rows]


async def _view(session: AsyncSession, row: TalkRow, actor: Actor, services: Services) -> DeskTalk:
    intakes = await repository.intakes_of(session, [row.intake_id] if row.intake_id else [])
    intake = intakes.get(row.intake_id or "")
    names = await repository.names_of(session, [row.account])
    lines = await repository.lines_of(session, row.id)
    return desk_talk(entry(row, intake, names, actor, services), row, intake, lines, services)
