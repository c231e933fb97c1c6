"""Numbers, ages, sexes, provinces and answers are held against each other."""

from __future__ import annotations

from datetime import date

import pytest
from stdnum.cn import ric

from intake.people import person
from knowledge.persons.consistency import doubts
from knowledge.persons.needs import Applying
from knowledge.privacy.kinds import Personal

TODAY = date(2026, 11, 30)


def number(born: str, *, man: bool, place: str = "371302") -> str:
    """A right number of nobody."""
    body = f"{place}{born}01{1 if man else 2}"
    return body + ric.calc_check_digit(body + "0")


def codes(
    contact: dict[Personal, str],
    answers: dict[str, str] | None = None,
    applying: Applying = Applying(),  # noqa: B008
    *,
    is_minor: bool = False,
) -> list[str]:
    found = doubts(contact, answers or {}, applying, {}, TODAY, is_minor=is_minor)
    for doubt in found:
        assert doubt.say.endswith("。")
        assert not any(value in doubt.say for value in contact.values())
    return [doubt.code for doubt in found]


def test_what_fits_is_not_remarked() -> None:
    mother, child = number("19900101", man=False), number("20180505", man=True)
    contact = {Personal.ID_NUMBER: child, Personal.AGENT_ID_NUMBER: mother}
    assert codes(contact, {"exit_entry.age": "minor"}, is_minor=True) == []
    assert codes({Personal.ID_NUMBER: person(1).id_number}, {"age": "adult"}) == []
    assert codes({Personal.PASSPORT: "E12345678"}) == []


def test_the_answer_of_the_age_is_held_against_the_number() -> None:
    grown, child = number("19900101", man=False), number("20180505", man=True)
    assert codes({Personal.ID_NUMBER: grown}, {"exit_entry.age": "minor"}) == ["not_minor"]
    assert codes({Personal.ID_NUMBER: grown}, is_minor=True) == ["not_minor"]
    assert codes({Personal.ID_NUMBER: child}, {"exit_entry.age": "adult"}) == ["not_adult"]


@pytest.mark.parametrize(
    ("born", "found"), [("20261130", []), ("20261201", ["not_born"]), ("20301201", ["not_born"])]
)
def test_who_is_not_born_yet_is_told_and_has_no_age(born: str, found: list[str]) -> None:
    assert codes({Personal.ID_NUMBER: number(born, man=True)}, {}) == found
    assert codes({Personal.ID_NUMBER: number("20301201", man=True)}, {"age": "adult"}) == ["not_born"]


@pytest.mark.parametrize(("born", "young"), [("20101130", False), ("20101201", True)])
def test_the_sixteenth_birthday_counts(born: str, young: bool) -> None:
    found = codes({Personal.ID_NUMBER: number(born, man=True)}, {"age": "adult"})
    assert found == (["not_adult"] if young else [])


def test_the_same_number_twice_and_a_guardian_too_young() -> None:
    one = number("19900101", man=False)
    assert codes({Personal.ID_NUMBER: one, Personal.AGENT_ID_NUMBER: one}) == ["same_number"]
    contact = {
        Personal.ID_NUMBER: number("20180505", man=True),
        Personal.AGENT_ID_NUMBER: number("20120505", man=True),
    }
    assert codes(contact, is_minor=True) == ["agent_minor", "guardian_young"]


def test_a_couple_of_one_sex_a_province_that_is_none_and_an_age_that_nobody_has() -> None:
    both = {
        Personal.ID_NUMBER: number("19900101", man=True),
        Personal.CO_ID_NUMBER: number("19910101", man=True),
    }
    assert codes(both, applying=Applying(together=True)) == ["same_sex"]
    assert codes(both, applying=Applying(may_be_together=True)) == []
    assert codes({Personal.ID_NUMBER: number("19900101", man=True, place="991302")}) == []
    assert codes({Personal.ID_NUMBER: number("19900101", man=True, place="601302")}) == ["province"]
    assert codes({Personal.ID_NUMBER: number("19000101", man=True)}) == ["too_old"]
