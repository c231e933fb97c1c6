"""What every item of the shipped catalogue promises of its checklist, for every applicant.

Each combination of answers is walked for items with up to :data:`ALL_UP_TO` of them, a sample of that many for larger ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.catalogue.affair import Affair, Catalogue, Part
from knowledge.catalogue.condition import UNSURE
from knowledge.catalogue.question_order import next_question, questions_asked, settle
from knowledge.catalogue.reachable_questions import paths
from knowledge.guidance.notice import NoticeContent, draw
from knowledge.guidance.submission_check import LICENCE, gaps
from knowledge.persons.needs import Applying, Need, needs
from knowledge.persons.parties import Parties
from tests.shipped import shipped_catalogue

ALL_UP_TO = 400
"""All but a few items have fewer; a bundle with a dozen questions has some ten thousand."""


@cache
def catalogue() -> Catalogue:
    return shipped_catalogue()


def affairs() -> list[str]:
    return [*catalogue().items, *catalogue().bundles]


def affair_of(key: str) -> Affair:
    found = catalogue().affair(key)
    assert found is not None
    return found


def applicants(affair: Affair) -> Iterator[dict[str, str]]:
    """Complete answers: all of them where there are few, a drawn sample where there are many."""
    some = list(islice(paths(affair, catalogue(), with_unsure=True), ALL_UP_TO + 1))
    if len(some) <= ALL_UP_TO:
        yield from some
    else:
        chance = random.Random(affair.id)
        for _ in range(ALL_UP_TO):
            yield answered_by_chance(affair, chance)


def answered_by_chance(affair: Affair, chance: random.Random) -> dict[str, str]:
    answers: dict[str, str] = {}
    while question := next_question(affair, answers):
        answers[question] = chance.choice([*catalogue().questions[question].options, UNSURE])
    return answers


def listed(affair: Affair, answers: dict[str, str]) -> NoticeContent:
    return draw(affair, answers, catalogue(), None)


Drawn = tuple[Affair, list[tuple[dict[str, str], NoticeContent]]]


@pytest.fixture(scope="module", params=affairs())
def drawn(request: pytest.FixtureRequest) -> Drawn:
    """An affair with the list of each of its applicants, drawn once for all that is asked of it."""
    affair = affair_of(request.param)
    return affair, [(answers, listed(affair, answers)) for answers in applicants(affair)]


def needed_for(content: NoticeContent) -> tuple[Need, ...]:
    """The contact data of somebody who goes himself."""
    return needs(
        Parties(), Applying(licence=LICENCE in {paper.id for paper in content.shared()}), by_agent=False
    )


class TestEveryApplicant:
    def test_no_material_stands_twice_or_is_needed_and_excluded(self, drawn: Drawn) -> None:
        affair, applied = drawn
        for answers, content in applied:
            lines = content.materials
            assert len({line.id for line in lines}) == len(lines)
            listed_ids = {line.id for line in lines}
            for _, need in affair.needs:
                if need.when is None or need.when.holds(answers) is True:
                    assert need.material in listed_ids
            for line in lines:
                truths = [
                    True if need.when is None else need.when.holds(answers)
                    for _, need in affair.needs
                    if need.material == line.id
                ]
                assert line.certain is (True in truths)

    def test_every_list_has_something_to_bring(self, drawn: Drawn) -> None:
        assert all(content.materials for _, content in drawn[1])

    def test_a_line_for_some_says_why(self, drawn: Drawn) -> None:
        affair, applied = drawn
        everybodys = {need.material for _, need in affair.needs if need.when is None}
        for _, content in applied:
            for line in content.materials:
                assert line.reason or line.id in everybodys

    def test_leaving_out_each_required_material_is_refused_naming_all_gaps(self, drawn: Drawn) -> None:
        for _, content in drawn[1][:60]:
            states = {line.id: "ready" for line in content.required()}
            needed = needed_for(content)
            contact = [need.kind for need in needed]
            for line in content.required():
                left = {material: state for material, state in states.items() if material != line.id}
                assert [gap.id for gap in gaps(content, {}, left, contact, needed)] == [line.id]
            nothing = gaps(content, {}, {}, (), needed)
            assert {gap.id for gap in nothing} == states.keys() | set(contact)

    def test_everything_required_is_enough(self, drawn: Drawn) -> None:
        for _, content in drawn[1]:
            states = {line.id: "ready" for line in content.required()}
            needed = needed_for(content)
            contact = [need.kind for need in needed]
            assert gaps(content, {}, states, contact, needed) == ()

    def test_what_the_window_looks_up_is_not_asked_for(self, drawn: Drawn) -> None:
        affair, applied = drawn
        for _, content in applied:
            if not affair.is_bundle:
                assert not {paper.name for paper in content.shared()} & {
                    line.name for line in content.materials
                }


@pytest.mark.parametrize("key", affairs())
def test_order_of_rules_changes_no_list(key: str) -> None:
    """The same materials over 25 orders in which the rules could have been written."""
    affair, chance = affair_of(key), random.Random(key)
    samples = list(islice(applicants(affair), 5))
    known = [weights(listed(affair, answers)) for answers in samples]
    for _ in range(25):
        shuffled = replace(affair, parts=tuple(with_shuffled_rules(part, chance) for part in affair.parts))
        for answers, expected in zip(samples, known, strict=True):
            assert weights(listed(shuffled, answers)) == expected


def with_shuffled_rules(part: Part, chance: random.Random) -> Part:
    needs = list(part.item.materials)
    chance.shuffle(needs)
    return replace(part, item=part.item.model_copy(update={"materials": tuple(needs)}))


def weights(content: NoticeContent) -> dict[str, tuple[object, ...]]:
    """What a list asks for, whatever its order."""
    return {
        line.id: (
            line.name,
            line.necessity,
            line.copies,
            line.certain,
            line.promise_instead,
            frozenset(line.basis),
        )
        for line in content.materials
    }


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(key=st.sampled_from(affairs()), seed=st.integers(0, 2**32))
def test_two_hundred_changes_of_mind_end_as_a_fresh_run(key: str, seed: int) -> None:
    """Whatever was answered, taken back and answered again: the list is that of one who answered so at once."""
    affair, chance = affair_of(key), random.Random(seed)
    answers: dict[str, str] = {}
    every = [asked.question for asked in affair.asks]
    for _ in range(200):
        if every:
            question = chance.choice(every)
            values = [*catalogue().questions[question].options, UNSURE, None]
            value = chance.choice(values)
            changed = (
                {**answers, question: value} if value else {k: v for k, v in answers.items() if k != question}
            )
            answers = settle(affair, changed, catalogue())
        assert answers.keys() <= set(questions_asked(affair, answers)), (
            "an answer to a hidden question is stored"
        )
    fresh: dict[str, str] = {}
    for question in every:
        if question in answers and question in questions_asked(affair, fresh):
            fresh[question] = answers[question]
    assert list(fresh.items()) == list(answers.items())
    assert listed(affair, fresh) == listed(affair, answers)
