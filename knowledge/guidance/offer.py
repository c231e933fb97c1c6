"""What to offer for a match: alone, or with the life-cycle bundle it belongs to.

Who says 「我想开个小饭馆」 may want only the food licence, or everything that a restaurant takes. The matcher knows names and phrasings; that one
wish stands behind an item and a bundle is known from the catalogue, so it is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Bundle
from knowledge.matching import Decision, Match

MOST_OFFERED = 4
_LEAST_SCORE = 0.02
"""A bundle that the matcher itself ranks below this is not in play by its score."""

_EVERYTHING = re.compile(r"一件事|一条龙|全套|全部手续|所有手续|一次办|一起办|打包|从头到尾|一站式")


@dataclass(frozen=True, slots=True)
class Offer:
    """The decision after looking at bundles.

    Attributes:
        ids: Candidates, best first.
        distinguishing: What the offered options differ by; ``bundle`` where it is one or everything.
    """

    decision: Decision
    ids: tuple[str, ...]
    distinguishing: str | None


def offer(match: Match, text: str, catalogue: Catalogue) -> Offer:
    """Widen a match by the bundle of its best item, where the applicant may mean either.

    Args:
        text: The normalised sentence.
    """
    ids = tuple(candidate.id for candidate in match.candidates)
    plain = Offer(match.decision, ids, match.distinguishing)
    if match.decision not in (Decision.SURE, Decision.CLOSE) or not ids:
        return plain
    if match.decision is Decision.SURE and (siblings := _bare_main_item(text, match, catalogue)):
        return Offer(Decision.CLOSE, siblings, "operation")
    bundle = _bundle_in_play(match, catalogue)
    if bundle is None:
        return plain
    if _EVERYTHING.search(text):
        return Offer(Decision.SURE, _first(bundle.id, ids), None)
    if _names_the_item(text, ids[0], catalogue):
        return plain
    return Offer(Decision.CLOSE, _with_parts(bundle, ids, catalogue), "bundle")


def _bare_main_item(text: str, match: Match, catalogue: Catalogue) -> tuple[str, ...]:
    """The operations of a main item of which the sentence says no more than its name (食品经营许可证, 护照), the likeliest first.

    The main item alone is not an answer: 新办 is not 延续 is not 补办.
    """
    best = catalogue.items.get(match.candidates[0].id)
    if best is None:
        return ()
    name = normalise(best.main_name)
    bare = (name in text and len(text) <= len(name) + _SUFFIX) or (len(text) >= _SHORT_NAME and text in name)
    says_operation = any(operation not in name for operation in match.operations)
    siblings = [item.id for item in catalogue.items.values() if item.main == best.main]
    if not bare or says_operation or len(siblings) < 2:
        return ()
    found = [candidate.id for candidate in match.candidates if candidate.id in siblings]
    return tuple(dict.fromkeys([*found, *siblings]))[:MOST_OFFERED]


_SUFFIX = 1
"""食品经营许可 is called 食品经营许可证."""

_SHORT_NAME = 2
"""普通护照 is called 护照."""


def _bundle_in_play(match: Match, catalogue: Catalogue) -> Bundle | None:
    """The bundle that is itself the best candidate, or that the best item is part of and that fits the sentence too."""
    best = match.candidates[0].id
    if best in catalogue.bundles:
        return catalogue.bundles[best]
    scores = {candidate.id: candidate.score for candidate in match.candidates[:MOST_OFFERED]}
    for bundle in catalogue.bundles.values():
        if best in {part.item for part in bundle.parts}:
            same_wish = bool(bundle.scenario) and bundle.scenario == catalogue.items[best].scenario
            if same_wish or scores.get(bundle.id, 0.0) >= _LEAST_SCORE:
                return bundle
    return None


def _names_the_item(text: str, item: str, catalogue: Catalogue) -> bool:
    """Whether the sentence says the item's or bundle's own name, so that nothing wider is meant."""
    known = catalogue.items.get(item)
    name = known.main_name if known else catalogue.bundles[item].name
    return normalise(name) in text


def _with_parts(bundle: Bundle, ids: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The bundle, the best item, then the bundle's other items, those the matcher found before the rest."""
    parts = [part.item for part in bundle.parts if part.item in catalogue.items]
    found = [item for item in ids if item in parts]
    return tuple(dict.fromkeys([bundle.id, *found, *parts]))[:MOST_OFFERED]


def _first(best: str, ids: Sequence[str]) -> tuple[str, ...]:
    return (best, *(item for item in ids if item != best))
