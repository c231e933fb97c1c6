"""预约, 取号: a day, then a time, then the number to show at the window; moving and cancelling."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from actions.cases import names_a_case, number_with_second_factor, refused
from actions.client import ApiProblem
from actions.guiding import numbered
from actions.picking_up import pick_up
from actions.submitting import confirm
from actions.turn import IntakeAction, Pending, Turn
from actions.wording import say
from api.appointments.schemas import AppointmentView, CurrentAppointment, DayView, SlotsView
from knowledge.choice import Offered, choose
from knowledge.spoken_time import day_said, names_day_or_time, time_said, words_of_day, words_of_time

DAYS_SHOWN = 6
_MOVES = ("改约", "改时间", "换时间", "改期", "换个时间", "改到", "换到")
_GIVES_UP = ("不约", "算了", "不用约", "不要约")
_TAKEN_MEANWHILE = {"slot_full", "slot_not_offered"}

Whose = dict[str, str]


class Appoint(IntakeAction):
    """预约: the appointment that there is, or the days that can be booked."""

    def name(self) -> str:
        return "action_appoint"

    async def act(self, turn: Turn) -> None:
        found = await _found(turn, "appoint")
        if found is None:
            return
        whose, current = found
        live = current.appointment
        if live is not None and live.state == "booked" and not any(word in turn.text for word in _MOVES):
            _say_appointment(turn, live)
            turn.say("appointment_change")
            pick_up(turn)
        elif current.window is None:
            turn.say("appointment_not_taken")
            pick_up(turn)
        elif slots := await _slots(turn, current.window):
            if current.takes_appointments:
                await _offer_days(turn, whose, slots)
            else:
                turn.say("appointment_over")
                pick_up(turn)


class ChooseSlot(IntakeAction):
    """A reply to the days or times offered."""

    def name(self) -> str:
        return "action_choose_slot"

    async def act(self, turn: Turn) -> None:
        pending = turn.pending or {}
        if _gives_up(turn):
            _give_up(turn)
            return
        slots = await turn.api.slots(pending["window"])
        said = _day_in(turn, slots) if pending["step"] == "day" else _time_in(turn)
        chosen = said or _chosen(turn.text, pending["options"])
        if chosen is None:
            turn.say("appointment_not_understood")
            _put_again(turn)
        elif chosen not in {option["value"] for option in pending["options"]}:
            turn.say("appointment_not_offered")
            _put_again(turn)
        elif pending["step"] == "day":
            await _offer_times(turn, pending["whose"], slots, chosen, pending["before"])
        else:
            await _book(turn, pending, chosen)


class CancelAppointment(IntakeAction):
    """取消预约: asked once."""

    def name(self) -> str:
        return "action_cancel_appointment"

    async def act(self, turn: Turn) -> None:
        found = await _found(turn, "cancel_appointment")
        if found is None:
            return
        whose, current = found
        live = current.appointment
        if live is None or live.state != "booked":
            if (turn.pending or {}).get("kind") == "appointment":
                _give_up(turn)
                return
            turn.say("appointment_none")
            pick_up(turn)
            return
        turn.say("appointment_cancel_confirm", when=live.when, code=live.code)
        confirm(turn, "cancel_appointment", **{f"whose_{key}": value for key, value in whose.items()})


async def cancel_or_keep(turn: Turn, yes: bool) -> None:
    """The word to cancel was asked for: here is the answer."""
    pending = turn.pending or {}
    if not yes:
        turn.say("appointment_kept")
        return
    whose = {key.removeprefix("whose_"): value for key, value in pending.items() if key.startswith("whose_")}
    cancelled = await turn.api.cancel_appointment(whose)
    turn.say("appointment_cancelled", when=cancelled.when)
    turn.card("appointment", **cancelled.model_dump(mode="json"))


async def _slots(turn: Turn, window: str) -> SlotsView | None:
    """What a window offers; where it takes no appointments here, how to go there is said."""
    try:
        return await turn.api.slots(window)
    except ApiProblem as problem:
        if problem.code != "appointments_not_taken":
            raise
        turn.add(problem.detail)
        pick_up(turn)
        return None


async def _found(turn: Turn, purpose: str) -> tuple[Whose, CurrentAppointment] | None:
    """Whose appointment it is about and how it stands; None where something is still asked for or was refused."""
    whose = await _whose(turn, purpose)
    if whose is None:
        return None
    try:
        current = await turn.api.current_appointment(whose)
    except ApiProblem as problem:
        refused(turn, problem, purpose)
        return None
    turn.case_number = whose.get("number", turn.case_number)
    return whose, current


async def _whose(turn: Turn, purpose: str) -> Whose | None:
    """The affair at hand, else a case by number and second factor, which are asked for."""
    about_case = (turn.pending or {}).get("kind") == "case" or names_a_case(turn.text)
    view = await turn.intake()
    if view.affair is not None and not about_case:
        return {"intake": view.id}
    number = number_with_second_factor(turn, purpose, say("appointment_whose"))
    return None if number is None else {"number": number, "intake": view.id}


async def _offer_days(turn: Turn, whose: Whose, slots: SlotsView, *, heed: bool = True) -> None:
    """Offer days.

    Args:
        heed: The message may name a day already.
    """
    days = [day for day in slots.days if any(slot.free for slot in day.slots)][:DAYS_SHOWN]
    asked_for = _day_in(turn, slots) if heed else None
    if not days:
        turn.say("appointment_all_full", number=slots.window.number, phone=slots.window.phone)
        pick_up(turn)
    elif asked_for and any(day.day.isoformat() == asked_for for day in slots.days):
        await _offer_times(turn, whose, slots, asked_for, turn.pending)
    else:
        if asked_for:
            turn.say("appointment_not_offered")
        _list_days(turn, whose, slots, days)


def _list_days(turn: Turn, whose: Whose, slots: SlotsView, days: Sequence[DayView]) -> None:
    options = [
        {"value": day.day.isoformat(), "label": day.label, "says": list(words_of_day(day.day, slots.first))}
        for day in days
    ]
    turn.say("appointment_day", number=slots.window.number, name=slots.window.name)
    for line in numbered([str(option["label"]) for option in options]):
        turn.add(line)
    turn.add(slots.note)
    turn.expect(_pending("day", whose, slots, options, turn.pending))
    turn.card("slots", **slots.model_dump(mode="json"))


async def _offer_times(
    turn: Turn, whose: Whose, slots: SlotsView, chosen: str, before: Pending | None
) -> None:
    day = next((one for one in slots.days if one.day.isoformat() == chosen), None)
    free = [slot.start for slot in day.slots if slot.free] if day else []
    if day is None or not free:
        turn.say("appointment_day_full")
        turn.pending = before
        await _offer_days(turn, whose, slots, heed=False)
        return
    options = [_time_option(start) for start in free]
    pending = _pending("time", whose, slots, options, before) | {"day": chosen}
    asked_for = _time_in(turn)
    if asked_for in free:
        await _book(turn, pending, str(asked_for))
        return
    if asked_for:
        turn.say("appointment_not_offered")
    turn.say("appointment_time", day=day.label)
    turn.add("  ".join(numbered([str(option["label"]) for option in options])))
    turn.expect(pending)
    turn.card("slots", **slots.model_copy(update={"days": [day]}).model_dump(mode="json"))


async def _book(turn: Turn, pending: Pending, start: str) -> None:
    """Book, in the place of what was booked before."""
    try:
        booked = await turn.api.book(pending["whose"], pending["day"], start)
    except ApiProblem as problem:
        if problem.code not in _TAKEN_MEANWHILE:
            raise
        turn.add(problem.detail)
        turn.pending = pending.get("before")
        await _offer_days(turn, pending["whose"], await turn.api.slots(pending["window"]), heed=False)
        return
    _say_appointment(turn, booked)
    turn.pending = pending.get("before")
    pick_up(turn)


def _gives_up(turn: Turn) -> bool:
    if any(word in turn.text for word in _GIVES_UP):
        return True
    return turn.intent == "deny" and not names_day_or_time(turn.text)


def _give_up(turn: Turn) -> None:
    """No slot after all: back to where one was before."""
    turn.say("appointment_given_up")
    turn.pending = (turn.pending or {}).get("before")
    pick_up(turn)


def _say_appointment(turn: Turn, appointment: AppointmentView) -> None:
    turn.say("appointment_booked", code=appointment.code, item=appointment.item)
    turn.add(appointment.reminder)
    turn.add(appointment.note)
    turn.card("appointment", **appointment.model_dump(mode="json"))


def _put_again(turn: Turn) -> None:
    labels = [option["label"] for option in (turn.pending or {}).get("options", ())]
    turn.add("  ".join(numbered(labels)))
    turn.keep_pending()


def _pending(
    step: str, whose: Whose, slots: SlotsView, options: Sequence[Pending], before: Pending | None
) -> Pending:
    """What the next message is resolved against; ``before`` is what is picked up again when the appointment is made."""
    waiting = before if before and before["kind"] in ("question", "next", "items") else None
    return {
        "kind": "appointment",
        "step": step,
        "whose": whose,
        "window": slots.window.id,
        "options": list(options),
        "before": waiting,
    }


def _day_in(turn: Turn, slots: SlotsView) -> str | None:
    day = day_said(turn.text, slots.first)
    return day.isoformat() if day else None


def _time_in(turn: Turn) -> str | None:
    at = time_said(turn.text)
    return f"{at:%H:%M}" if at else None


def _time_option(start: str) -> dict[str, Any]:
    at = time.fromisoformat(start)
    return {"value": start, "label": f"{at:%-H:%M}", "says": list(words_of_time(at))}


def _chosen(text: str, options: Sequence[Pending]) -> str | None:
    value = choose(text, [Offered(o["value"], o["label"], tuple(o["says"])) for o in options])
    return value if value in {option["value"] for option in options} else None
