"""Invented applicants have valid numbers and are always the same."""

from __future__ import annotations

import phonenumbers
from stdnum.cn import ric, uscc

from intake.people import people, person


class TestPeople:
    def test_numbers_pass_the_public_checks(self) -> None:
        for one in people(200):
            assert ric.is_valid(one.id_number)
            assert uscc.is_valid(one.credit_code)
            assert phonenumbers.is_valid_number(phonenumbers.parse(one.phone, "CN"))

    def test_the_same_seed_gives_the_same_person(self) -> None:
        assert person(7) == person(7)
        assert list(people(5, seed=3)) == list(people(5, seed=3))

    def test_two_hundred_differ(self) -> None:
        assert len({one.id_number for one in people(200)}) == 200

    def test_names_stay_out_of_logs(self) -> None:
        one = person(1)
        assert one.name not in repr(one)
        assert one.id_number not in repr(one)
