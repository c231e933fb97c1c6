"""Call-backs (回电): asked for by the applicant, worked off at the desk by a day of the calendar. Nothing is committed here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.platform.clock import at_centre
from api.platform.counters import next_number
from api.platform.database import can_be_stored
from api.platform.errors import (
    CallbackNotFound,
    CallbackOver,
    CallbackPhoneMissing,
    CallbackTooEarly,
    StaleVersion,
)
from api.services import Services
from api.talks import repository
from api.talks.desk_schemas import CallbackList, CallbackResult, CallbackState, CallbackView
from api.talks.models import CallbackRow
from api.talks.redaction import kept
from api.talks.schemas import CallbackAsked, CallbackRequest
from api.talks.service import dialogue_of, phone_of
from knowledge.privacy.contact_data import masked
from knowledge.staff.talk_rules import callback_due, talk_rules

MOST_SHOWN = 200
STATE_NAMES: Mapping[CallbackState, str] = {"open": "要打", "done": "打通了", "given_up": "打不通，不再打"}


async def ask(session: AsyncSession, request: CallbackRequest, services: Services) -> CallbackAsked:
    """Keep that somebody wants to be called; asked again, the same call-back takes the new phone and question.

    Raises:
        CallbackPhoneMissing: No phone was left.
    """
    dialogue, now = dialogue_of(request, services), services.now()
    intake = await repository.intake_of_dialogue(session, dialogue)
    kind, phone = phone_of(intake, services)
    if not phone:
        raise CallbackPhoneMissing
    affair = services.catalogue.affair(intake.affair) if intake and intake.affair else None
    row = await _open_of(session, dialogue)
    if row is None:
        today = services.today()
        count = await next_number(session, "callback", today)
        row = CallbackRow(
            number=f"HD{today:%Y%m%d}-{count:04d}",
            dialogue=dialogue,
            channel=request.channel,
            state="open",
            asked_at=now,
            due_day=callback_due(today, services.settings.callback_days, services.calendar),
            tries=0,
            account="",
            note="",
            question="",
        )
        session.add(row)
    row.item = affair.name if affair else ""
    row.question = kept(request.question)[0] if request.question.strip() else row.question
    row.phone, row.phone_masked = services.vault.seal({kind: phone}), masked(kind, phone)
    row.changed_at = now
    await session.flush()
    return CallbackAsked(number=row.number, phone_masked=row.phone_masked, due_day=row.due_day)


async def listed(session: AsyncSession, state: str, services: Services) -> CallbackList:
    """Call-backs: those to be made with the nearest day first, or those that are over with the last first."""
    query = select(CallbackRow).limit(MOST_SHOWN)
    if state == "open":
        query = query.where(CallbackRow.state == "open").order_by(
            CallbackRow.due_day.is_(None), CallbackRow.due_day, CallbackRow.asked_at
        )
    else:
        query = query.where(CallbackRow.state != "open").order_by(CallbackRow.ended_at.desc())
    rows = (await session.scalars(query)).all()
    names = await repository.names_of(session, [row.account for row in rows])
    return CallbackList(
        callbacks=[_view(row, names, services.today()) for row in rows], least_tries=talk_rules().least_tries
    )


async def phone(session: AsyncSession, number: str, services: Services) -> str:
    """The phone in the clear; the caller records it first.

    Raises:
        CallbackNotFound: There is none.
    """
    row = await _found(session, number)
    return next(iter(services.vault.unseal(row.phone).values()), "")


async def settle(
    session: AsyncSession, actor: Actor, number: str, result: CallbackResult, services: Services
) -> CallbackList:
    """What came of a call.

    Raises:
        CallbackNotFound: There is none.
        CallbackOver: It is over already.
        StaleVersion: A colleague noted something since.
        CallbackTooEarly: It was not tried often enough to be given up.
        NothingSaid: The note is blank.
    """
    row = await _found(session, number, to_change=True)
    if row.state != "open":
        raise CallbackOver
    if row.row_version != result.version:
        raise StaleVersion("同事刚记过这个回电，请刷新后再记。", version=row.row_version)
    least = talk_rules().least_tries
    if result.outcome == "given_up" and row.tries < least:
        raise CallbackTooEarly(f"才打过{row.tries}次，打{least}次都不通才可以不再打。", tries=row.tries)
    now = services.now()
    row.account, row.note, row.changed_at = actor.id, kept(result.note)[0], now
    if result.outcome == "unreached":
        row.tries += 1
    else:
        row.state, row.ended_at = result.outcome, now
    await session.flush()
    return await listed(session, "open", services)


async def open_counts(session: AsyncSession, services: Services) -> tuple[int, int]:
    """How many are to be made, and how many of them are overdue."""
    query = select(CallbackRow.due_day, func.count()).where(CallbackRow.state == "open")
    days = [(day, count) for day, count in await session.execute(query.group_by(CallbackRow.due_day))]
    overdue = sum(count for day, count in days if _is_overdue(day, services.today()))
    return sum(count for _, count in days), overdue


def _is_overdue(day: date | None, today: date) -> bool:
    return day is not None and day < today


async def _open_of(session: AsyncSession, dialogue: str) -> CallbackRow | None:
    query = select(CallbackRow).where(CallbackRow.dialogue == dialogue, CallbackRow.state == "open")
    return (await session.scalars(query.limit(1).with_for_update())).first()


async def _found(session: AsyncSession, number: str, *, to_change: bool = False) -> CallbackRow:
    row = await session.get(CallbackRow, number, with_for_update=to_change) if can_be_stored(number) else None
    if row is None:
        raise CallbackNotFound
    return row


def _view(row: CallbackRow, names: Mapping[str, str], today: date) -> CallbackView:
    state = cast(CallbackState, row.state)
    return CallbackView(
        number=row.number,
        state=state,
        state_label=STATE_NAMES[state],
        item=row.item,
        question=row.question,
        phone_masked=row.phone_masked,
        channel=row.channel,
        asked_at=at_centre(row.asked_at),
        due_day=row.due_day,
        overdue=state == "open" and _is_overdue(row.due_day, today),
        tries=row.tries,
        name=names.get(row.account, row.account),
        note=row.note,
        ended_at=at_centre(row.ended_at) if row.ended_at else None,
        version=row.row_version,
    )
