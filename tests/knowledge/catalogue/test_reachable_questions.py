"""Every question of an affair can be reached, or is named."""

from __future__ import annotations

from dataclasses import replace

from knowledge.catalogue.affair import Affair
from knowledge.catalogue.condition import UNSURE, All, Is
from knowledge.catalogue.item import Asked
from knowledge.catalogue.reachable_questions import paths, unreachable_questions
from tests.effort import calls_of
from tests.knowledge.catalogues import QUESTIONS, affair, small_catalogue

CATALOGUE = small_catalogue()
CHANGE = affair("food.change", CATALOGUE)


def asking(*asks: Asked) -> Affair:
    return replace(CHANGE, asks=asks)


class TestPaths:
    def test_each_complete_set_of_answers(self) -> None:
        assert list(paths(CHANGE, CATALOGUE)) == [
            {"changed": "name"},
            {"changed": "more", "cold": "yes"},
            {"changed": "more", "cold": "no"},
        ]

    def test_with_unsure(self) -> None:
        assert len(list(paths(CHANGE, CATALOGUE, with_unsure=True))) == 1 + 3 + 3
        assert {"changed": UNSURE, "cold": UNSURE} in list(paths(CHANGE, CATALOGUE, with_unsure=True))

    def test_without_questions(self) -> None:
        assert list(paths(affair("card.reissue", CATALOGUE), CATALOGUE)) == [{}]


class TestUnreachable:
    def test_none_in_the_small_catalogue(self) -> None:
        for key in (*CATALOGUE.items, *CATALOGUE.bundles):
            assert unreachable_questions(affair(key, CATALOGUE), CATALOGUE) == []

    def test_a_condition_that_contradicts_itself(self) -> None:
        never = All(all=(Is(question="changed", values=("name",)), Is(question="changed", values=("more",))))
        assert unreachable_questions(
            asking(Asked(question="changed"), Asked(question="cold", when=never)), CATALOGUE
        ) == ["cold"]

    def test_what_hangs_on_an_unreachable_one(self) -> None:
        which = asking(
            Asked(question="changed"),
            Asked(question="cold", when=Is(question="changed", values=("nothing",))),
            Asked(question="same", when=Is(question="cold", values=("yes",))),
        )
        assert unreachable_questions(which, CATALOGUE) == ["cold", "same"]

    def test_many_questions_are_little_work_and_none_is_called_unreachable(self) -> None:
        questions = {f"q{n}": CATALOGUE.questions["premises"] for n in range(30)}
        catalogue = small_catalogue(questions={**CATALOGUE.questions, **questions})
        asks = [Asked(question=key) for key in questions]
        asks.append(Asked(question="cold", when=Is(question="q29", values=("borrowed",))))
        found: list[list[str]] = []
        calls = calls_of(lambda: found.append(unreachable_questions(asking(*asks), catalogue)))
        assert found == [[]]
        assert calls < 10_000  # all combinations of thirty answers would be 3 to the power of 30
        assert len(QUESTIONS) < len(questions)
