"""Name, identity number, phone: the channel has put them away already; here is said what arrived, what is taken back, what is missing."""

from __future__ import annotations

import re

from actions.guide.confirmation import confirm
from actions.guide.next_question import offer_menu
from actions.guide.open_question import pick_up
from actions.guide.persons import labels, shown
from actions.information.centre import main_window
from actions.information.item_facts import intended_aspects, tell
from actions.pending.menu import NextStepMenu
from actions.pending.submission import Confirmation, ContactRequest
from actions.submission.check_out import check_out, say_what_is_next
from actions.submission.concern import answer_concern, forget
from actions.submission.declared import means_to_go_on, say_where_written, take_declaration
from actions.turn import IntakeAction, Turn
from api.intakes.schemas import IntakeView
from knowledge.guidance.form_fields import form_field_in
from knowledge.language.aspects import Aspect
from knowledge.persons.concerns import Concern, concern_in
from knowledge.persons.denial import denied, denies_something
from knowledge.persons.misplaced import Misplaced, misplaced_in
from knowledge.privacy.kinds import TOKEN, UNIDENTIFIED, Personal

_WITH_THE_LIST = (Concern.READ_BACK, Concern.MISSING, Concern.GIVEN)
"""Answered by the list of what is there or missing."""


_ASKS = re.compile(
    r"[吗么呢嘛?？]|会不会|能不能|可不可|是不是|有没有|得唔得|系咪|行不|中不|为[什啥]|怎么|咋|哪|啥"
)
"""A question of which nobody knew the answer."""

_ABOUT_DATA = re.compile(
    r"身份证|证件|号码?|电话|手机|姓名|名字|信息|资料|隐私|填|网上|留|给你|给您|登记|写(?:上|啥|什么)"
)
"""What is asked is about the data, and not about the affair."""

_WAYS_TO_ASK = 3
_OF_THE_DATA = (Aspect.PHONE, Aspect.WITHOUT, Aspect.MATERIALS, Aspect.WHY, Aspect.IF_LOST)
"""What is said while data are given is about these (电话…, 材料…), and asks nothing of the affair."""


class Contact(IntakeAction):
    """Contact data, corrections of them, and what is asked about them."""

    def name(self) -> str:
        return "action_contact"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake("gaps")
        received = say_received(turn, view)
        problems = say_problems(turn)
        taken_back = await _put_right(turn, view, received)
        if taken_back:
            view = await turn.intake("gaps")
        declared = await take_declaration(turn, view) if received or problems else None
        if received and (field := form_field_in(turn.text)):
            await say_where_written(turn, view, field)
        view = declared or view
        if view.affair is None and turn.case_number and not problems and denied(turn.text):
            turn.say("contact_after_submission", number=turn.case_number)
        elif received or problems or taken_back:
            await _go_on(turn, view, bool(received), again=problems)
        elif concern := concern_in(turn.text):
            await _answer(turn, view, concern)
        else:
            await _nothing(turn, view)


def say_received(turn: Turn, view: IntakeView) -> list[str]:
    """What arrived, masked and with whose it is, so that it can be put right at once."""
    received = [kind for kind in turn.metadata.get("received", []) if kind in view.contact]
    if received:
        turn.say("contact_received", fields=shown(view, received))
    return received


def say_problems(turn: Turn) -> bool:
    """What is wrong with data that were given."""
    problems = turn.metadata.get("contact_problems", [])
    for problem in problems:
        turn.say("contact_problem", message=problem["message"])
    return bool(problems)


async def _put_right(turn: Turn, view: IntakeView, received: list[str]) -> bool:
    """What is said of the data that are there: whose they are, or that they are wrong."""
    if _somebody_acts(view) and not received and (told := misplaced_in(turn.text)):
        after = await turn.api.give_to_owner(view.id, turn.text)
        if after.contact != view.contact:
            _say_moved(turn, view, after)
            return True
        there = [kind for kind in _fields_of(told) if kind in view.contact]
        if told.of and there and (told.not_of or concern_in(turn.text) is None):
            turn.say("contact_owner_now", fields=shown(view, there))
            return True
    return await _take_back(turn, view, received)


def _somebody_acts(view: IntakeView) -> bool:
    """Whether the data are of two people; those of one are either right or wrong."""
    return Personal.AGENT_NAME in view.contact_labels


def _say_moved(turn: Turn, before: IntakeView, after: IntakeView) -> None:
    """Whose it is now, or that it is nobody's."""
    moved = [kind for kind, value in after.contact.items() if before.contact.get(kind) != value]
    if moved:
        turn.say("contact_moved", fields=shown(after, moved))
    else:
        gone = [kind for kind in before.contact if kind not in after.contact]
        turn.say("contact_denied", fields=labels(before, gone))


def _fields_of(told: Misplaced) -> tuple[Personal, Personal]:
    return told.kind, told.kind.of_agent


async def _take_back(turn: Turn, view: IntakeView, received: list[str]) -> bool:
    """Clear what the message denies and gives no new value for; a value that is named and denied at once is in neither place."""
    new = {Personal(kind).plain for kind in received}
    gone = [
        kind.value
        for kind in sorted(denied(turn.text))
        if kind.value in view.contact and kind.plain not in new
    ]
    if not gone:
        return False
    turn.say("contact_denied", fields=labels(view, gone))
    await forget(turn, view, gone)
    if concern_in(turn.text) is Concern.OTHERS_PHONE:
        turn.say("concern_others_phone")
    return True


async def _go_on(turn: Turn, view: IntakeView, received: bool, *, again: bool) -> None:
    waiting = turn.pending is not None and turn.pending.takes_contact
    if view.affair is None:
        turn.say("contact_kept" if received else "contact_wish")
    elif view.notice is None or not (waiting or turn.pending is None or _is_at_the_menu(turn)):
        pick_up(turn)
    else:
        await _answer_beside(turn, view)
        if _is_at_the_menu(turn) and not means_to_go_on(turn.text):
            await say_what_is_next(turn, view)
        else:
            await check_out(turn, view)
    if again and waiting:
        turn.expect(ContactRequest(papers=turn.papers_asked))


def _is_at_the_menu(turn: Turn) -> bool:
    return isinstance(turn.pending, NextStepMenu)


async def _answer_beside(turn: Turn, view: IntakeView) -> None:
    """What is asked in the same breath as the data are given: 能网上弄不."""
    if concern_in(turn.text) is Concern.NO_NUMBER_YET:
        await answer_concern(turn, view, Concern.NO_NUMBER_YET)
    if asked := [aspect for aspect in turn.aspects if aspect not in _OF_THE_DATA]:
        await tell(turn, view, asked)


async def _answer(turn: Turn, view: IntakeView, concern: Concern) -> None:
    """What is asked about the data, and then the open question again in other words."""
    if concern is Concern.GIVEN and view.contact:
        turn.say("contact_there", fields=shown(view, view.contact))
    elif concern is Concern.GIVEN and view.affair is not None:
        turn.say("contact_not_there")
    if concern in _WITH_THE_LIST and view.affair is not None:
        await check_out(turn, view)
        return
    view = await answer_concern(turn, view, concern)
    if concern is Concern.LATER and isinstance(turn.pending, Confirmation):
        offer_menu(turn)
    elif concern is Concern.LATER:
        turn.keep_pending_unsaid()
    else:
        _ask_again(turn, view)


def _ask_again(turn: Turn, view: IntakeView) -> None:
    """The open question in other words: what is missing, or the word to submit."""
    missing = list(view.contact_needed)
    if isinstance(turn.pending, Confirmation) and not missing:
        turn.say("submit_still_open")
        turn.keep_pending()
    elif missing and view.affair is not None:
        times = _times(turn)
        turn.say(f"contact_still_missing_{times % _WAYS_TO_ASK}", fields=labels(view, missing))
        turn.expect(ContactRequest(times=times + 1, papers=turn.papers_asked))
    else:
        pick_up(turn)


async def _nothing(turn: Turn, view: IntakeView) -> None:
    """Neither data nor a question about them: what is wrong is asked, or the data once more, never twice in the same words."""
    if denies_something(turn.text) and view.contact:
        turn.say("contact_which_wrong", fields=shown(view, view.contact))
        turn.expect(ContactRequest(papers=turn.papers_asked))
    elif _is_confirming(turn, view):
        if UNIDENTIFIED in turn.text:
            turn.say("contact_unheard")
        confirm(turn, turn.asked(Confirmation).act, papers=turn.papers_asked)
        turn.say("submit_still_open")
    elif view.affair is None and turn.case_number:
        turn.say("contact_after_submission", number=turn.case_number)
    elif view.affair is None:
        turn.say("contact_wish")
    else:
        await _ask_in_other_words(turn, view)


def _is_confirming(turn: Turn, view: IntakeView) -> bool:
    """Whether the word to submit is what is open, and nothing is missing but it."""
    beside = TOKEN.search(turn.text) is not None or UNIDENTIFIED in turn.text
    return isinstance(turn.pending, Confirmation) and beside and not view.contact_needed


async def _ask_in_other_words(turn: Turn, view: IntakeView) -> None:
    times = _times(turn)
    if _ASKS.search(turn.text):
        if _ABOUT_DATA.search(turn.text):
            turn.say("contact_in_general")
        else:
            await tell(turn, view, (*turn.aspects, *intended_aspects(turn)), admits=True)
        _ask_again(turn, view)
        return
    missing = view.contact_needed
    if not missing:
        turn.say("contact_unheard")
        await check_out(turn, view)
        return
    if times % 3 == 0:
        turn.say("contact_nothing", fields=labels(view, missing))
    elif times % 3 == 1:
        turn.say("contact_one_by_one", first=labels(view, missing[:1]))
    else:
        window = await main_window(turn)
        turn.say("contact_way_round", phone=window.phone, site=window.site, hours=window.hours)
    turn.expect(ContactRequest(times=times + 1, papers=turn.papers_asked))


def _times(turn: Turn) -> int:
    """How often the data were asked for in vain."""
    return (turn.pending.times or 0) if isinstance(turn.pending, ContactRequest) else 0
