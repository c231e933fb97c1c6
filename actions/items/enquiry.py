"""A question in the middle of things: answered, then the same open question again."""

from __future__ import annotations

from actions.guide.next_question import put
from actions.guide.open_question import pick_up
from actions.information.centre import OF_THE_CENTRE, tell_centre
from actions.information.department import told_department
from actions.information.item_facts import intended_aspects, tell
from actions.information.ladder import put_otherwise
from actions.items.search import find
from actions.pending.question import Explainable, ScenarioQuestion
from actions.reply.options import options_of, or_none
from actions.turn import IntakeAction, Turn
from knowledge.language.aspects import Aspect, names_subject


class AskAbout(IntakeAction):
    """Fee, limit, place, hours, phone, materials, conditions, process, basis or result of the affair at hand."""

    def name(self) -> str:
        return "action_ask_about"

    async def act(self, turn: Turn) -> None:
        aspects = turn.aspects or intended_aspects(turn.intent)
        if await told_department(turn):
            return
        view = await turn.intake("preview")
        if view.affair is None:
            await _without_affair(turn, aspects)
            return
        await tell(turn, view, aspects, admits=True)
        pick_up(turn)


async def _without_affair(turn: Turn, aspects: tuple[Aspect, ...]) -> None:
    if OF_THE_CENTRE & set(aspects):
        await tell_centre(turn)
    elif names_subject(turn.text):
        await find(turn)
        return
    else:
        turn.say("about_none")
    turn.keep_pending()


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
        else:
            turn.say("explain_items")
            for option in pending.options:
                turn.say("explain_item", name=option.label, says="、".join(option.says) or option.label)
            turn.list_options(or_none(options_of(pending)), "line")
        turn.keep_pending()
