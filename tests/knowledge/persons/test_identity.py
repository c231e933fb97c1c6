"""The paper that a number belongs to."""

from __future__ import annotations

import pytest

from intake.people import id_check, person
from knowledge.persons.identity import Identity, identity_of
from knowledge.privacy.kinds import Personal

WHO = person(5)


def with_check(first_seventeen: str) -> str:
    return first_seventeen + id_check(first_seventeen)


@pytest.mark.parametrize(
    ("kind", "number", "paper"),
    [
        (Personal.ID_NUMBER, WHO.id_number, Identity.CITIZEN),
        (Personal.AGENT_ID_NUMBER, WHO.id_number, Identity.CITIZEN),
        (Personal.ID_NUMBER, with_check("81000019900307123"), Identity.RESIDENCE_PERMIT),
        (Personal.ID_NUMBER, with_check("83000019900307123"), Identity.RESIDENCE_PERMIT),
        (Personal.ID_NUMBER, with_check("91184019900307123"), Identity.PERMANENT_RESIDENCE),
        (Personal.PASSPORT, "E12345678", Identity.PASSPORT),
        (Personal.TRAVEL_PERMIT, "H12345678", Identity.HOME_RETURN_PERMIT),
        (Personal.TRAVEL_PERMIT, "12345678", Identity.TAIWAN_PERMIT),
        (Personal.RESIDENCE_CARD, "CAN110101900101", Identity.PERMANENT_RESIDENCE),
        (Personal.CREDIT_CODE, WHO.credit_code, Identity.CREDIT_CODE),
    ],
)
def test_told_from_the_number(kind: Personal, number: str, paper: Identity) -> None:
    assert identity_of(kind, number) is paper


@pytest.mark.parametrize(
    ("kind", "number"),
    [(Personal.ID_NUMBER, "110101199003071230"), (Personal.PASSPORT, "E1"), (Personal.PHONE, WHO.phone)],
)
def test_none_for_a_wrong_number_and_for_no_paper(kind: Personal, number: str) -> None:
    assert identity_of(kind, number) is None
