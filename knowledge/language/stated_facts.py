"""Circumstances that a sentence states, so that nothing is asked that was already said.

「我租了个门面想开个小饭馆」 answers 经营场所是自有还是租赁 before it is asked. A fact is taken only from words an option
names itself; bare numbers and ordinals count only as an answer to the question that is pending.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.language.choice import (
    Mention,
    by_quantity,
    choose,
    mentions,
    offered_by,
    the_longest,
)


def answer_to(question_id: str, text: str, catalogue: Catalogue) -> str | None:
    """What the text answers to the pending question; None where it does not answer it."""
    question = catalogue.questions[question_id]
    return choose(text, offered_by(question), question.unit)


def facts_in(text: str, affair: Affair, catalogue: Catalogue, *, but: Iterable[str] = ()) -> dict[str, str]:
    """Answers to the affair's questions that the text states, without those in ``but``.

    A stretch of text states one thing: 自己的 in 房子是我自己的 speaks of the premises, so that the shorter 自己 within it says
    nothing about who comes to the window.
    """
    left_out = set(but)
    options = {
        asked.question: offered_by(catalogue.questions[asked.question], pending=False)
        for asked in affair.asks
        if asked.question not in left_out
    }
    said = {key: [m for m in mentions(text, offered) if _tells(m, text)] for key, offered in options.items()}
    found = {}
    for key, offered in options.items():
        unit = catalogue.questions[key].unit
        elsewhere = [mention for other, others in said.items() if other != key for mention in others]
        own = [m for m in said[key] if not any(longer.covers(m) for longer in elsewhere)]
        value = by_quantity(text, offered, unit) or the_longest(own)
        if value is not None:
            found[key] = value
    return found


_SHORTEST = 2
_IN_ANY_SENTENCE = frozenset(
    [
        "没有",
        "不是",
        "不用",
        "不要",
        "不需",
        "有的",
        "是的",
        "都有",
        "普通",
        "自己",
        "本人",
        "别人",
        "他人",
        "可以",
        "需要",
        "不会",
        "一样",
        "一般",
        "正常",
    ]
)
"""Words that answer a question that is pending, but say nothing by themselves elsewhere."""


def _tells(mention: Mention, text: str) -> bool:
    return len(mention) >= _SHORTEST and text[mention.start : mention.end] not in _IN_ANY_SENTENCE


def place_in(text: str, catalogue: Catalogue) -> str | None:
    """The township or street that the text names; the longest name wins."""
    named = [
        (len(word), place.id)
        for place in catalogue.places.values()
        for word in (place.name, *place.says)
        if word in text
    ]
    return max(named)[1] if named else None
