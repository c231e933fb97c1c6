"""The answer library: questions about the centre itself and about how things go, with the words people ask them in.

An answer names nothing local. Where it speaks of the centre it has a place such as ``{开放时间}``, which is filled from the
centre's own ``local.yaml`` (:mod:`knowledge.answers.local_words`) when it is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from string import Formatter
from typing import Annotated, Any

from pydantic import BeforeValidator

from knowledge.base.basis import Basis
from knowledge.base.frozen import Frozen


class CentreRule(StrEnum):
    """A source that is not a law: the centre's own rule."""

    RULE = "中心规定"


def _read_source(raw: Any) -> Any:
    if not isinstance(raw, str):
        return raw
    if raw in set(CentreRule):
        return CentreRule(raw)
    try:
        return Basis.parse(raw)
    except ValueError as error:
        raise ValueError(f"来源「{raw}」应写成《法律名称》第N条，或者写中心规定") from error


def _listed(raw: Any) -> Any:
    return (raw,) if isinstance(raw, str) else raw


Source = Annotated[Basis | CentreRule, BeforeValidator(_read_source)]
"""A law with its article, or a rule of the centre; written as its text."""

Sources = Annotated[tuple[Source, ...], BeforeValidator(_listed)]


class Follow(Frozen):
    """A question in context (追问): 那周末呢 after the opening hours.

    Attributes:
        says: How people say it; it means this only right after the answer it stands under.
        answer: As :attr:`Answer.answer`.
        source: Only where it differs from that of the answer.
    """

    says: tuple[str, ...]
    answer: str
    source: Sources = ()


class Answer(Frozen):
    """One question of the library with its answer.

    Attributes:
        id: Stable; unique over all files.
        topic: The heading under which staff find it.
        question: Official wording.
        phrasings: As people speak.
        answer: At most 120 characters when filled in; ends with what to do next.
        source: Laws with article, or 中心规定.
        owner: Id of the department that answers for the text.
        review_by: The day by which the owner looks at it again.
        only_of: Words one of which the sentence must have: what the answer says holds of nothing else.
        not_of: Words by which the sentence is of something else: 投诉工地老板 is no complaint of a window.
    """

    id: str
    topic: str
    question: str
    phrasings: tuple[str, ...]
    answer: str
    source: Sources
    owner: str
    review_by: date
    follow_ups: tuple[Follow, ...] = ()
    only_of: tuple[str, ...] = ()
    not_of: tuple[str, ...] = ()

    def is_of(self, text: str) -> bool:
        """Whether the sentence speaks of what alone the answer holds of: 我要起诉房东 is no administrative litigation."""
        if any(word in text for word in self.not_of):
            return False
        return not self.only_of or any(word in text for word in self.only_of)

    def texts(self) -> tuple[str, ...]:
        """Everything that may be said: the answer and those of the follow-ups."""
        return (self.answer, *(follow.answer for follow in self.follow_ups))


@dataclass(frozen=True)
class AnswerLibrary:
    """All answers by id. Immutable: a change makes a new library with a new version.

    Attributes:
        left_out: Answers that are not given, because the centre lacks what they speak of, with the names of what it lacks.
    """

    answers: Mapping[str, Answer]
    version: str = ""
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def citations(self) -> tuple[tuple[str, Basis], ...]:
        """Answer id and law, for every law that an answer or a follow-up cites."""
        cited = []
        for answer in self.answers.values():
            sources = [*answer.source, *(source for follow in answer.follow_ups for source in follow.source)]
            cited += [(answer.id, source) for source in sources if isinstance(source, Basis)]
        return tuple(cited)

    def due_for_review(self, today: date) -> tuple[Answer, ...]:
        """The answers whose review date has passed, the longest overdue first."""
        due = [answer for answer in self.answers.values() if answer.review_by < today]
        return tuple(sorted(due, key=lambda answer: (answer.review_by, answer.id)))


def places_in(text: str) -> tuple[str, ...]:
    """The names of the places of a text, for example ``("中心名称", "开放时间")``.

    Raises:
        ValueError: A brace stands alone.
    """
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with the centre's own words in its places.

    Raises:
        KeyError: The words lack a place of the text.
    """
    return text.format_map(words)
