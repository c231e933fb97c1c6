"""Answers from the library, with the centre's own words in their places."""

from __future__ import annotations

from dataclasses import dataclass

from api.library.schemas import AnswerFound, AnswerView, Asking
from knowledge.affair import Catalogue
from knowledge.answer import filled
from knowledge.answer_finder import AnswerFinder, Found
from knowledge.load_answers import load_answers
from knowledge.local_words import local_words
from knowledge.redact import redact
from knowledge.text import normalise


@dataclass(frozen=True)
class Library:
    """The answers that are in force and the means to find them."""

    finder: AnswerFinder

    @classmethod
    def shipped(cls, catalogue: Catalogue) -> Library:
        """The answers that come with the product.

        Raises:
            CatalogueFaults: The files are faulty.
        """
        return cls(AnswerFinder(load_answers(catalogue)))


def ask(asking: Asking, library: Library, catalogue: Catalogue) -> AnswerFound:
    """The answer that a sentence asks for."""
    text, _ = redact(normalise(asking.text))
    found = library.finder.find(text, asking.after)
    return AnswerFound(answer=_view(found, catalogue) if found else None)


def _view(found: Found, catalogue: Catalogue) -> AnswerView:
    answer, follow = found.answer, found.follow
    source = (follow.source or answer.source) if follow else answer.source
    return AnswerView(
        id=answer.id,
        topic=answer.topic,
        question=answer.question,
        answer=filled((follow or answer).answer, local_words(catalogue, answer.owner)),
        source=[str(one) for one in source],
        owner=catalogue.department_name(answer.owner),
        local=answer.local,
        score=found.score,
        next_questions=[one.says[0] for one in answer.follow_ups if one is not follow],
    )
