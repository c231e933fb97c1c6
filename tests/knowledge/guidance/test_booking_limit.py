"""How often one person may book, and by what a person is known."""

from __future__ import annotations

import pytest

from knowledge.guidance.booking_limit import MOST_A_DAY, booking_refusal, person_key

ALL = {"id_number": "I", "credit_code": "C", "phone": "P", "name": "N", "phone_tail": "T"}


@pytest.mark.parametrize(
    ("given", "known"),
    [
        (("name", "phone", "credit_code", "id_number"), "id_number/I"),
        (("phone", "credit_code"), "credit_code/C"),
        (("phone_tail", "phone"), "phone/P"),
        (("name", "phone_tail"), None),
        ((), None),
    ],
)
def test_a_person_is_known_by_what_belongs_to_nobody_else(given: tuple[str, ...], known: str | None) -> None:
    assert person_key({kind: ALL[kind] for kind in given}) == known


def test_what_was_left_empty_is_nothing() -> None:
    assert person_key({"id_number": "", "phone": "P"}) == "phone/P"


def test_enough_is_said_with_what_to_do() -> None:
    assert booking_refusal(0) == booking_refusal(MOST_A_DAY - 1) == ""
    said = booking_refusal(MOST_A_DAY)
    assert f"{MOST_A_DAY}次" in said and "明天再约" in said and said.endswith("。")
