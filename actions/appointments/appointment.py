"""预约, 取号: a day, then a time, then the number to show at the window; moving and cancelling."""

from __future__ import annotations

import re
from datetime import time

from actions.appointments.slots import Whose, offer_days, pick, say_appointment
from actions.cases.status import names_a_case, number_with_second_factor, refused
from actions.client.api_client import ApiProblem
from actions.guide.confirmation import confirm
from actions.guide.open_question import pick_up
from actions.information.beside import tell_each
from actions.information.centre import day_lines
from actions.information.item_facts import tell
from actions.pending.appointment import SlotChoice, wants_no_slot
from actions.pending.case import CaseRequest, Purpose
from actions.pending.submission import Confirmation, holds_data
from actions.reply.wording import say
from actions.submission.contact import Contact, say_problems, say_received
from actions.turn import IntakeAction, Turn
from api.appointments.schemas import AppointmentView, CurrentAppointment, SlotsView
from api.intakes.schemas import IntakeView
from knowledge.base.dates import day_text
from knowledge.language.acts import Cue, cue_of
from knowledge.language.appointment_words import asks_whether_booked, new_time_in
from knowledge.language.asked_beside import questions_in
from knowledge.language.aspects import Aspect
from knowledge.language.spoken_time import day_said, names_a_moment, names_day_or_time, time_said

_BOOKS = "book_appointment"
_STOPS = re.compile(r"[,，。;；!！?？\n]+")


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
        moved = new_time_in(turn.text) or _other_time_in(turn.text, live)
        await _tell_beside(turn)
        if live is not None and live.state == "booked" and moved is None:
            say_appointment(turn, live)
            turn.say("appointment_change")
            pick_up(turn)
        elif current.window is None:
            turn.say("appointment_not_taken")
            pick_up(turn)
        elif slots := await _slots(turn, current.window):
            if current.takes_appointments:
                day = live.day if live is not None and moved is not None else None
                await offer_days(turn, whose, slots, said=moved or turn.text, booked_day=day)
            else:
                turn.say("appointment_over")
                pick_up(turn)


def _other_time_in(text: str, live: AppointmentView | None) -> str | None:
    """The message where it names another time than that of the appointment: 我明天9点半过去，帮我约一下."""
    at = time_said(text)
    if live is None or at is None:
        return None
    same = at == time.fromisoformat(live.start) and day_said(text, live.day) in (None, live.day)
    return None if same else text


class TellAppointment(IntakeAction):
    """我周六那个号还在吧: the appointment as it stands."""

    def name(self) -> str:
        return "action_tell_appointment"

    async def act(self, turn: Turn) -> None:
        found = await _found(turn, "appoint")
        if found is None:
            return
        _say_how_it_stands(turn, found[1])
        pick_up(turn)


async def tell_appointment(turn: Turn) -> None:
    """The appointment of the affair in hand, where a message asks for it beside something else."""
    if asks_whether_booked(turn.text) and turn.intake_id is not None and turn.affair is not None:
        _say_how_it_stands(turn, await turn.api.current_appointment({"intake": turn.intake_id}))


def _say_how_it_stands(turn: Turn, current: CurrentAppointment) -> None:
    live = current.appointment
    if live is None or live.state != "booked":
        turn.say("appointment_none")
        return
    turn.say("appointment_still")
    say_appointment(turn, live)
    turn.say("appointment_change")


async def _tell_beside(turn: Turn) -> None:
    """What is asked in the same breath as an appointment is wanted."""
    clauses = [clause for clause in _STOPS.split(turn.text) if clause and not _is_of_it(clause)]
    if turn.affair is not None and (asked := questions_in(",".join(clauses))):
        await tell_each(turn, await turn.intake("preview"), asked)


def _is_of_it(clause: str) -> bool:
    return cue_of(_BOOKS, clause) in (Cue.SAID, Cue.WHOLE) or names_a_moment(clause) or "约" in clause


class ChooseSlot(IntakeAction):
    """A reply to the days or times offered, with what else it brings: 两点半。我哥叫……，要带啥."""

    def name(self) -> str:
        return "action_choose_slot"

    async def act(self, turn: Turn) -> None:
        if _gives_up(turn):
            _give_up(turn)
        elif not holds_data(turn.text):
            await pick(turn)
        elif time_said(turn.text) is None:
            await Contact().act(turn)
        else:
            view = await turn.intake("preview")
            say_received(turn, view)
            say_problems(turn)
            await _tell_papers(turn, view)
            await pick(turn)


async def _tell_papers(turn: Turn, view: IntakeView) -> None:
    """What to bring, where somebody else is told of it: 要我告诉他带啥."""
    if Aspect.MATERIALS in turn.aspects:
        await tell(turn, view, [Aspect.MATERIALS])


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
            if isinstance(turn.pending, SlotChoice):
                _give_up(turn)
                return
            turn.say("appointment_none")
            pick_up(turn)
            return
        turn.say("appointment_cancel_confirm", when=live.when, code=live.code)
        confirm(turn, "cancel_appointment", whose=whose)


async def cancel_or_keep(turn: Turn, yes: bool) -> None:
    """The word to cancel was asked for: here is the answer."""
    if not yes:
        turn.say("appointment_kept")
        return
    cancelled = await turn.api.cancel_appointment(turn.asked(Confirmation).whose)
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
        await _say_when_to_come(turn, window)
        pick_up(turn)
        return None


async def _say_when_to_come(turn: Turn, window_id: str) -> None:
    """Without an appointment: whether the window is open on the day that was named."""
    window = next(one for one in (await turn.api.windows()).windows if one.id == window_id)
    day = day_said(turn.text, window.days[0].day) if window.days else None
    if lines := day_lines(window, turn.text) if day else []:
        for line in lines:
            turn.add(line)
    elif day is not None:
        turn.say("appointment_walk_in", day=day_text(day), hours=window.hours, phone=window.phone)


async def _found(turn: Turn, purpose: Purpose) -> tuple[Whose, CurrentAppointment] | None:
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


async def _whose(turn: Turn, purpose: Purpose) -> Whose | None:
    """The affair at hand, else a case by number and second factor, which are asked for."""
    about_case = isinstance(turn.pending, CaseRequest) or names_a_case(turn.text)
    view = await turn.intake()
    if view.affair is not None and not about_case:
        return {"intake": view.id}
    number = number_with_second_factor(turn, purpose, say("appointment_whose"))
    return None if number is None else {"number": number, "intake": view.id}


def _gives_up(turn: Turn) -> bool:
    if wants_no_slot(turn.text):
        return True
    return turn.intent == "deny" and not names_day_or_time(turn.text)


def _give_up(turn: Turn) -> None:
    """No slot after all: back to where one was before."""
    turn.say("appointment_given_up")
    turn.pending = turn.pending.before if isinstance(turn.pending, SlotChoice) else None
    pick_up(turn)
