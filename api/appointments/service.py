"""Book, move, cancel and look at appointments. One live appointment an intake, one intake a seat, whoever comes at the same moment."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments import repository
from api.appointments.appointment_holder import Subject, subject_of, taking
from api.appointments.displaced import is_open_then
from api.appointments.models import AppointmentRow
from api.appointments.schemas import AppointmentView, Booking, CurrentAppointment, SlotsView, Whose
from api.appointments.views import appointment_view, is_over, slots_view
from api.intakes.phone_check import must_be_checked
from api.platform.asking import asking_network
from api.platform.attempt_limit import in_turn
from api.platform.clock import at_centre
from api.platform.counters import next_number
from api.platform.errors import (
    AppointmentExists,
    MissedTooOften,
    NoAppointment,
    ShareTaken,
    SlotFull,
    SlotNotOffered,
    TooManyMoves,
    WindowNotFound,
    WrongWindow,
)
from api.platform.security import new_token
from api.services import Services
from knowledge.catalogue.window import Window
from knowledge.guidance.appointment_slots import Offer, Slot, free_seat, offer, take_number
from knowledge.guidance.booking_limit import booking_refusal, missed_visits, share_refusal


async def slots(session: AsyncSession, window_id: str, first: date | None, services: Services) -> SlotsView:
    """What a window offers from a day on.

    Raises:
        WindowNotFound: There is no such window.
        AppointmentsNotTaken: It takes none here.
    """
    window = services.catalogue.windows.get(window_id)
    if window is None:
        raise WindowNotFound
    taking(window)
    return slots_view(window, await _offer(session, window, first, services), services.catalogue)


async def book(session: AsyncSession, booking: Booking, services: Services) -> AppointmentView:
    """Book a slot; the slot that one has already is simply given again.

    Raises:
        AppointmentExists: There is another one, and ``move`` was not said.
        SlotNotOffered: The window is not open then, or it is too early or too late to book.
        SlotFull: Others were faster.
        TooManyMoves: The person has booked often enough today.
        MissedTooOften: The person has not come too often.
        PhoneNotChecked: The phone of the draft is to be checked first.
        ShareTaken: What drafts, or this address, may take of the day is taken.
    """
    subject = await subject_of(session, booking, services)
    window = subject.bookable(services.catalogue)
    if subject.draft is not None:
        must_be_checked(subject.draft, services)
    if booking.window not in (None, window.id):
        raise WrongWindow(f"这件事在{window.number}{window.name}办理，请约这个窗口。")
    live = await _live(session, subject.intake_id, services)
    if live is not None:
        if (live.window, live.day, live.start) == (window.id, booking.day, booking.start):
            return _view(live, subject, services)
        if not booking.move:
            raise AppointmentExists(appointment=_view(live, subject, services).model_dump(mode="json"))
        _end(live, repository.CANCELLED, services)
        await session.flush()
    return _view(await _book(session, subject, window, booking, services), subject, services)


async def current(session: AsyncSession, whose: Whose, services: Services) -> CurrentAppointment:
    """The appointment that there is, and the window at which one can be made."""
    subject = await subject_of(session, whose, services)
    live = await repository.live_of(session, subject.intake_id)
    window = services.catalogue.windows.get(subject.window or "")
    return CurrentAppointment(
        appointment=_view(live, subject, services) if live else None,
        takes_appointments=bool(window and window.appointments and not subject.is_over),
        window=subject.window,
    )


async def cancel(session: AsyncSession, whose: Whose, services: Services) -> AppointmentView:
    """Give an appointment up; one that was given up before stays so.

    Raises:
        NoAppointment: There is none, or its time is over.
    """
    subject = await subject_of(session, whose, services)
    intake = subject.intake_id
    row = await repository.live_of(session, intake) or await repository.last_of(session, intake)
    if row is None or (row.state != repository.CANCELLED and is_over(row, services.now())):
        raise NoAppointment
    if row.state == repository.LIVE:
        _end(row, repository.CANCELLED, services)
        await session.flush()
    return _view(row, subject, services)


async def move(
    session: AsyncSession, row: AppointmentRow, day: date, start: str, why: str, services: Services
) -> AppointmentRow:
    """Another time for somebody's appointment, found by the window: the person's own moves are not counted up.

    Raises:
        WindowNotFound: The window is no longer there.
        SlotNotOffered: It is not open then.
        SlotFull: Nobody else can come then.
    """
    window = services.catalogue.windows.get(row.window)
    if window is None:
        raise WindowNotFound
    taking(window)
    slot = _slot(await _day(session, window, day, services), start)
    subject = Subject(row.intake_id, row.item, row.person, row.window)
    _end(row, repository.CANCELLED, services)
    await session.flush()
    moved = await _seated(session, subject, window, day, slot, services)
    moved.moved_why = why
    return moved


async def by_access(session: AsyncSession, access: str, services: Services) -> AppointmentView:
    """An appointment by its unguessable name.

    Raises:
        NoAppointment: There is none.
    """
    row = await repository.by_access(session, access)
    if row is None:
        raise NoAppointment
    return shown(row, services)


async def _book(
    session: AsyncSession,
    subject: Subject,
    window: Window,
    booking: Booking,
    services: Services,
) -> AppointmentRow:
    await _not_too_often(session, subject, services.now())
    offered = await _day(session, window, booking.day, services)
    slot = _slot(offered, booking.start)
    await _leaves_others_their_share(session, subject, window, booking, offered, services)
    return await _seated(session, subject, window, booking.day, slot, services)


async def _seated(
    session: AsyncSession, subject: Subject, window: Window, day: date, slot: Slot, services: Services
) -> AppointmentRow:
    assert window.appointments is not None
    start = f"{slot.start:%H:%M}"
    taken = await repository.seats_taken(session, window.id, day, start)
    seat = free_seat(taken, window.appointments.per_slot, secrets.randbelow(1000))
    if seat is None:
        raise SlotFull
    position = list(services.catalogue.windows).index(window.id)
    running = await next_number(session, _counter(window), day)
    row = AppointmentRow(
        access=new_token(),
        intake_id=subject.intake_id,
        person=subject.person,
        network=_network(services),
        window=window.id,
        day=day,
        start=start,
        end=f"{slot.end:%H:%M}",
        seat=seat,
        code=take_number(position, running),
        state=repository.LIVE,
        item=subject.item,
        booked_at=services.now(),
        ended_at=None,
    )
    session.add(row)
    # Where somebody has taken the seat in between, the unit of work is run again and finds another one or none.
    await session.flush()
    return row


async def _not_too_often(session: AsyncSession, subject: Subject, now: datetime) -> None:
    """Of several bookings of one person at the same moment each sees those before it.

    Raises:
        TooManyMoves: It was enough for today.
        MissedTooOften: The person has not come too often.
    """
    await in_turn(session, subject.person)
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    booked = await repository.booked_since(session, subject.person, subject.intake_id, midnight)
    if why := booking_refusal(booked):
        raise TooManyMoves(why)
    rule = missed_visits()
    first = now.date() - timedelta(days=rule.within_days)
    missed = await repository.missed_since(session, subject.person, subject.intake_id, first)
    if why := rule.refusal(missed):
        raise MissedTooOften(why)


async def _day(session: AsyncSession, window: Window, day: date, services: Services) -> Sequence[Slot]:
    return (await _offer(session, window, day, services)).days.get(day, ())


def _slot(offered: Sequence[Slot], start: str) -> Slot:
    slot = next((one for one in offered if f"{one.start:%H:%M}" == start), None)
    if slot is None:
        raise SlotNotOffered
    if not slot.free:
        raise SlotFull
    return slot


async def _leaves_others_their_share(
    session: AsyncSession,
    subject: Subject,
    window: Window,
    booking: Booking,
    day: Sequence[Slot],
    services: Services,
) -> None:
    assert window.appointments is not None
    seats = window.appointments.per_slot * len(day)
    drafts = None if subject.is_case else await repository.held_by_drafts(session, window.id, booking.day)
    network = _network(services)
    earlier = await repository.booked_from(session, window.id, booking.day, network) if network else 0
    if why := share_refusal(seats, drafts, earlier):
        raise ShareTaken(why)


def _network(services: Services) -> str:
    """From where it is booked, as it is kept: a keyed digest, since an address is of a person too; empty where it is not known."""
    network = asking_network()
    return services.vault.digest("appointment/network", network) if network else ""


async def _offer(session: AsyncSession, window: Window, first: date | None, services: Services) -> Offer:
    now = at_centre(services.now())
    begin = max(first or now.date(), now.date())
    return offer(
        window,
        services.catalogue.sites[window.site],
        now=now,
        first=min(begin, now.date() + timedelta(days=366)),
        taken=await repository.taken_from(session, window.id, now.date()),
        calendar=services.calendar,
    )


async def _live(session: AsyncSession, intake_id: str, services: Services) -> AppointmentRow | None:
    """The live appointment; one whose time is over makes room for another."""
    row = await repository.live_of(session, intake_id)
    if row is not None and is_over(row, services.now()):
        _end(row, "passed", services)
        await session.flush()
        return None
    return row


def _end(row: AppointmentRow, state: str, services: Services) -> None:
    row.state, row.ended_at = state, services.now()


def _view(row: AppointmentRow, subject: Subject, services: Services) -> AppointmentView:
    return shown(row, services, subject.window)


def shown(row: AppointmentRow, services: Services, window_now: str | None = None) -> AppointmentView:
    """An appointment, with what has changed since it was made."""
    return appointment_view(
        row,
        services.catalogue,
        services.now(),
        window_now=window_now,
        is_open_then=is_open_then(row, services.catalogue, services.calendar),
    )


def _counter(window: Window) -> str:
    """Short whatever the window is called."""
    return f"take/{hashlib.sha256(window.id.encode()).hexdigest()[:16]}"
