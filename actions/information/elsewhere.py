"""Matters that others do: honestly who does them and how to reach them, then back to what is open."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.pending.menu import DepartmentChoice
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE, IntakeAction, Turn
from api.elsewhere.schemas import TOLD, MatterView
from knowledge.language.aspects import Aspect


class TellMatter(IntakeAction):
    """Who does the matter that is spoken of."""

    def name(self) -> str:
        return "action_elsewhere"

    async def act(self, turn: Turn) -> None:
        heard = await turn.understand()
        if heard.matter is None:
            pick_up(turn)
        elif heard.told is not None and heard.told.id == heard.matter.id:
            _tell_more(turn, heard.told)
        else:
            tell_matter(turn, heard.matter)


class AskAboutMatter(IntakeAction):
    """要带啥, 一个月给多少, after a matter was told that others do: what is known of it, else who knows."""

    def name(self) -> str:
        return "action_ask_about_matter"

    async def act(self, turn: Turn) -> None:
        told = (await turn.understand()).told
        if told is None:
            pick_up(turn)
        else:
            _tell_more(turn, told)


_REACHES = frozenset({Aspect.PLACE, Aspect.PHONE, Aspect.HOURS, Aspect.OPEN_NOW})
_BRINGS = frozenset({Aspect.MATERIALS, Aspect.CONDITIONS, Aspect.PROCESS})
_AGAIN = ":again"


def _tell_more(turn: Turn, matter: MatterView) -> None:
    """What is asked of a matter told just before, never the same sentence as then."""
    aspects = set(turn.aspects)
    ways = say("elsewhere_between").join(_ways(matter))
    again = (turn.answered or "").endswith(_AGAIN)
    if aspects & _BRINGS:
        turn.say("matter_brings", first=matter.first, body=matter.body, ways=ways)
    elif aspects & _REACHES or turn.intent == "affirm":
        turn.say("matter_reached", name=matter.name, body=matter.body, ways=ways)
    elif again:
        turn.say("matter_unknown_again", body=matter.body, first=matter.first, ways=ways)
    else:
        turn.say("matter_unknown", name=matter.name, body=matter.body, ways=ways)
    turn.has_answered(f"{TOLD}{matter.id}{_AGAIN}")
    if matter.phone and matter.example:
        turn.say("library_example")
    _go_on(turn)


def _go_on(turn: Turn) -> None:
    """The open question again; the departments of whoever was not understood are no use once he was."""
    if not isinstance(turn.pending, DepartmentChoice):
        pick_up(turn)


def tell_matter(turn: Turn, matter: MatterView) -> None:
    """Who does it and how to reach them, what to do first, and the open question again."""
    say_matter(turn, matter)
    turn.card("elsewhere", **matter.model_dump(mode="json"))
    _go_on(turn)


def say_matter(turn: Turn, matter: MatterView) -> None:
    """Who does it and how to reach them, and what to do first."""
    turn.say("elsewhere_body" if matter.sure else "elsewhere_guess", name=matter.name, body=matter.body)
    turn.add(say("elsewhere_ways", ways=say("elsewhere_between").join(_ways(matter))))
    turn.say("elsewhere_first", first=matter.first)
    if not matter.sure:
        turn.say("elsewhere_otherwise")
    if matter.phone and matter.example:
        turn.say("library_example")
    turn.has_answered(TOLD + matter.id)


def _ways(matter: MatterView) -> list[str]:
    """Every way to reach who does it; 12345 where none is known."""
    ways = []
    if matter.hotline:
        ways.append(say("elsewhere_hotline", hotline=matter.hotline))
    if matter.phone:
        ways.append(say("elsewhere_department", department=matter.department, phone=matter.phone))
    if matter.online:
        ways.append(say("elsewhere_online", online=matter.online))
    return ways or [say("elsewhere_unknown", phone=CONSULT_PHONE)]
