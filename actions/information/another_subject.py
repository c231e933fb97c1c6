"""A question of something else than the affair in hand is never answered with the affair's own window, fee or papers."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.information.elsewhere import tell_matter
from actions.information.item_facts import tell_of_item
from actions.turn import CONSULT_PHONE, Turn
from api.catalogue.schemas import CandidateView
from api.understanding.schemas import Understanding
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.catalogue.affair import are_siblings
from knowledge.language.aspects import Aspect, asks_whether_needed, aspects_in

LIKELY = 0.4
"""How probable what is named must be, to be told as what may be meant."""

_OF_THE_AFFAIR = frozenset(
    {
        Aspect.WITHOUT,
        Aspect.AGENT,
        Aspect.IN_PERSON,
        Aspect.WHY,
        Aspect.ORDER,
        Aspect.DIFFERENCE,
        Aspect.OPEN_NOW,
    }
)
"""What is asked of the affair even where it names something beside it: 不带户口本行不, 先办哪个."""


async def told_of_another(turn: Turn, affair: str) -> bool:
    """Tell what a question names beside the affair in hand: who does it, or what the item says; else that it is another thing.

    Returns:
        Whether the question is answered, the open question put again.
    """
    heard = await turn.understand()
    if heard.beside is None or not is_of_another(turn.text, heard):
        return False
    if heard.matter is not None and heard.matter.score >= LIKELY:
        tell_matter(turn, heard.matter)
        return True
    if item := likely_item(heard, affair):
        if await tell_of_item(turn, item.id, turn.aspects):
            turn.say("another_item")
        else:
            turn.say("another_item_named", name=item.name)
    elif heard.beside.named:
        turn.say("another_unknown", named=heard.beside.named, phone=CONSULT_PHONE)
    else:
        return False
    pick_up(turn)
    return True


def is_of_another(text: str, heard: Understanding) -> bool:
    """Whether nothing speaks for the affair in hand: neither its own questions nor what is asked."""
    if heard.asked is not None or heard.papers_asked or heard.quoted or asks_whether_needed(text):
        return False
    aspects = set(aspects_in(text))
    return not _OF_THE_AFFAIR & aspects and (bool(aspects) or not asks_whether_it_will_do(text))


def likely_item(heard: Understanding, affair: str) -> CandidateView | None:
    """The other item that a question likely names; a bundle stands before its item, whatever speaks for the bundle."""
    best = max(heard.search.candidates, key=lambda one: one.score, default=None)
    if best is None or best.score < LIKELY or best.id == affair or are_siblings(affair, best.id):
        return None
    return best
