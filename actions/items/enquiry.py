"""A question in the middle of things: answered, then the same open question again."""

from __future__ import annotations

from actions.guide.next_question import go_on, note, put
from actions.guide.open_question import pick_up
from actions.information.another_subject import told_of_another
from actions.information.beside import tell_each
from actions.information.centre import main_window, tell_centre
from actions.information.department import told_department
from actions.information.item_differences import item_lines
from actions.information.item_facts import intended_aspects, tell, tell_of_item, tell_of_option
from actions.information.ladder import put_otherwise
from actions.items.place import take_place
from actions.items.search import find
from actions.pending.model import Meaning
from actions.pending.question import Explainable, ItemChoice, ScenarioQuestion
from actions.reply.options import options_of, or_none
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn
from api.intakes.schemas import IntakeView
from knowledge.guidance.window_names import OF_A_WINDOW
from knowledge.language.asked_beside import questions_in, stated_part
from knowledge.language.aspects import Aspect, names_subject
from knowledge.language.clause import stating_part

_LIKELY_REPLY = 0.65
"""How probable an option must be that is learned, to be taken down beside a question: 不做凉的，就热米粉。能先来看铺面不."""
_SEVERAL = 2
"""Questions of one message from which on each is answered by itself."""


class AskAbout(IntakeAction):
    """Fee, limit, place, hours, phone, materials, conditions, process, basis or result of the affair at hand."""

    def name(self) -> str:
        return "action_ask_about"

    async def act(self, turn: Turn) -> None:
        guessed = intended_aspects(turn)
        if await told_department(turn):
            return
        view = await turn.intake("preview")
        if view.affair is None:
            await _without_affair(turn, turn.aspects or guessed)
            return
        asked = questions_in(turn.text)
        if len(asked) < _SEVERAL and await told_of_another(turn, view.affair.id):
            return
        placed = await take_place(turn, view)
        if placed is not view and not guessed:
            guessed = (Aspect.PLACE,)
        if len(asked) >= _SEVERAL:
            await tell_each(turn, placed, asked)
        else:
            await tell(turn, placed, turn.aspects, guessed=guessed, admits=True)
        noted = await _with_what_is_stated(turn, placed)
        if noted is view:
            pick_up(turn)
        else:
            await go_on(turn, noted)


async def _with_what_is_stated(turn: Turn, view: IntakeView) -> IntakeView:
    """Take down what is surely stated beside a question (我本人来办。执照要先改名吗); it fills gaps and changes nothing that stands."""
    if turn.understood is None or not stating_part(turn.text):
        return view
    pending = turn.pending
    reply = _replied(turn, pending) if isinstance(pending, ScenarioQuestion) else None
    standing = {answer.question for answer in view.answers}
    stated: dict[str, str | None] = {
        one.question: one.value
        for one in turn.understood.facts
        if one.certain and one.question not in standing
    }
    if isinstance(pending, ScenarioQuestion) and reply is not None:
        stated[pending.question] = reply
    if not stated:
        return view
    told = await turn.api.answer(view.id, answers=stated)
    new = [answer for answer in told.answers if answer.question in stated]
    note(turn, new)
    return told if new else view


def _replied(turn: Turn, pending: ScenarioQuestion) -> str | None:
    """What the message answers to the open question beside what it asks, by rule or as it was learned."""
    if (reply := pending.stated(turn.text)) is not None:
        return reply
    heard = turn.understood.option if turn.understood else None
    return heard.value if heard and stated_part(turn.text) and heard.probability >= _LIKELY_REPLY else None


async def _without_affair(turn: Turn, aspects: tuple[Aspect, ...]) -> None:
    if isinstance(turn.pending, ItemChoice) and await _of_what_is_offered(turn, turn.pending, aspects):
        pick_up(turn)
        return
    if OF_A_WINDOW & set(aspects):
        await tell_centre(turn)
    elif names_subject(turn.text):
        await find(turn)
        return
    else:
        turn.say("about_none")
    turn.keep_pending()


async def _of_what_is_offered(turn: Turn, pending: ItemChoice, aspects: tuple[Aspect, ...]) -> bool:
    """Answer what is asked while items are offered of the one that is likely meant: 能上门不？要钱不 at 残疾人证."""
    if names_subject(turn.text):
        result = await turn.found()
        offered = {option.value for option in pending.options}
        if result.decision == "sure" or (
            result.decision == "close" and result.candidates[0].id not in offered
        ):
            return False
    likely = pending.only_item or pending.options[0]
    asked = [one.text for one in questions_in(turn.text)]
    return await tell_of_item(turn, likely.value, aspects, asked if len(asked) >= _SEVERAL else ())


class Explain(IntakeAction):
    """不知道, 为什么问这个: how to find out, why it is asked, and that 不确定 is an answer."""

    def name(self) -> str:
        return "action_explain"

    async def act(self, turn: Turn) -> None:
        if turn.heard.missed:
            await put_otherwise(turn)
            return
        turn.miss(steps=2)
        pending = turn.asked(Explainable)
        if isinstance(pending, ScenarioQuestion):
            turn.say("explain", help=pending.help)
            turn.say("explain_why", why=pending.why)
            put(turn, pending)
        elif isinstance(pending, ItemChoice):
            await _tell_items_apart(turn, pending)
        turn.keep_pending()


async def _tell_items_apart(turn: Turn, pending: ItemChoice) -> None:
    turn.say("explain_items")
    for line in await item_lines(turn, pending):
        turn.add(line)
    turn.list_options(or_none(options_of(pending)), "line")


class TellOptions(IntakeAction):
    """选哪个好, 算堂食吗: a question in reply to a question is answered, and nothing is taken down."""

    def name(self) -> str:
        return "action_tell_options"

    async def act(self, turn: Turn) -> None:
        pending = turn.asked(Explainable)
        if isinstance(pending, ScenarioQuestion):
            await _tell_of_answers(turn, pending)
        elif isinstance(pending, ItemChoice):
            await _tell_items_apart(turn, pending)
        turn.keep_pending()


async def _tell_of_answers(turn: Turn, pending: ScenarioQuestion) -> None:
    """What the item says of it, else how to tell the options apart; the second time in a row who can help to choose."""
    view = await turn.intake("preview")
    about_one = turn.reading.meaning is Meaning.ASKS_ABOUT_OPTION
    told = view.affair is not None and about_one and await tell_of_option(turn, view)
    key = f"options:{pending.question}"
    if turn.answered != key:
        turn.add("" if told else say("explain_options", help=pending.help))
    elif not told:
        window = await main_window(turn)
        turn.say("explain_options_again", why=pending.why, phone=window.phone)
    turn.has_answered(key)
    put(turn, pending, again=True)
