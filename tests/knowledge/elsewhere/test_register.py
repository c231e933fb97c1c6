"""The shipped register: enough matters, each in enough words, none of them an item of the catalogue."""

from __future__ import annotations

import pytest

from knowledge.base.text import comparable_text
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import load_catalogue
from knowledge.elsewhere.load import MIN_PHRASINGS, read_register
from knowledge.elsewhere.matter import Register


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def register(catalogue: Catalogue) -> Register:
    read, faults = read_register(catalogue)
    assert faults == []
    return read


def test_it_has_at_least_300_matters(register: Register) -> None:
    assert len(register.matters) >= 300


def test_each_in_enough_words_and_none_doubled(register: Register) -> None:
    words = [
        comparable_text(said) for one in register.matters.values() for said in (one.name, *one.phrasings)
    ]
    assert min(len(one.phrasings) for one in register.matters.values()) >= MIN_PHRASINGS
    assert len(words) == len(set(words))


def test_none_is_called_as_an_item(register: Register) -> None:
    assert register.left_out == {}


def test_every_body_does_something(register: Register) -> None:
    assert {one.who for one in register.matters.values()} == set(register.bodies)


@pytest.mark.parametrize("wish", ["拖欠工资", "刻公章", "户籍证明", "办公证", "商标注册", "火化、殡仪馆"])
def test_what_people_ask_most_is_in_it(register: Register, wish: str) -> None:
    assert wish in {one.name for one in register.matters.values()}
