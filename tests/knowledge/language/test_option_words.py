"""Words of options in a sentence, and the words that the shipped catalogue has for them."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.catalogue.item import Question
from knowledge.language.clause import clauses_of
from knowledge.language.option_words import words_said
from tests.shipped import shipped_catalogue

QUESTION = Question.model_validate(
    {
        "text": "招不招员工",
        "why": "说明",
        "help": "说明",
        "options": {
            "yes": {"label": "招员工", "says": ["招…人", "靠儿子", "招工"]},
            "no": {"label": "暂时不招", "says": ["没有员工", "不招人", "一样"]},
        },
    }
)


def said(text: str) -> list[tuple[str, str, bool]]:
    """Option, words and whether they are denied."""
    found = words_said(text, clauses_of(text), QUESTION)
    return [(one.value, text[one.start : one.end], one.negated) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("马上招三个人", [("yes", "招三个人", False)]),
        ("靠我儿子", [("yes", "靠我儿子", False)]),
        ("没员工", [("no", "没员工", False)]),
        ("不想招工", [("yes", "招工", True)]),
        ("如果招工", []),
        ("招不招工", []),
        ("招那么多，还有别人", []),
        ("都一样", []),
    ],
)
def test_said(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert said(text) == found


class TestShippedWords:
    QUESTIONS = shipped_catalogue().questions

    @pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
    def test_options_of_a_question_share_no_words(self, question: Question) -> None:
        words = Counter(
            word for o in question.options.values() for word in {o.label, *o.says} | set(o.replies)
        )
        assert [word for word, times in words.items() if times > 1] == []

    def test_an_option_is_said_in_at_least_six_ways(self) -> None:
        few = [
            f"{key}.{value}"
            for key, question in self.QUESTIONS.items()
            for value, option in question.options.items()
            if len({*option.says, *option.replies}) < 6
        ]
        assert few == []
