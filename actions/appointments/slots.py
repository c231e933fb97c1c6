"""Days and times of a window put to the applicant, and the one that is picked booked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from actions.client.api_client import ApiProblem
from actions.guide.open_question import pick_up
from actions.information.ladder import put_otherwise
from actions.pending.appointment import Interrupted, SlotChoice
from actions.pending.model import AnswerOption, Pending
from actions.reply.options import options_of
from actions.turn import Turn
from api.appointments.schemas import AppointmentView, DayView, SlotsView
from knowledge.base.dates import day_text
from knowledge.language.appointment_words import in_the_half_day, names_half_day
from knowledge.language.spoken_time import day_said, time_said, words_of_day, words_of_time

DAYS_SHOWN = 6
_TAKEN_MEANWHILE = {"slot_full", "slot_not_offered"}

Whose = dict[str, str]
"""An intake, or a case's number and the intake with which its second factor is put away."""


async def offer_days(
    turn: Turn, whose: Whose, slots: SlotsView, *, said: str = "", booked_day: date | None = None
) -> None:
    """Offer days.

    Args:
        said: Words that may name a day already, and a time.
        booked_day: Of the appointment that is moved: who names only a time comes on that day.
    """
    days = [day for day in slots.days if any(slot.free for slot in day.slots)][:DAYS_SHOWN]
    asked_for = _day_in(said, slots)
    if asked_for is None and booked_day is not None and (_time_in(said) or names_half_day(said)):
        asked_for = booked_day.isoformat()
    if not days:
        turn.say("appointment_all_full", number=slots.window.number, phone=slots.window.phone)
        pick_up(turn)
    elif asked_for and any(day.day.isoformat() == asked_for for day in slots.days):
        await _offer_times(turn, whose, slots, asked_for, turn.pending, said)
    else:
        if asked_for:
            _say_why_not(turn, slots, date.fromisoformat(asked_for))
        _list_days(turn, whose, slots, days)


def _say_why_not(turn: Turn, slots: SlotsView, day: date) -> None:
    """Why a day that was named cannot be booked: too far ahead, or the window is closed."""
    if day > slots.last:
        opens = day - (slots.last - slots.first)
        turn.say("appointment_too_early", day=day_text(day), last=day_text(slots.last), opens=day_text(opens))
    elif day < slots.first:
        turn.say("appointment_not_offered")
    else:
        turn.say("appointment_closed_day", day=day_text(day))


def _list_days(turn: Turn, whose: Whose, slots: SlotsView, days: Sequence[DayView]) -> None:
    pending = SlotChoice(
        step="day",
        whose=whose,
        window=slots.window.id,
        before=_interrupted(turn.pending),
        options=tuple(_day_option(day, slots.first) for day in days),
    )
    turn.say("appointment_day", number=slots.window.number, name=slots.window.name)
    turn.list_options(options_of(pending))
    turn.add(slots.note)
    turn.expect(pending)
    turn.card("slots", **slots.model_dump(mode="json"))


async def _offer_times(
    turn: Turn, whose: Whose, slots: SlotsView, chosen: str, before: Pending | None, said: str
) -> None:
    day = next((one for one in slots.days if one.day.isoformat() == chosen), None)
    free = [slot.start for slot in day.slots if slot.free] if day else []
    if day is None or not free:
        turn.say("appointment_day_full")
        turn.pending = before
        await offer_days(turn, whose, slots)
        return
    wanted = [start for start in free if in_the_half_day(said, start)]
    pending = SlotChoice(
        step="time",
        whose=whose,
        window=slots.window.id,
        day=chosen,
        before=_interrupted(before),
        options=tuple(map(_time_option, wanted or free)),
    )
    asked_for = _time_in(said)
    if asked_for in free:
        await _book(turn, pending, str(asked_for))
        return
    if asked_for:
        turn.say("appointment_not_offered")
    elif not wanted:
        turn.say("appointment_half_day_full")
    turn.say("appointment_time", day=day.label)
    turn.list_options(options_of(pending), "line")
    turn.expect(pending)
    turn.card("slots", **slots.model_copy(update={"days": [day]}).model_dump(mode="json"))


async def _book(turn: Turn, pending: SlotChoice, start: str) -> None:
    """Book, in the place of what was booked before."""
    try:
        booked = await turn.api.book(pending.whose, pending.day, start)
    except ApiProblem as problem:
        if problem.code not in _TAKEN_MEANWHILE:
            raise
        turn.add(problem.detail)
        turn.pending = pending.before
        await offer_days(turn, pending.whose, await turn.api.slots(pending.window))
        return
    say_appointment(turn, booked)
    turn.pending = pending.before
    pick_up(turn)


async def pick(turn: Turn) -> None:
    """A reply to the days or times offered."""
    pending = turn.asked(SlotChoice)
    slots = await turn.api.slots(pending.window)
    named = _day_in(turn.text, slots)
    if pending.step == "day" or named not in (None, pending.day):
        offered = [day.day.isoformat() for day in slots.days]
        chosen, by_day = named or turn.reading.picked, True
    else:
        day = next((one for one in slots.days if one.day.isoformat() == pending.day), None)
        offered = [slot.start for slot in day.slots if slot.free] if day else []
        chosen, by_day = _time_in(turn.text) or turn.reading.picked, False
    if chosen is None:
        await put_otherwise(turn)
    elif chosen not in offered:
        turn.say("appointment_not_offered")
        _put_again(turn, pending)
    elif by_day:
        await _offer_times(turn, pending.whose, slots, str(chosen), pending.before, turn.text)
    else:
        await _book(turn, pending, str(chosen))


def say_appointment(turn: Turn, appointment: AppointmentView) -> None:
    """The number, when and where, and what has changed since."""
    turn.say("appointment_booked", code=appointment.code, item=appointment.item)
    turn.add(appointment.reminder)
    turn.add(appointment.note)
    turn.card("appointment", **appointment.model_dump(mode="json"))


def _put_again(turn: Turn, pending: SlotChoice) -> None:
    turn.list_options(options_of(pending), "line")
    turn.keep_pending()


def _interrupted(before: Pending | None) -> Interrupted | None:
    return before if isinstance(before, Interrupted) else None


def _day_in(said: str, slots: SlotsView) -> str | None:
    day = day_said(said, slots.first)
    return day.isoformat() if day else None


def _time_in(said: str) -> str | None:
    at = time_said(said)
    return f"{at:%H:%M}" if at else None


def _day_option(day: DayView, first: date) -> AnswerOption:
    return AnswerOption(value=day.day.isoformat(), label=day.label, says=tuple(words_of_day(day.day, first)))


def _time_option(start: str) -> AnswerOption:
    at = time.fromisoformat(start)
    return AnswerOption(value=start, label=f"{at:%-H:%M}", says=tuple(words_of_time(at)))
