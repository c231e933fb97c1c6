"""A question in the middle of things: answered, then the same open question again."""

from __future__ import annotations

from actions.guide.next_question import put
from actions.guide.open_question import pick_up
from actions.information.centre import OF_THE_CENTRE, tell_centre
from actions.information.department import told_department
from actions.information.elsewhere import REGISTERS_OWN_WORDS, matter_meant, tell_matter
from actions.information.item_facts import tell
from actions.information.library import answered
from actions.items.search import begin, find
from actions.pending.question import Explainable, ScenarioQuestion
from actions.reply.options import options_of, or_none
from actions.turn import IntakeAction, Turn
from knowledge.language.aspects import Aspect, subject_of

_SUBJECT_LETTERS = 2
"""A question names a matter of its own if at least two characters are left without its asking words."""


class AskAbout(IntakeAction):
    """Fee, limit, place, hours, phone, materials, conditions, process, basis or result of the affair at hand."""

    def name(self) -> str:
        return "action_ask_about"

    async def act(self, turn: Turn) -> None:
        aspects = turn.aspects or _intended(turn.intent)
        if turn.answered and await answered(turn):
            return
        if await told_department(turn) or await _asks_of_another_affair(turn):
            return
        view = await turn.intake("preview")
        if (view.affair is None or not turn.aspects) and await answered(turn):
            return
        if view.affair is None:
            await _without_affair(turn, aspects)
            return
        await tell(turn, view, aspects)
        pick_up(turn)


async def _asks_of_another_affair(turn: Turn) -> bool:
    """Whether the sentence names an item or a matter itself (身份证补办多少钱, 公证处在哪); then that is taken up or told.

    While something is open only the register's own words are a matter: 为什么要租房合同 asks about the open affair.
    """
    if len(subject_of(turn.text)) < _SUBJECT_LETTERS:
        return False
    result = await turn.api.search(turn.text)
    matter = await matter_meant(turn, result)
    if matter and matter.sure and (turn.pending is None or matter.score >= REGISTERS_OWN_WORDS):
        tell_matter(turn, matter)
        return True
    if result.decision != "sure":
        return False
    view = await turn.intake()
    if view.affair is not None and view.affair.id == result.candidates[0].id:
        return False
    await begin(turn, result.candidates[0].id, [turn.text])
    return True


async def _without_affair(turn: Turn, aspects: tuple[Aspect, ...]) -> None:
    if OF_THE_CENTRE & set(aspects):
        await tell_centre(turn)
    elif len(subject_of(turn.text)) >= _SUBJECT_LETTERS:
        await find(turn)
        return
    else:
        turn.say("about_none")
    turn.keep_pending()


def _intended(intent: str) -> tuple[Aspect, ...]:
    """The aspect that the classifier heard, where the words alone did not tell."""
    name = intent.removeprefix("ask_")
    return (Aspect(name),) if name in set(Aspect) else ()


class Explain(IntakeAction):
    """不知道, 为什么问这个: how to find out, why it is asked, and that 不确定 is an answer."""

    def name(self) -> str:
        return "action_explain"

    async def act(self, turn: Turn) -> None:
        pending = turn.asked(Explainable)
        if isinstance(pending, ScenarioQuestion):
            turn.say("explain", help=pending.help)
            turn.say("explain_why", why=pending.why)
            put(turn, pending)
        else:
            turn.say("explain_items")
            for option in pending.options:
                turn.say("explain_item", name=option.label, says="、".join(option.says) or option.label)
            turn.list_options(or_none(options_of(pending)), "line")
        turn.keep_pending()
