"""Where the case is; its number and second factor where the conversation does not hold it already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actions.client.api_client import ApiProblem
from actions.information.centre import main_window
from actions.information.ladder import put_otherwise
from actions.pending.case import CASE_NUMBER, CaseInHand, CaseRequest, Purpose
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE, IntakeAction, Turn
from api.case_status.schemas import CaseStatus
from knowledge.base.dates import day_text, moment_text
from knowledge.language.case_asked import tells_new_phone
from knowledge.language.case_questions import CaseQuestion, case_question_in, has_lost_its_number

_SECOND_FACTOR = re.compile(r"\[(?:尾号|手机号)\]")
TELLS = ("correction", "refused", "returned", "terminated", "special", "passed_up", "decided", "revoked")
"""States whose reason the applicant wants to know."""

_REFUSED = {"case_not_found", "too_many_tries", "second_factor_missing"}
STRONGER_FACTOR = "stronger_factor_needed"
_WANTS_A_FACTOR = {"case_not_found", "second_factor_missing"}
"""What is heard without a second factor of a case that is not this conversation's."""


def names_a_case(text: str) -> bool:
    """Whether the message holds a case number."""
    return CASE_NUMBER.search(text) is not None


class Status(IntakeAction):
    """我的件办到哪了: number and second factor, then state, who acts next, and by when."""

    def name(self) -> str:
        return "action_status"

    async def act(self, turn: Turn) -> None:
        status = await looked_up(turn, "status")
        if status is not None:
            show_status(turn, status)


def number_with_second_factor(turn: Turn, purpose: Purpose, asking: str = "") -> str | None:
    """The case number where the message and what is pending give both it and the second factor; else ask for the rest.

    Args:
        asking: Words in which the number is asked for.
    """
    number = _number_said(turn)
    if number is None:
        turn.add(asking or say("status_ask"))
        turn.expect(CaseRequest(purpose=purpose))
    elif _SECOND_FACTOR.search(turn.text) or number == in_hand(turn):
        return number
    else:
        ask_for_phone(turn, number, purpose)
    return None


def ask_for_phone(turn: Turn, number: str, purpose: Purpose) -> None:
    """Ask for the second factor of a case that this conversation did not submit."""
    turn.say("status_ask_tail")
    turn.card("case_known", number=number)
    turn.expect(CaseRequest(number=number, purpose=purpose))


def ask_for_whole_phone(turn: Turn, problem: ApiProblem, number: str, purpose: Purpose) -> None:
    """The tail was right, and what is to be done changes the case: it wants the whole phone."""
    turn.add(problem.detail)
    turn.card("case_known", number=number)
    turn.expect(CaseRequest(number=number, purpose=purpose))


def in_hand(turn: Turn) -> str | None:
    """The number of the case that was submitted or looked at here; its own conversation needs no second factor."""
    return turn.pending.number if isinstance(turn.pending, CaseInHand) else turn.case_number


def keep_in_hand(turn: Turn, status: CaseStatus) -> None:
    """What is said next may be about this case."""
    before = turn.pending
    is_same = isinstance(before, CaseInHand) and before.number == status.number
    affair = before.affair if isinstance(before, CaseInHand) and is_same else ""
    turn.expect(CaseInHand(number=status.number, item=status.item, affair=affair))


def _number_said(turn: Turn) -> str | None:
    found = CASE_NUMBER.search(turn.text)
    return found[0] if found else _number_pending(turn) or turn.case_number


def _number_pending(turn: Turn) -> str | None:
    return turn.pending.number if isinstance(turn.pending, CaseRequest) else None


async def looked_up(turn: Turn, purpose: Purpose) -> CaseStatus | None:
    """The case's status; None where something is still asked for or the answer was a refusal."""
    if _asked_in_vain(turn):
        await _say_the_way_round(turn, purpose)
        return None
    if _number_said(turn) is None and case_question_in(turn.text) is CaseQuestion.OVERDUE:
        turn.say("status_late", supervise=CONSULT_PHONE)
    number = await _number_of_own(turn, purpose) or number_with_second_factor(turn, purpose)
    if number is None:
        return None
    has_said_phone = _SECOND_FACTOR.search(turn.text) is not None and not tells_new_phone(turn.text)
    intake = await turn.open_intake_id()
    try:
        status = await turn.api.case_status(number, intake, by_phone=has_said_phone)
    except ApiProblem as problem:
        if not has_said_phone and problem.code in _WANTS_A_FACTOR:
            ask_for_phone(turn, number, purpose)
        else:
            _refused_here(turn, problem, purpose, number)
        return None
    turn.case_number = number
    return status


async def _number_of_own(turn: Turn, purpose: Purpose) -> str | None:
    """The one case that this conversation has submitted, where none was named; several are listed before the number is asked for."""
    if purpose != "status" or _number_said(turn) is not None or turn.pending is not None:
        return None
    own = (await turn.api.own_cases(await turn.open_intake_id())).cases
    if len(own) == 1:
        return own[0].number
    if own:
        lines = [say("case_own_line", number=one.number, item=one.item, state=one.state_label) for one in own]
        turn.add("\n".join([say("case_own"), *lines]))
    return None


def _refused_here(turn: Turn, problem: ApiProblem, purpose: Purpose, number: str) -> None:
    """Say that it was not found; the case in hand stays so, since it was only its phone that was wrong."""
    was_in_hand = number == in_hand(turn)
    refused(turn, problem, purpose)
    if was_in_hand:
        turn.case_number = number
        turn.keep_pending()


def _asked_in_vain(turn: Turn) -> bool:
    """Whether the number is said to be lost, or was asked for and what came is neither it nor a second factor."""
    if _number_said(turn) is not None:
        return False
    asked = isinstance(turn.pending, CaseRequest) and not _SECOND_FACTOR.search(turn.text)
    return asked or has_lost_its_number(turn.text)


async def _say_the_way_round(turn: Turn, purpose: Purpose) -> None:
    """Where the number stands, and what is possible without it; it stays asked for."""
    if turn.heard.missed and isinstance(turn.pending, CaseRequest):
        await put_otherwise(turn)
        return
    turn.miss()
    window = await main_window(turn)
    if purpose == "complain":
        turn.say("complain_no_number", supervise=CONSULT_PHONE, site=window.site)
    else:
        turn.say("status_no_number", site=window.site, phone=window.phone, hours=window.hours)
    turn.say("case_number_found")
    turn.expect(CaseRequest(purpose=purpose))


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
    """Show where the case is; it stays in hand."""
    turn.card("progress", status_lines(status), **status.model_dump(mode="json"))
    keep_in_hand(turn, status)


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
