"""Items and matters on one scale."""

from __future__ import annotations

import pytest

from knowledge.elsewhere.telling_apart import is_babble, told_apart, worth_choosing
from knowledge.matching import Candidate, Decision, Match

MATTERS = frozenset({"sue", "debt"})


def match(decision: Decision = Decision.SURE, **scores: float) -> Match:
    return Match(decision, tuple(Candidate(key, score) for key, score in scores.items()), None, frozenset())


def told(items: Match, both: Match, unknown: str = "") -> Match:
    return told_apart(items, both, MATTERS.__contains__, lambda key: key != unknown)


def test_what_is_likely_a_matter_is_taken_from_the_items() -> None:
    found = told(match(house=0.97), match(sue=0.9, house=0.05))
    assert found.candidates[0] == Candidate("sue", 0.9)
    assert found.decision is Decision.SURE
    assert found.candidates[1].score < 0.1


def test_an_item_that_both_find_is_sure() -> None:
    found = told(match(house=0.9, car=0.05), match(house=0.8, sue=0.1))
    assert found.decision is Decision.SURE
    assert found.candidates[0].id == "house"


def test_an_item_of_the_centre_alone_needs_no_other_witness() -> None:
    assert told(match(own=0.9), match(sue=0.05), unknown="own").candidates[0].score > 0.8


def test_two_that_are_likely_are_asked_about() -> None:
    found = told(match(house=0.6), match(sue=0.4, house=0.4))
    assert found.decision is Decision.CLOSE
    assert [one.id for one in worth_choosing(found, 4)] == ["house", "sue"] or len(
        worth_choosing(found, 4)
    ) == 2


def test_nothing_is_likely() -> None:
    assert told(match(Decision.FAR), match(Decision.FAR)).decision is Decision.FAR
    assert worth_choosing(told(match(Decision.FAR), match(Decision.FAR)), 4) == ()


def test_a_clause_in_the_words_of_the_catalogue_adds_to_it() -> None:
    items, both = match(card=0.5, house=0.1), match(card=0.5, sue=0.1)
    assert told(items, both).decision is Decision.CLOSE
    named = told_apart(items, both, MATTERS.__contains__, lambda _: True, named={"card"})
    assert named.decision is Decision.SURE


def test_what_was_denied_is_not_found_again() -> None:
    found = told_apart(
        match(house=0.9), match(house=0.9), MATTERS.__contains__, lambda _: True, denied={"house"}
    )
    assert found.candidates == ()


@pytest.mark.parametrize(
    ("text", "babbles"),
    [
        ("啊" * 40, True),
        ("哈哈哈哈哈哈哈呵呵呵呵", False),
        ("呜啦啦呜啦啦呜啦啦呜啦啦", True),
        ("不是不是不是", False),
    ],
)
def test_the_same_few_characters_tell_nothing(text: str, babbles: bool) -> None:
    assert is_babble(text) is babbles
