"""Answers as clients see them."""

from __future__ import annotations

from api.platform.schemas import Key, Payload, Text, View


class Asking(Payload):
    """A sentence, personal data already replaced by tokens.

    Attributes:
        after: Id of the answer given just before, for questions in context such as 那周末呢.
        window: Id of the window that answer spoke of, where it was not the centre itself.
    """

    text: Text
    after: Key | None = None
    window: Key | None = None


class AnswerView(View):
    """An answer with the centre's own hours, places and phones filled in.

    Attributes:
        source: Laws with article, or 中心规定.
        in_context: It goes on from the answer given just before.
        example: What it says of the centre is the shipped example (示例).
        next_questions: What people ask next, one phrasing each.
    """

    id: str
    topic: str
    question: str
    answer: str
    source: list[str]
    owner: str
    in_context: bool
    example: bool
    score: float
    next_questions: list[str]


class AnswerFound(View):
    """The answer; None where no answer is surely meant."""

    answer: AnswerView | None
