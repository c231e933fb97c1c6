"""Signs of danger: words in their order, found in one pass over a sentence.

A sign is written as in ``signs.yaml``: ``{partner}…{hits_me}`` is a word of one group and, a few characters later in the same
sentence, one of another. Words that stand inside a harmless phrase or after a negation are no signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_REACH = 8
"""Characters that may stand at …."""
_TOKENS = re.compile(r"\{(\w+)\}|(…)|([^{}…]+)")
_SENTENCE_END = re.compile(r"[。!?！？]")
_UNDECIDED = 3
"""Length of 是不是 and its like."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a sign.

    Attributes:
        words: The words of which one stands there.
        reach: Characters that may stand between it and the part before.
    """

    words: frozenset[str]
    reach: int


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that, in this order, tell of a kind of danger."""

    kind: str
    weight: int
    parts: tuple[Part, ...]


def sign(kind: str, weight: int, written: str, groups: Mapping[str, Sequence[str]]) -> Sign:
    """Read one sign.

    Raises:
        KeyError: It names a group that is not there.
    """
    parts: list[Part] = []
    reach = 0
    for group, gap, word in _TOKENS.findall(written):
        if gap:
            reach = _REACH
            continue
        parts.append(Part(frozenset(groups[group] if group else (word,)), reach))
        reach = 0
    return Sign(kind, weight, tuple(parts))


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds given words in a text, by their first characters."""

    words: frozenset[str]
    _by_first: dict[str, tuple[str, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        by_first: dict[str, list[str]] = {}
        for word in sorted(self.words):
            by_first.setdefault(word[0], []).append(word)
        object.__setattr__(self, "_by_first", {first: tuple(words) for first, words in by_first.items()})

    def find(self, text: str) -> dict[str, list[Span]]:
        """Where each word that the text holds stands."""
        found: dict[str, list[Span]] = {}
        by_first = self._by_first
        for start, letter in enumerate(text):
            for word in by_first.get(letter, ()):
                if text.startswith(word, start):
                    found.setdefault(word, []).append((start, start + len(word)))
        return found


def is_negated(text: str, start: int, negations: Sequence[str], undecided: Sequence[str]) -> bool:
    """Whether a word that begins at ``start`` is denied by what stands before it: 没着火, and not 是不是着火."""
    before = text[:start]
    return before.endswith(tuple(negations)) and not before[-_UNDECIDED:].endswith(tuple(undecided))


def within(span: Span, others: Iterable[Span]) -> bool:
    """Whether one of the others covers a span."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def words_of(sign: Sign, text: str, spans: Mapping[str, Sequence[Span]]) -> tuple[str, ...] | None:
    """The words of the text by which it shows a sign; None where it does not."""
    present = set(spans)
    if any(part.words.isdisjoint(present) for part in sign.parts):
        return None
    chains: list[tuple[int, tuple[str, ...]]] = [(-1, ())]
    for part in sign.parts:
        chains = [
            (end, (*words, word))
            for at, words in chains
            for word in part.words & present
            for start, end in spans[word]
            if at < 0 or _follows(text, at, start, part.reach)
        ]
    return min(chains)[1] if chains else None


def _follows(text: str, end: int, start: int, reach: int) -> bool:
    return 0 <= start - end <= reach and not _SENTENCE_END.search(text, end, start)


def any_of(words: Iterable[str]) -> str:
    """An expression for any of some words, the longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
