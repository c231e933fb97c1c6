"""Answers from the library, with the centre's own words in their places."""

from __future__ import annotations

from functools import lru_cache

from api.library.schemas import AnswerFound, Asking, LibraryAnswer
from api.published.answer_library import Library
from api.published.encoding import Encoding
from knowledge.answers.answer import filled, places_in
from knowledge.answers.finder import Found
from knowledge.answers.local_words import is_example, local_words
from knowledge.base.text import comparable_text, normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.guidance.window_names import names_of, window_in
from knowledge.language.aspects import Aspect, aspects_in
from knowledge.privacy.redaction import redact


async def ask(
    asking: Asking, library: Library, catalogue: Catalogue, encoding: Encoding, *, may_ask: bool = True
) -> AnswerFound:
    """The answer that a sentence asks for.

    Args:
        may_ask: Whether the encoder may be asked.
    """
    text, _ = redact(normalise(asking.text))
    finder = library.finder
    found = finder.find(
        text, asking.after, await encoding.matched(finder.matcher, text, limit=1, may_ask=may_ask)
    )
    if (
        found
        and found.score < 1
        and (_asks_of_a_window(text, catalogue) or _asks_of_an_item(text, catalogue))
    ):
        found = None
    return AnswerFound(answer=_view(found, catalogue, asking.window) if found else None)


_OF_A_WINDOW = frozenset({Aspect.HOURS, Aspect.OPEN_NOW, Aspect.PLACE, Aspect.PHONE})


def _asks_of_a_window(text: str, catalogue: Catalogue) -> bool:
    """Whether it asks where a window is or when it is open, which the windows themselves tell: 车管所周末上班吗."""
    if not _OF_A_WINDOW & set(aspects_in(text)):
        return False
    names = {
        window.id: names_of(window.name, window.says, [catalogue.places[key].name for key in window.places])
        for window in catalogue.windows.values()
    }
    return window_in(text, names) is not None


_comparable = lru_cache(maxsize=8192)(comparable_text)


def _asks_of_an_item(text: str, catalogue: Catalogue) -> bool:
    """Whether it is, word for word, a question that some item answers itself."""
    heard = _comparable(text)
    return any(
        heard == _comparable(words)
        for item in catalogue.items.values()
        for faq in item.questions
        for words in (faq.question, *faq.says)
    )


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
