"""Finding the answer of the library that a sentence asks for, also as a question in context (那周末呢)."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answers.answer import Answer, AnswerLibrary, Follow
from knowledge.answers.item_question import SURELY_BY_WORDS, likeness_of_words
from knowledge.base.text import comparable_text
from knowledge.matching import Decision, Entry, Match, Matcher

_BY_LIKENESS = 0.9
"""What a question in context is worth whose words are only nearly those of the library."""


LIKELY = 0.6
"""An answer less likely than this is not spoken of; between, the dialogue weighs it against what else may be meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, or one of its follow-ups.

    Attributes:
        score: Calibrated probability (0..1) that it is meant; 1 for words that stand in the library.
    """

    answer: Answer
    follow: Follow | None
    score: float


def entries(library: AnswerLibrary) -> list[Entry]:
    """The answers as a matcher is trained on them."""
    return [Entry(one.id, one.question, one.phrasings, operation="") for one in library.answers.values()]


class AnswerFinder:
    """Looks answers up; words that stand in the library need no matcher.

    Args:
        matcher: Trained on the library's :func:`entries`.
    """

    def __init__(self, library: AnswerLibrary, matcher: Matcher) -> None:
        self.library = library
        self._answers = library.answers
        self._known = {
            comparable_text(words): answer
            for answer in library.answers.values()
            for words in (answer.question, *answer.phrasings)
        }
        self.matcher = matcher

    def answer(self, key: str) -> Answer | None:
        """The answer of that id."""
        return self._answers.get(key)

    def find(self, text: str, after: str | None = None, match: Match | None = None) -> Found | None:
        """The answer that is asked for; None where that is not sure.

        Args:
            text: Normalised sentence.
            after: Id of the answer given just before, whose follow-ups are in reach.
            match: What the matcher found for it, where it was asked already, with the encoder's help for one.
        """
        heard = comparable_text(text)
        earlier = self._answers.get(after) if after else None
        if earlier and (follow := _follow_up(earlier, heard)):
            return Found(earlier, follow, 1.0)
        if earlier and (near := _near_follow_up(earlier, text)):
            return Found(earlier, near, _BY_LIKENESS)
        known = self._known.get(heard)
        if known and known.is_of(text):
            return Found(known, None, 1.0)
        match = match or self.matcher.match(text, limit=1)
        if match.decision not in (Decision.SURE, Decision.CLOSE) or not match.candidates:
            return None
        best = match.candidates[0]
        if best.score < LIKELY or not self._answers[best.id].is_of(text):
            return None
        return Found(self._answers[best.id], None, best.score)


def _near_follow_up(answer: Answer, text: str) -> Follow | None:
    """The follow-up in whose words or nearly so the sentence goes on: 几时出结果 for 多久出结果."""
    near = [
        (likeness_of_words(text, words), n) for n, one in enumerate(answer.follow_ups) for words in one.says
    ]
    best, number = max(near, default=(0.0, 0))
    return answer.follow_ups[number] if best >= SURELY_BY_WORDS else None


def _follow_up(answer: Answer, heard: str) -> Follow | None:
    return next(
        (
            follow
            for follow in answer.follow_ups
            if heard in {comparable_text(words) for words in follow.says}
        ),
        None,
    )
