"""A long sentence: the wish stands among family, papers and places, so that it is heard as a whole and against everything else."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from api.catalogue import service as catalogue_service
from api.catalogue.schemas import SearchResult
from api.elsewhere import service as elsewhere_service
from api.elsewhere.schemas import MatterView, Seeking
from api.services import Services
from api.understanding.schemas import AmongView, VagueChoiceView
from knowledge.elsewhere.finder import Found
from knowledge.elsewhere.telling_apart import (
    UNCERTAIN,
    WORTH_ASKING,
    coverage,
    is_babble,
    is_short_story,
    is_story,
    told_apart,
    worth_choosing,
)
from knowledge.language.aspects import wants_something
from knowledge.matching import Candidate, Decision, Match

_MOST_CHOICES = 4
_CLAUSES, _SHORTEST_CLAUSE, _MOST_CLAUSES = re.compile(r"[,，。;；!！?？\s]+"), 4, 8
_WORDS = re.compile(r"[A-Za-z\u3400-\u9fff]")
_SHORTEST_TELLING, _CLEAR = 6, 0.8
"""Characters of a clause that may say by itself what is wanted, and how probable it must be."""
_DATA = re.compile(r"\[[^\[\]]{1,6}\]|\d{6}")
"""A clause with somebody's data or a number of a case says nothing of what is wanted."""
_SURE_OF_ITEM = 0.97
_IN_ITS_WORDS = 0.99
"""From here on the words themselves stand in the catalogue: nobody else does what they say."""


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


async def told_of(
    text: str, services: Services, denied: Collection[str] = (), *, answers: bool = False
) -> Told:
    """The item or matter that a sentence speaks of: a story as a whole, against all that others do as well.

    Args:
        denied: Ids of what was denied before.
        answers: Whether the sentence surely answers what is open, so that the encoder is not asked.
    """
    if not _WORDS.search(text) or is_babble(text):
        nothing = SearchResult(decision="far", candidates=[], distinguishing=None, operations=[], place=None)
        return Told(nothing, None)
    if is_story(text) and not answers:
        return await told_in_story(text, services, denied)
    search = await catalogue_service.searched(text, services, may_ask=not answers)
    if is_short_story(text) and not answers and search.decision != "sure":
        return await told_in_story(text, services, denied)
    may_ask = not answers and not is_surely(search)
    return Told(search, await _matter(text, search, services, may_ask=may_ask))


def is_surely(search: SearchResult) -> bool:
    """Whether an item is so sure that the encoder, which costs as much as all the rest together, is not asked for the others."""
    return search.decision == "sure" and search.candidates[0].score >= _SURE_OF_ITEM


async def _matter(text: str, search: SearchResult, services: Services, *, may_ask: bool) -> MatterView | None:
    if search.decision == "sure" and search.candidates[0].score >= _IN_ITS_WORDS:
        return None
    seeking = Seeking(text=text)
    found = await elsewhere_service.ask(
        seeking, services.elsewhere, services.catalogue, services.encoding, may_ask=may_ask
    )
    return found.matter


async def told_in_story(text: str, services: Services, denied: Collection[str]) -> Told:
    """What a long sentence speaks of, but for what was denied before."""
    catalogue = services.catalogue
    wish = catalogue_service.wish_without_places(text, catalogue)
    told = await _heard_as_a_whole(text, wish, services, denied)
    if not told.candidates or told.candidates[0].score < UNCERTAIN:
        told = await _clearest_clause(text, services, denied) or told
    return Told(
        search=catalogue_service.result_of(_items_of(told, services), text, wish, catalogue),
        matter=_matter_of(told, services),
        among=_among(told, services),
    )


async def _heard_as_a_whole(
    text: str, wish: str, services: Services, denied: Collection[str], *, by_name: bool = True
) -> Match:
    """Items and matters on one scale.

    Args:
        wish: The text without places.
        by_name: Look in its clauses for what is asked for word for word.
    """
    finder = services.elsewhere
    vector = await services.encoding.vector_of(text)
    return told_apart(
        services.holder.matcher.match(wish, vector=vector),
        finder.matcher.match(text, vector=vector),
        lambda key: finder.matter(key) is not None,
        finder.matcher.knows,
        named=_named(text, services) if by_name else (),
        denied=denied,
    )


async def _clearest_clause(text: str, services: Services, denied: Collection[str]) -> Match | None:
    """What one clause says clearly, where the whole says nothing clearly: 唉算了，就问一句，娃转学到镇上小学找谁."""
    clauses = [one for one in _CLAUSES.split(text) if len(one) >= _SHORTEST_TELLING and not _DATA.search(one)]
    clauses = clauses[-_MOST_CLAUSES:]
    heard = [await _heard_as_a_whole(one, one, services, denied, by_name=False) for one in clauses]
    clear = [one for one in heard if one.candidates and one.candidates[0].score >= _CLEAR]
    return max(clear, key=lambda one: one.candidates[0].score, default=None)


def _named(text: str, services: Services) -> set[str]:
    """What the clauses of the sentence ask for: word for word, or surely where they say that something is wanted."""
    own, others = services.holder.matcher, services.elsewhere.matcher
    named: set[str] = set()
    for clause in _CLAUSES.split(text)[:_MOST_CLAUSES]:
        if len(clause) < _SHORTEST_CLAUSE:
            continue
        named.update(own.said_word_for_word(clause), others.said_word_for_word(clause))
        if wants_something(clause) and (found := own.match(clause, limit=1)).decision is Decision.SURE:
            named.update(one.id for one in found.candidates)
    return named


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
    return elsewhere_service.view_of(found, services.elsewhere, services.catalogue) if found else None


def _among(told: Match, services: Services) -> AmongView | None:
    if told.decision is not Decision.CLOSE:
        return None
    offered = worth_choosing(told, _MOST_CHOICES)
    are_items = not any(services.elsewhere.matter(one.id) for one in offered)
    if len(offered) < 2 or (are_items and offered[0].score >= UNCERTAIN):
        return None
    return AmongView(
        probability=coverage(told),
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
