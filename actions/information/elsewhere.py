"""Matters that others do: honestly who does them and how to reach them, then back to what is open."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE, Turn
from api.catalogue.schemas import SearchResult
from api.elsewhere.schemas import MatterView

ITEMS_OWN_WORDS = 0.99
"""From here on the words themselves stand in the catalogue."""

REGISTERS_OWN_WORDS = 1.0
"""The words themselves stand in the register."""


async def matter_meant(turn: Turn, result: SearchResult) -> MatterView | None:
    """The matter that the sentence speaks of; None where an item of the centre is likelier.

    Args:
        result: What the search for an item found.
    """
    best = result.candidates[0].score if result.candidates else 0.0
    sure_item = result.decision == "sure"
    if sure_item and best >= ITEMS_OWN_WORDS:
        return None
    matter = (await turn.api.ask_elsewhere(turn.text)).matter
    if matter is None or (matter.score <= best and (sure_item or not matter.sure)):
        return None
    return matter if matter.sure or not sure_item else None


def tell_matter(turn: Turn, matter: MatterView) -> None:
    """Who does it and how to reach them, what to do first, and the open question again."""
    turn.say("elsewhere_body" if matter.sure else "elsewhere_guess", name=matter.name, body=matter.body)
    turn.add(say("elsewhere_ways", ways=say("elsewhere_between").join(_ways(matter))))
    turn.say("elsewhere_first", first=matter.first)
    if not matter.sure:
        turn.say("elsewhere_otherwise")
    if matter.phone and matter.example:
        turn.say("library_example")
    turn.card("elsewhere", **matter.model_dump(mode="json"))
    pick_up(turn)


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
