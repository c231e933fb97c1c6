"""The word lists: every number is a known hotline, every kind has its words, and a sign names groups that exist."""

from __future__ import annotations

import re
from typing import ClassVar

import pytest

from actions.reply.wording import templates
from knowledge.answers.load import load_answers
from knowledge.catalogue.load import load_catalogue
from knowledge.language.danger.hotlines import hotlines
from knowledge.language.danger.load import lists
from knowledge.language.danger.reading import danger_in
from knowledge.language.danger.signs import sign, words_of
from tests.knowledge.language.danger.test_hearing import sentences

_NUMBER = re.compile(r"(?<!\d)(?:1[12]\d|12\d{3}|96\d{3})(?!\d)")


def test_every_hotline_says_what_it_is_and_who_set_it_up() -> None:
    assert all(line.name and line.source for line in hotlines().values())


@pytest.mark.parametrize("kind", sorted(lists().kinds))
def test_a_kind_calls_known_hotlines(kind: str) -> None:
    called = lists().kinds[kind]
    assert called.call and {*called.call, *called.also} <= hotlines().keys()
    assert not set(called.call) & set(called.also)


def test_every_number_that_the_dialogue_says_is_a_known_hotline() -> None:
    said = {number for text in templates().values() for number in _NUMBER.findall(text)}
    assert said and said <= hotlines().keys()


def test_numbers_of_the_emergency_answer_are_known_hotlines() -> None:
    answer = load_answers(load_catalogue()).answers["emergency_numbers"].answer
    assert set(_NUMBER.findall(answer)) <= hotlines().keys()


def test_every_kind_has_words_and_reports() -> None:
    kinds = lists().kinds.keys()
    assert {
        key.removeprefix("danger_kind_") for key in templates() if key.startswith("danger_kind_")
    } == kinds
    assert sentences("reports.yaml").keys() <= kinds


@pytest.mark.parametrize("key", sorted(key for key in templates() if key.startswith("danger_")))
def test_nothing_is_asked_of_somebody_in_danger(key: str) -> None:
    assert not re.search(r"[?？]", templates()[key])


def test_no_harmless_phrase_is_a_report() -> None:
    assert [phrase for phrase in lists().features.harmless if danger_in(phrase)] == []


class TestSign:
    GROUPS: ClassVar = {"partner": ("老公", "老婆")}

    def test_words_in_order_within_reach(self) -> None:
        written = sign("any", 4, "{partner}…打我", self.GROUPS)
        assert words_of(written, "老公天天打我", {"老公": [(0, 2)], "打我": [(4, 6)]}) == ("老公", "打我")
        assert words_of(written, "打我老公", {"打我": [(0, 2)], "老公": [(2, 4)]}) is None

    def test_words_side_by_side(self) -> None:
        written = sign("any", 4, "被{partner}打", self.GROUPS)
        spans = {"被": [(0, 1)], "老公": [(1, 3)], "打": [(3, 4)]}
        assert words_of(written, "被老公打", spans) == ("被", "老公", "打")
        assert words_of(written, "被老公又打", {**spans, "打": [(4, 5)]}) is None

    def test_a_group_that_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            sign("any", 4, "{nobody}打我", self.GROUPS)
