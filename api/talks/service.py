"""Talks for the channels: ask for a person, relay what is said, hear what officers said. Nothing is committed here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.platform.clock import at_centre
from api.platform.errors import NothingSaid, TalkNotFound, TooManyLines
from api.platform.security import new_token
from api.services import Services
from api.talks import change, repository
from api.talks.models import CallbackRow, TalkLineRow, TalkRow
from api.talks.redaction import kept
from api.talks.schemas import (
    HeardLine,
    LineSaid,
    OfDialogue,
    TalkAnswer,
    TalkAsked,
    TalkLines,
    TalkNews,
    TalkNewsQuery,
    TalkRequest,
    TalkSaid,
    TalksForgotten,
)
from knowledge.calendar.working_days import CalendarGap
from knowledge.guidance.opening_hours import is_open, next_opening
from knowledge.privacy.contact_data import called_at, masked
from knowledge.privacy.kinds import CALLED, Personal
from knowledge.staff.talk_rules import OPEN, TalkState

CONVERSATION = "conversation"
"""As intakes digest it, so that a talk finds what was in hand."""

MOST_LINES = 500


def dialogue_of(whose: OfDialogue, services: Services) -> str:
    """The keyed digest of a conversation."""
    return services.vault.digest(CONVERSATION, whose.conversation)


def opening(services: Services) -> tuple[bool, datetime | None]:
    """Whether somebody sits at the centre's window now, and when next; closed where the calendar is not entered."""
    window, now = change.main_window(services), services.now()
    site = services.catalogue.sites[window.site]
    try:
        return is_open(window, site, now, services.calendar), next_opening(
            window, site, now, services.calendar
        )
    except CalendarGap:
        return False, None


async def ask(session: AsyncSession, request: TalkRequest, services: Services) -> TalkAsked:
    """Ask for a person; who has asked already waits on."""
    dialogue, now = dialogue_of(request, services), services.now()
    row = await repository.open_of(session, dialogue)
    intake = await repository.intake_of_dialogue(session, dialogue)
    is_open_now, next_at = opening(services)
    if row is None and is_open_now:
        row = _new(dialogue, request.channel, intake, now)
        session.add(row)
        await session.flush()
        _add(session, row, request.lines, now)
        await session.flush()
    lines = await _untold(session, row) if row else []
    return TalkAsked(
        talk=row.id if row else "",
        state=_state(row) if row else "closed",
        lines=lines,
        ahead=await repository.waiting_before(session, row) if row and row.state == TalkState.WAITING else 0,
        wait_min=services.settings.talk_wait_min,
        phone_masked=phone_shown(intake, services),
        callback=await _callback_of(session, dialogue),
        next_opening=at_centre(next_at) if next_at else None,
    )


async def said(session: AsyncSession, message: TalkSaid, services: Services) -> TalkAnswer:
    """A message of the applicant: while an officer holds the talk, it is for the officer.

    Raises:
        TalkNotFound: It was deleted, or is another conversation's.
        TooManyLines: It has as many lines as a talk may have.
    """
    row, now = await _own(session, message, message.talk, services), services.now()
    first = False
    if row.state in OPEN:
        if await repository.line_count(session, row.id) >= MOST_LINES:
            raise TooManyLines
        text, _ = kept(message.text)
        change.add_line(session, row, "applicant", text, now)
    if row.state == TalkState.HELD:
        first, row.acknowledged = not row.acknowledged, True
        row.unanswered_since = row.unanswered_since or now
        row.spoke_at = now
    return TalkAnswer(talk=row.id, state=_state(row), first=first, lines=await _untold(session, row))


async def keep_lines(session: AsyncSession, request: TalkLines, services: Services) -> TalkAnswer:
    """Keep what was said beside the officer: what went before, or what the assistant answered while one was waited for.

    Raises:
        TalkNotFound: It was deleted, or is another conversation's.
    """
    row, now = await _own(session, request, request.talk, services), services.now()
    if row.state in OPEN:
        if request.replacing:
            await repository.drop_before(session, row.id, now)
        room = MOST_LINES - await repository.line_count(session, row.id)
        _add(session, row, request.lines[-room:] if room > 0 else [], now)
    return TalkAnswer(talk=row.id, state=_state(row))


async def news(session: AsyncSession, query: TalkNewsQuery, services: Services) -> TalkNews:
    """What officers said since a line; asked again with the same line, the answer holds the same."""
    dialogue, now = dialogue_of(query, services), at_centre(services.now())
    row = await repository.latest_of(session, dialogue)
    if row is None:
        return TalkNews(talk="", state="none", lines=[], next=query.after, now=now)
    lines = await repository.heard_in_dialogue(session, dialogue, query.after)
    last = max((line.id for line in lines if line.talk_id == row.id), default=0)
    if last > row.told:
        row.told = last
    return TalkNews(
        talk=row.id,
        state=_state(row),
        lines=[_heard(line) for line in lines],
        next=lines[-1].id if lines else query.after,
        now=now,
    )


async def leave(session: AsyncSession, whose: OfDialogue, services: Services) -> TalkAnswer:
    """The applicant does not want a person any more."""
    row = await repository.open_of(session, dialogue_of(whose, services))
    if row is None:
        return TalkAnswer(talk="", state="none")
    change.leave(row, services.now())
    return TalkAnswer(talk=row.id, state="left", lines=await _untold(session, row))


async def forget(session: AsyncSession, whose: OfDialogue, services: Services) -> TalksForgotten:
    """Delete the talks of a conversation, and the contact data of what was not submitted; call-backs that were agreed on stay."""
    dialogue = dialogue_of(whose, services)
    await session.execute(
        update(IntakeRow)
        .where(IntakeRow.conversation == dialogue, IntakeRow.state != "submitted")
        .values(contact=None, contact_masked={}, statements=[], row_version=IntakeRow.row_version + 1)
        .execution_options(synchronize_session=False)
    )
    found = await session.scalars(select(TalkRow.id).where(TalkRow.dialogue == dialogue))
    return TalksForgotten(forgotten=await repository.delete_talks(session, found.all()))


def phone_shown(intake: IntakeRow | None, services: Services) -> str:
    """The phone that is known already, masked."""
    kind, value = phone_of(intake, services)
    return masked(kind, value) if value else ""


def phone_of(intake: IntakeRow | None, services: Services) -> tuple[Personal, str]:
    """The phone that was left with an intake, with its kind; empty where none was."""
    contact = services.vault.unseal(intake.contact) if intake else {}
    value = called_at(contact)
    return next((kind for kind in CALLED if contact.get(kind) == value), Personal.PHONE), value


def _new(dialogue: str, channel: str, intake: IntakeRow | None, now: datetime) -> TalkRow:
    return TalkRow(
        id=new_token()[:16],
        dialogue=dialogue,
        channel=channel,
        intake_id=intake.id if intake else None,
        state=TalkState.WAITING,
        account="",
        by_session=False,
        asked_at=now,
        waits_since=now,
        changed_at=now,
        told=0,
        acknowledged=False,
        summary="",
    )


def _add(session: AsyncSession, row: TalkRow, lines: Iterable[LineSaid], now: datetime) -> None:
    for line in lines:
        try:
            text, _ = kept(line.text)
        except NothingSaid:
            continue
        at = min(line.at, now) if line.at and line.at.tzinfo else now
        change.add_line(session, row, line.speaker, text, at)
    row.changed_at = now


async def _own(session: AsyncSession, whose: OfDialogue, talk: str, services: Services) -> TalkRow:
    row = await repository.by_id(session, talk, to_change=True)
    if row is None or row.dialogue != dialogue_of(whose, services):
        raise TalkNotFound
    return row


async def _untold(session: AsyncSession, row: TalkRow) -> list[HeardLine]:
    """What no reply has told yet; from now on it counts as told."""
    lines: Sequence[TalkLineRow] = await repository.heard(session, row.id, row.told)
    if lines:
        row.told = lines[-1].id
    return [_heard(line) for line in lines]


async def _callback_of(session: AsyncSession, dialogue: str) -> str:
    query = select(CallbackRow.number).where(CallbackRow.dialogue == dialogue, CallbackRow.state == "open")
    return (await session.scalars(query.limit(1))).first() or ""


def _state(row: TalkRow) -> TalkState:
    return TalkState(row.state)


def _heard(line: TalkLineRow) -> HeardLine:
    return HeardLine(id=line.id, speaker=line.speaker, text=line.text, at=at_centre(line.at))
