"""`bench options`: what it counts."""

from __future__ import annotations

import pytest

from intake.bench.options import kind_of, run, shares
from knowledge.options.examples import Example
from knowledge.options.reading import OptionChance, OptionReading
from knowledge.options.rehearsal import Rehearsed, decided_at
from tests.knowledge.catalogues import small_catalogue
from tests.knowledge.options.fake_encoder import CharacterEncoder

CATALOGUE = small_catalogue()


def read(probability: float, *, right: bool = True) -> Rehearsed:
    value = "yes" if right else "no"
    reading = OptionReading((OptionChance(value, probability),), 1 - probability)
    return Rehearsed(Example("cold", "有的", "yes"), reading, is_new=True)


def test_shares_count_what_is_right_decided_and_guessed() -> None:
    counted = shares([read(0.99), read(0.98, right=False), read(0.7), read(0.2)])
    assert counted["right"] == 0.75
    assert (counted["decided"], counted["decided_rightly"]) == (0.5, 0.5)
    assert (counted["guessed"], counted["guessed_rightly"]) == (0.75, pytest.approx(2 / 3))


def test_the_surest_are_decided_while_enough_are_right() -> None:
    read_so = [read(0.9), read(0.8), read(0.7, right=False), read(0.6)]
    assert decided_at(read_so, 0.97) == 0.5
    assert decided_at(read_so, 0.75) == 1.0
    assert decided_at([read(0.9, right=False)], 0.97) == 0.0


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("premises", "one_of_several"),
        ("area", "quantity"),
        ("cold", "yes_or_no"),
        ("agent", "who_goes"),
        ("changed", "one_of_two"),
    ],
)
def test_kinds_of_questions(question: str, kind: str) -> None:
    assert kind_of(question, CATALOGUE) == kind


def test_all_figures_with_and_without_an_encoder() -> None:
    told: list[str] = []
    figures = run(CATALOGUE, CharacterEncoder(), told.append)
    assert told
    for name in ("with_encoder", "without_encoder"):
        words = figures[name]["words"]
        assert words["replies"] > 20
        assert 0.5 < words["right"] <= 1
        assert figures[name]["nothing"]["replies"] > 20
        assert sum(row["replies"] for row in figures[name]["kinds"].values()) == words["replies"]
    assert set(figures["reading_us"]) == {"with_vector", "without_vector"}
    assert figures["conditions"]["encoder"] == "characters 1"


def test_without_an_encoder_only_the_second_half() -> None:
    figures = run(CATALOGUE, None, lambda doing: None)
    assert "with_encoder" not in figures
    assert set(figures["reading_us"]) == {"without_vector"}
