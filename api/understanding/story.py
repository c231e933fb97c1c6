"""A long sentence: the wish stands among family, papers and places, so that it is heard as a whole and against everything else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from api.catalogue import service as catalogue_service
from api.catalogue.schemas import SearchResult
from api.elsewhere.schemas import MatterView
from api.elsewhere.service import view_of
from api.services import Services
from api.understanding.schemas import AmongView, VagueChoiceView
from knowledge.elsewhere.finder import Found
from knowledge.elsewhere.telling_apart import WORTH_ASKING, told_apart, worth_choosing
from knowledge.matching import Candidate, Decision, Match

_MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence speaks of.

    Attributes:
        search: The items of the centre.
        matter: The matter that others do; None where none is likely.
        among: What it may be where items and matters stand close.
    """

    search: SearchResult
    matter: MatterView | None
    among: AmongView | None = None


async def told_in_story(text: str, services: Services) -> Told:
    """What a long sentence speaks of."""
    catalogue, finder = services.catalogue, services.elsewhere
    wish = catalogue_service.wish_without_places(text, catalogue)
    vector = await services.encoding.vector_of(text)
    items = services.holder.matcher.match(wish, vector=vector)
    both = finder.matcher.match(text, vector=vector)
    told = told_apart(items, both, lambda key: finder.matter(key) is not None, finder.matcher.knows)
    return Told(
        search=catalogue_service.result_of(_items_of(told, services), text, wish, catalogue),
        matter=_matter_of(told, services),
        among=_among(told, services),
    )


def _items_of(told: Match, services: Services) -> Match:
    """The items alone; sure only where one of them is the likeliest of all."""
    items = tuple(one for one in told.candidates if catalogue_service.offer(one.id, services.catalogue))
    if not items or items[0].score < WORTH_ASKING:
        return replace(told, decision=Decision.FAR, candidates=items)
    sure = told.decision is Decision.SURE and items[0] is told.candidates[0]
    return replace(told, decision=Decision.SURE if sure else Decision.CLOSE, candidates=items)


def _matter_of(told: Match, services: Services) -> MatterView | None:
    """The matter, where one is the likeliest of all."""
    if not told.candidates:
        return None
    best = told.candidates[0]
    matter = services.elsewhere.matter(best.id)
    found = Found(matter, best.score) if matter else None
    return view_of(found, services.elsewhere, services.catalogue) if found else None


def _among(told: Match, services: Services) -> AmongView | None:
    if told.decision is not Decision.CLOSE:
        return None
    offered = worth_choosing(told, _MOST_CHOICES)
    if len(offered) < 2 or not any(services.elsewhere.matter(one.id) for one in offered):
        return None
    return AmongView(
        probability=min(1.0, sum(one.score for one in offered)),
        choices=[_choice(one, services) for one in offered],
    )


def _choice(one: Candidate, services: Services) -> VagueChoiceView:
    """A line that says what it is and who does it."""
    matter = services.elsewhere.matter(one.id)
    if matter is not None:
        body = services.elsewhere.register.body_of(matter).name
        return VagueChoiceView(label=f"{matter.name}（找{body}）", says=matter.name)
    item = catalogue_service.offer(one.id, services.catalogue)
    name = item.name if item else one.id
    return VagueChoiceView(label=f"{name}（在这里办）", says=name)
