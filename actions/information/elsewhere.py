"""Matters that others do: honestly who does them and how to reach them, then back to what is open."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE, IntakeAction, Turn
from api.elsewhere.schemas import MatterView


class TellMatter(IntakeAction):
    """Who does the matter that is spoken of."""

    def name(self) -> str:
        return "action_elsewhere"

    async def act(self, turn: Turn) -> None:
        matter = (await turn.understand()).matter
        if matter is None:
            pick_up(turn)
        else:
            tell_matter(turn, matter)


def tell_matter(turn: Turn, matter: MatterView) -> None:
    """Who does it and how to reach them, what to do first, and the open question again."""
    say_matter(turn, matter)
    turn.card("elsewhere", **matter.model_dump(mode="json"))
    pick_up(turn)


def say_matter(turn: Turn, matter: MatterView) -> None:
    """Who does it and how to reach them, and what to do first."""
    turn.say("elsewhere_body" if matter.sure else "elsewhere_guess", name=matter.name, body=matter.body)
    turn.add(say("elsewhere_ways", ways=say("elsewhere_between").join(_ways(matter))))
    turn.say("elsewhere_first", first=matter.first)
    if not matter.sure:
        turn.say("elsewhere_otherwise")
    if matter.phone and matter.example:
        turn.say("library_example")


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
