"""Invented applicants with valid check digits, the same for the same seed: for tests, benchmarks and demonstrations.

Nobody's data: the numbers are drawn by chance and only their form and their check digits are right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚红玲建文华欣宇晨佳慧"
_AREAS = ("110105", "110108", "310101", "310104", "120101")
"""Districts that have had their code since before the oldest of these people was born."""

_PHONE_PREFIXES = ("138", "139", "150", "159", "186", "188", "176")
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented applicant, with a business of their own."""

    name: str
    id_number: str
    phone: str
    credit_code: str

    @property
    def phone_tail(self) -> str:
        """The last four digits: the second factor of a status query."""
        return self.phone[-4:]

    def __repr__(self) -> str:
        return f"Person({self.name[0]}某)"


def person(seed: int) -> Person:
    """The applicant of a seed."""
    chance = Random(seed)
    return Person(_name(chance), _id_number(chance), _phone(chance), _credit_code(chance))


def people(count: int, seed: int = 0) -> Iterator[Person]:
    """Different applicants, the same for the same seed."""
    return (person(seed * 1_000_003 + number) for number in range(count))


def id_check(first_seventeen: str) -> str:
    """Check character of a citizen's identity number (GB 11643-1999, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, _ID_WEIGHTS, strict=True))
    return _ID_CHECKS[total % 11]


def credit_check(first_seventeen: str) -> str:
    """Check character of a unified social credit code (GB 32100-2015)."""
    weights = (pow(3, place, 31) for place in range(17))
    total = sum(
        _CODE_ALPHABET.index(character) * weight
        for character, weight in zip(first_seventeen, weights, strict=True)
    )
    return _CODE_ALPHABET[(31 - total % 31) % 31]


def organisation_check(first_eight: str) -> str:
    """Check character of an organisation code, the middle part of a credit code (GB 11714-1997)."""
    total = sum(
        _ORGANISATION_ALPHABET.index(character) * weight
        for character, weight in zip(first_eight, _ORGANISATION_WEIGHTS, strict=True)
    )
    check = 11 - total % 11
    return {10: "X", 11: "0"}.get(check, str(check))


def _name(chance: Random) -> str:
    return chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, chance.choice((1, 2, 2))))


def _id_number(chance: Random) -> str:
    born = date(1965, 1, 1) + timedelta(days=chance.randrange(365 * 38))
    first = f"{chance.choice(_AREAS)}{born:%Y%m%d}{chance.randrange(1000):03d}"
    return first + id_check(first)


def _phone(chance: Random) -> str:
    return f"{chance.choice(_PHONE_PREFIXES)}{chance.randrange(10**8):08d}"


def _credit_code(chance: Random) -> str:
    middle = "MA" + "".join(chance.choice(_CODE_ALPHABET) for _ in range(6))
    first = f"92{chance.choice(_AREAS)}{middle}{organisation_check(middle)}"
    return first + credit_check(first)
