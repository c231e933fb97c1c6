"""What a question names that the affair in hand does not know: 丧葬费去哪领, asked while a household registration is cancelled.

A question is of the affair in hand unless its words say otherwise. They do where they are words by which other items or matters are
called, or are shaped like the name of a licence, a paper or a payment, and stand nowhere in what the catalogue says of the affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.answers.item_sentence import one_word_each, sentences_of
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.language.aspects import subject_of
from knowledge.privacy.common_words import CommonWords, common_words

FILE = Path(__file__).parents[1] / "language" / "other_subject.yaml"

_SHORTEST, _LONGEST = 2, 14
"""Characters of a word, and of a name without its end."""
_CLAUSE_END = re.compile(r"[,，。;；!！?？、\s]+")
_LETTERS = re.compile(r"[A-Za-z\u3400-\u9fff]")
_MOST_KEPT = 256
"""Affairs whose words are kept at a time."""


@dataclass(frozen=True, slots=True)
class OtherSubject:
    """What a question speaks of beside the affair in hand.

    Attributes:
        words: Words by which others are called and that the affair does not know.
        named: What is shaped like a name, to be said back; empty where nothing is.
    """

    words: tuple[str, ...]
    named: str = ""


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The data of ``other_subject.yaml``.

    Attributes:
        ordinary: Words that say nothing of what is meant, although others are called by them.
        end: With what a name ends.
        lead: Words that stand before a name and are none of it.
    """

    ordinary: frozenset[str]
    end: re.Pattern[str]
    lead: frozenset[str]


@cache
def _shapes() -> _Shapes:
    raw: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    ends = "|".join(sorted(raw["ends"], key=len, reverse=True))
    return _Shapes(
        ordinary=frozenset(raw["ordinary"]),
        end=re.compile(f"(?:{ends})(?!{ends})"),
        lead=frozenset(raw["lead"]),
    )


class SubjectWords:
    """Knows by which words items and matters are called, and which of them an affair knows.

    Args:
        catalogue: Items and bundles, whose names and aliases are taken.
        others: Names and phrasings of what others do.
    """

    def __init__(self, catalogue: Catalogue, others: Iterable[str]) -> None:
        self._catalogue = catalogue
        self._cut = common_words()
        self._called = frozenset(_words((*_called(catalogue), *others), self._cut))
        self._texts: dict[str, str] = {}

    def beside(self, text: str, affair: Affair) -> OtherSubject | None:
        """What a question speaks of that the affair does not know; None where nothing."""
        known = self._known(affair)
        clauses = [one_word_each(clause) for clause in _CLAUSE_END.split(text)]
        found = _words(map(subject_of, clauses), self._cut)
        words = tuple(
            word
            for word in dict.fromkeys(found)
            if word in self._called and word not in _shapes().ordinary and word not in known
        )
        names = (name for clause in clauses for name in _names(clause, self._cut))
        named = next((name for name in names if not _is_known(name, known)), "")
        return OtherSubject(words, named) if words or named else None

    def _known(self, affair: Affair) -> str:
        if affair.id not in self._texts:
            if len(self._texts) >= _MOST_KEPT:
                self._texts.clear()
            self._texts[affair.id] = one_word_each("\n".join(_said_of(affair, self._catalogue)))
        return self._texts[affair.id]


def _called(catalogue: Catalogue) -> Iterator[str]:
    for offered in (catalogue.items, catalogue.bundles):
        for one in offered.values():
            yield from (one.name, *one.aliases)


def _words(texts: Iterable[str], cut: CommonWords) -> Iterator[str]:
    for text in texts:
        for part in re.findall(r"[A-Za-z]+|[\u3400-\u9fff]+", one_word_each(text)):
            words = [part] if part.isascii() else [word.text for word in cut.words(part)]
            yield from (word for word in words if len(word) >= _SHORTEST and _LETTERS.search(word))


def _said_of(affair: Affair, catalogue: Catalogue) -> Iterator[str]:
    """Everything that the catalogue says of an affair, in which its words may stand."""
    yield affair.name
    if affair.is_bundle:
        yield from catalogue.bundles[affair.id].aliases
    for part in affair.parts:
        item = part.item
        yield from (item.name, *item.aliases)
        yield from (text for faq in item.questions for text in (faq.question, faq.answer, *faq.says))
        yield from (catalogue.items[one].name for one in item.prerequisites if one in catalogue.items)
        for needed in item.materials:
            paper = catalogue.materials[needed.material]
            yield from (paper.name, paper.issued_by, needed.because)
        if item.result is not None:
            yield item.result.name
    for asked in affair.asks:
        question = catalogue.questions[asked.question]
        yield from (question.text, question.why)
        yield from (text for option in question.options.values() for text in (option.label, *option.says))
    yield from (sentence.text for sentence in sentences_of(affair, catalogue))


def _names(text: str, cut: CommonWords) -> Iterator[str]:
    """What is shaped like the name of a licence, a paper or a payment, without what leads to it."""
    for found in _shapes().end.finditer(text):
        before = re.search(r"[\u3400-\u9fff]*$", text[: found.start()])
        words = [word.text for word in cut.words(before[0])] if before and before[0] else []
        start = max((n + 1 for n, word in enumerate(words) if word in _shapes().lead), default=0)
        own = "".join(words[start:])
        if _SHORTEST <= len(own) <= _LONGEST:
            yield own + found[0]


def _is_known(name: str, known: str) -> bool:
    """Whether at least half of a name's pairs of characters stand in what is said of the affair."""
    pairs = [name[n : n + 2] for n in range(len(name) - 1)]
    return sum(pair in known for pair in pairs) * 2 >= len(pairs)
