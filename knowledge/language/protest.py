"""Protests against an answer that was taken down: 你咋记成否, 冷食那个记错了, 我没说租赁; and 改过来没有, which asks what stands.

Which of the answers that stand is meant follows from what the protest names: the answer itself, words of its question, or both. The words
are data (``protest.yaml``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.language.answer_change import Asked, questions_meant
from knowledge.language.answer_polarity import shared_words
from knowledge.language.choice import Offered, choose
from knowledge.language.clause import clauses_of

_FILE = Path(__file__).with_suffix(".yaml")
_FAR_MORE = 2


class _Raw(Frozen):
    noted_as: tuple[str, ...]
    by: str
    objects: str
    wrong: tuple[str, ...]
    never_said: tuple[str, ...]
    not_said: tuple[str, ...]
    asks_back: tuple[str, ...]
    who_goes: str
    of_who_goes: str
    that_one: str


@dataclass(frozen=True, slots=True)
class _Words:
    noted_as: Sequence[re.Pattern[str]]
    by: re.Pattern[str]
    objects: re.Pattern[str]
    wrong: Sequence[re.Pattern[str]]
    never_said: Sequence[re.Pattern[str]]
    not_said: Sequence[re.Pattern[str]]
    asks_back: Sequence[re.Pattern[str]]
    who_goes: re.Pattern[str]
    of_who_goes: re.Pattern[str]
    that_one: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Protest:
    """An answer that stands and is said to be wrong.

    Attributes:
        question: Its id.
        instead: The other answer, where there are two; None where another has to be asked for.
    """

    question: str
    instead: str | None


@cache
def _words() -> _Words:
    raw = _Raw.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))

    def each(expressions: Sequence[str]) -> Sequence[re.Pattern[str]]:
        return [re.compile(one) for one in expressions]

    return _Words(
        each(raw.noted_as),
        re.compile(raw.by),
        re.compile(raw.objects),
        each(raw.wrong),
        each(raw.never_said),
        each(raw.not_said),
        each(raw.asks_back),
        re.compile(raw.who_goes),
        re.compile(raw.of_who_goes),
        re.compile(raw.that_one),
    )


def protests(text: str) -> bool:
    """Whether a message says that something was taken down wrongly: 你咋记成否, 你记错了."""
    return any(
        _is_noted_as(clause, text) or _first((*_words().wrong, *_words().never_said), clause)
        for clause in _clauses(text)
    )


def asks_what_stands(text: str) -> str | None:
    """Of what the message asks whether it was changed: 冷食 in 冷食的你改过来没有; empty where it does not say, None where it asks nothing."""
    for clause in _clauses(text):
        if found := _first(_words().asks_back, clause):
            return _plain(found["topic"])
    return None


def said_beside(text: str) -> str:
    """The message without the clauses that protest, reproach, or ask what stands."""
    return ",".join(
        clause.text
        for clause in clauses_of(text)
        if not (clause.aside or protests(clause.text) or asks_what_stands(clause.text) is not None)
    )


def answers_meant(topic: str, answers: Sequence[tuple[str, str]]) -> list[int]:
    """The places of the answers, each a question with its answer in words, of which a topic speaks; all of them where it is empty.

    None of them where the topic speaks of something else.
    """
    if not topic:
        return list(range(len(answers)))
    if _words().who_goes.search(topic):
        return [place for place, (question, _) in enumerate(answers) if _words().of_who_goes.search(question)]
    shared = [
        max(len(shared_words(topic, question)), len(shared_words(topic, label)))
        for question, label in answers
    ]
    longest = max(shared, default=0)
    return [place for place, length in enumerate(shared) if length == longest] if longest else []


def contested(
    text: str, standing: Mapping[str, str], questions: Mapping[str, Asked], name: str
) -> list[Protest]:
    """The answers that stand and that a message says are wrong.

    Args:
        standing: The answers by question.
        questions: Of the affair, by id.
        name: Of the affair; its words name no question.
    """
    if not protests(text):
        return []
    known = {key: questions[key] for key in standing if key in questions}
    meant = dict.fromkeys(
        key for clause in _clauses(text) for key in _of_clause(clause, text, standing, known, name)
    )
    return [Protest(key, _the_other(standing[key], known[key].offered)) for key in meant]


def _of_clause(
    clause: str, text: str, standing: Mapping[str, str], known: Mapping[str, Asked], name: str
) -> Iterator[str]:
    """The one question of whose answer a clause speaks."""
    if found := _is_noted_as(clause, text) or _first((*_words().never_said, *_words().not_said), clause):
        having = {key: known[key] for key in known if _says(found["value"], known[key]) == standing[key]}
        if len(having) > 1:
            named = questions_meant(_plain(text.replace(found["value"], "")), having, name)
            having = {key: having[key] for key in named}
        if len(having) == 1:
            yield next(iter(having))
    elif found := _first(_words().wrong, clause):
        yield from _meant(_plain(found["topic"]), known, name)


def _meant(topic: str, known: Mapping[str, Asked], name: str) -> list[str]:
    """The one question that a topic names; of several, the one of whose options far the most words speak of it (凉菜)."""
    if _words().who_goes.search(topic):
        named = [key for key, one in known.items() if _words().of_who_goes.search(one.text)]
    else:
        named = questions_meant(topic, known, name)
    if len(named) < 2:
        return named
    words = {key: [word for option in known[key].offered for word in option.words] for key in named}
    times = Counter(
        {key: sum(bool(shared_words(topic, word, but=name)) for word in words[key]) for key in named}
    )
    (first, most), (_, next_most) = times.most_common(2)
    return [first] if most >= _FAR_MORE * next_most else []


def _is_noted_as(clause: str, text: str) -> re.Match[str] | None:
    return (
        _first(_words().noted_as, clause)
        if _words().by.search(clause) or _words().objects.search(text)
        else None
    )


def _says(words: str, asked: Asked) -> str | None:
    return choose(words, asked.offered, asked.unit, asked.text)


def _the_other(value: str, offered: Sequence[Offered]) -> str | None:
    others = [one.value for one in offered if one.value != value]
    return others[0] if len(others) == 1 else None


def _first(expressions: Sequence[re.Pattern[str]], clause: str) -> re.Match[str] | None:
    return next((found for one in expressions if (found := one.search(clause))), None)


def _plain(topic: str) -> str:
    return _words().that_one.sub(" ", topic).strip()


def _clauses(text: str) -> list[str]:
    return [clause.text for clause in clauses_of(text)]
