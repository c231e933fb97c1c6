"""Where the case is, and withdrawing it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actions.client.api_client import ApiProblem
from actions.guide.confirmation import confirm
from actions.information.centre import main_window
from actions.pending.case import CASE_NUMBER, CaseRequest, Purpose
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE, IntakeAction, Turn
from api.case_status.schemas import CaseStatus
from knowledge.base.dates import day_text, moment_text

_SECOND_FACTOR = re.compile(r"\[(?:尾号|手机号)\]")
TELLS = ("correction", "refused", "returned", "terminated", "special", "passed_up", "decided", "revoked")
"""States whose reason the applicant wants to know."""

_REFUSED = {"case_not_found", "too_many_tries", "second_factor_missing"}


def names_a_case(text: str) -> bool:
    """Whether the message holds a case number."""
    return CASE_NUMBER.search(text) is not None


class Status(IntakeAction):
    """我的件办到哪了: number and second factor, then state, who acts next, and by when."""

    def name(self) -> str:
        return "action_status"

    async def act(self, turn: Turn) -> None:
        wants_out = isinstance(turn.pending, CaseRequest) and turn.pending.purpose == "withdraw"
        status = await looked_up(turn, "withdraw" if wants_out else "status")
        if status is None:
            return
        if wants_out:
            ask_to_withdraw(turn, status)
        else:
            show_status(turn, status)


def number_with_second_factor(turn: Turn, purpose: Purpose, asking: str = "") -> str | None:
    """The case number where the message and what is pending give both it and the second factor; else ask for the rest.

    Args:
        asking: Words in which the number is asked for.
    """
    found = CASE_NUMBER.search(turn.text)
    number = found[0] if found else _number_pending(turn) or turn.case_number
    if number is None:
        turn.add(asking or say("status_ask"))
    elif not _SECOND_FACTOR.search(turn.text):
        turn.say("status_ask_tail")
        turn.card("case_known", number=number)
    else:
        return number
    turn.expect(CaseRequest(number=number, purpose=purpose))
    return None


def _number_pending(turn: Turn) -> str | None:
    return turn.pending.number if isinstance(turn.pending, CaseRequest) else None


async def looked_up(turn: Turn, purpose: Purpose) -> CaseStatus | None:
    """The case's status; None where something is still asked for or the answer was a refusal."""
    if _asked_in_vain(turn):
        await _say_the_way_round(turn, purpose)
        return None
    number = number_with_second_factor(turn, purpose)
    if number is None:
        return None
    intake = await turn.open_intake_id()
    try:
        status = await turn.api.case_status(number, intake)
    except ApiProblem as problem:
        refused(turn, problem, purpose)
        return None
    turn.case_number = number
    return status


def _asked_in_vain(turn: Turn) -> bool:
    """Whether the number was asked for, and what came is neither it nor a second factor."""
    known = _number_pending(turn) or turn.case_number or names_a_case(turn.text)
    return isinstance(turn.pending, CaseRequest) and not known and not _SECOND_FACTOR.search(turn.text)


async def _say_the_way_round(turn: Turn, purpose: Purpose) -> None:
    """Where the number stands, and what is possible without it; it stays asked for."""
    window = await main_window(turn)
    if purpose == "complain":
        turn.say("complain_no_number", supervise=CONSULT_PHONE, site=window.site)
    else:
        turn.say("status_no_number", site=window.site, phone=window.phone, hours=window.hours)
    turn.say("case_number_found")
    turn.keep_pending()


def refused(turn: Turn, problem: ApiProblem, purpose: Purpose) -> None:
    """Say why the case was not found, and ask for number and second factor again.

    Raises:
        ApiProblem: It was refused for another reason.
    """
    if problem.code not in _REFUSED:
        raise problem
    turn.add(problem.detail)
    turn.card("error", code=problem.code)
    turn.case_number = None
    turn.expect(CaseRequest(purpose=purpose))


def show_status(turn: Turn, status: CaseStatus) -> None:
    """Show where the case is."""
    turn.card("progress", status_lines(status), **status.model_dump(mode="json"))


def status_lines(status: CaseStatus) -> Iterator[str]:
    """State, what has happened, who acts next and by when."""
    yield say("status_head", item=status.item, number=status.number, state=status.state_label)
    for event in status.timeline:
        yield say("status_line", at=moment_text(event.at), label=event.label)
    if status.who_acts_next:
        yield say("status_next", who=status.who_acts_next, what=status.what_next)
    if status.due:
        yield say("status_due", day=day_text(status.due.day))
    elif status.due_note:
        yield status.due_note
    if window := status.window:
        yield say(
            "status_window",
            site=window.site,
            floor=window.floor,
            number=window.number,
            name=window.name,
            phone=window.phone,
        )
    yield from _asked_lines(status)
    for part in status.parts:
        yield say("status_part", item=part.item, number=part.number, state=part.state_label)
    if status.appointment and status.appointment.reminder:
        yield status.appointment.reminder
    if "rate" in status.can:
        yield say("status_rate")


def _asked_lines(status: CaseStatus) -> Iterator[str]:
    """What the applicant was told last where it needs an answer or explains an end, and the papers still to come."""
    told = next((event.told for event in reversed(status.timeline) if event.told), "")
    if status.state in TELLS and told:
        yield told
    if status.to_supplement:
        yield say("status_supplement", names="、".join(status.to_supplement.values()))
    if status.joint:
        yield status.joint


class Withdraw(IntakeAction):
    """撤回: asked once, saying what will happen."""

    def name(self) -> str:
        return "action_withdraw"

    async def act(self, turn: Turn) -> None:
        if turn.case_number is None and not names_a_case(turn.text):
            view = await turn.intake()
            if view.affair is not None:
                turn.say("withdraw_draft")
                turn.keep_pending()
                return
        status = await looked_up(turn, "withdraw")
        if status is not None:
            ask_to_withdraw(turn, status)


def ask_to_withdraw(turn: Turn, status: CaseStatus) -> None:
    """Ask once; where it is too late, say how things stand."""
    if "withdraw" not in status.can:
        show_status(turn, status)
        return
    turn.say("withdraw_confirm", number=status.number)
    confirm(turn, "withdraw", number=status.number)
