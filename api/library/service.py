"""Answers from the library, with the centre's own words in their places."""

from __future__ import annotations

from api.library.schemas import AnswerFound, Asking, LibraryAnswer
from api.published.answer_library import Library
from api.published.encoding import Encoding
from knowledge.answers.answer import filled, places_in
from knowledge.answers.finder import Found
from knowledge.answers.local_words import is_example, local_words
from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.privacy.redaction import redact


async def ask(asking: Asking, library: Library, catalogue: Catalogue, encoding: Encoding) -> AnswerFound:
    """The answer that a sentence asks for."""
    text, _ = redact(normalise(asking.text))
    finder = library.finder
    found = finder.find(text, asking.after, await encoding.matched(finder.matcher, text, limit=1))
    return AnswerFound(answer=_view(found, catalogue, asking.window) if found else None)


def _view(found: Found, catalogue: Catalogue, window: str | None) -> LibraryAnswer | None:
    """The answer as said; None where the centre has lost what it speaks of since the library was loaded."""
    answer, follow = found.answer, found.follow
    source = (follow.source or answer.source) if follow else answer.source
    text = (follow or answer).answer
    words = local_words(catalogue, answer.owner, catalogue.windows.get(window or "") if follow else None)
    if not all(words.get(name) for name in places_in(text)):
        return None
    return LibraryAnswer(
        id=answer.id,
        topic=answer.topic,
        question=answer.question,
        answer=filled(text, words),
        source=[str(one) for one in source],
        owner=catalogue.department_name(answer.owner),
        in_context=follow is not None,
        example=is_example(text, catalogue, answer.owner),
        score=found.score,
        next_questions=[one.says[0] for one in answer.follow_ups if one is not follow],
    )
