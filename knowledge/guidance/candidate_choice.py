"""Which of the items that stand close a sentence leaves: by the kind of operation it names and by the facts it states.

狗上个月没了 leaves the cancellation of 养犬登记, because only that item asks why the dog is gone; 不是新办，地址改了 leaves the change.
What all of the items would hear alike tells nothing between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from knowledge.base.frozen import Frozen
from knowledge.catalogue.affair import Catalogue
from knowledge.language.clause import clauses_of
from knowledge.language.polarity import is_negated
from knowledge.language.stated_facts import Fact, stated

_FILE = Path(__file__).parent / "operations_said.yaml"
_OF_AN_OPERATION = 2
"""Facts that the name of an operation is worth."""


class _Operation(Frozen):
    operations: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """What a sentence leaves of several items.

    Attributes:
        items: In the order they were offered; fewer than were offered.
        because: The words that tell.
    """

    items: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """Kinds of operation that a text names, each with its words, and those it denies."""

    meant: dict[str, str]
    denied: dict[str, str]


@lru_cache(maxsize=1)
def _operations() -> dict[str, _Operation]:
    return TypeAdapter(dict[str, _Operation]).validate_python(
        yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    )


def left_of(text: str, offered: Sequence[str], catalogue: Catalogue) -> Left | None:
    """The items that a normalised sentence leaves of those offered; None where it tells nothing between them."""
    named = _named_in(text)
    kinds = {item: _kinds_of(item, catalogue) for item in offered}
    heard = _told_apart({item: _facts(text, item, catalogue) for item in offered})
    scores = {item: _score(kinds[item], heard[item], named) for item in offered}
    most = max(scores.values(), default=0)
    left = tuple(item for item in offered if scores[item] == most)
    if not left or len(left) == len(offered):
        return None
    words = [fact.because for item in left for fact in heard[item]]
    words += [named.meant[kind] for item in left for kind in kinds[item] if kind in named.meant]
    return Left(left, tuple(dict.fromkeys(words or named.denied.values())))


def _facts(text: str, item: str, catalogue: Catalogue) -> tuple[Fact, ...]:
    affair = catalogue.affair(item)
    return stated(text, affair, catalogue) if affair else ()


def _told_apart(heard: dict[str, tuple[Fact, ...]]) -> dict[str, list[Fact]]:
    """The facts of each item that not every item hears from the same words."""
    words = [{fact.because for fact in facts} for facts in heard.values()]
    common = set.intersection(*words) if words else set()
    return {item: [fact for fact in facts if fact.because not in common] for item, facts in heard.items()}


def _score(kinds: frozenset[str], facts: Sequence[Fact], named: _Named) -> int:
    if kinds & named.denied.keys() and not kinds & named.meant.keys():
        return -1
    return _OF_AN_OPERATION * len(kinds & named.meant.keys()) + len({fact.because for fact in facts})


def _named_in(text: str) -> _Named:
    named = _Named({}, {})
    for clause in clauses_of(text):
        if clause.supposes:
            continue
        said = [
            (kind, words, at)
            for kind, operation in _operations().items()
            for words in operation.says
            if (at := clause.text.find(words)) >= 0
        ]
        for kind, words, at in said:
            if any(at >= start and words in longer and words != longer for _, longer, start in said):
                continue
            denied = is_negated(clause.text[:at]) and not words.startswith(("没", "不"))
            (named.denied if denied else named.meant)[kind] = words
    return named


@lru_cache(maxsize=4096)
def _kinds_said(name: str) -> frozenset[str]:
    return frozenset(
        kind
        for kind, operation in _operations().items()
        if any(words in name for words in operation.operations)
    )


def _kinds_of(item: str, catalogue: Catalogue) -> frozenset[str]:
    """The kinds of operation by the operation's own name and what stands in the brackets of the item's name."""
    known = catalogue.items.get(item)
    if known is None:
        return frozenset()
    return _kinds_said(f"{known.operation} {known.name.partition('（')[2]}")
