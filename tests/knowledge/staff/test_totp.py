"""Codes of the second factor: the vectors of the RFCs, a phone that goes wrong a little, and each code once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.staff.totp import as_typed, code_at, matching_step, otpauth_uri, step_at

SECRET = b"12345678901234567890"
"""Of the vectors of RFC 4226 appendix D and RFC 6238 appendix B."""

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PRESENT = step_at(NOW)


@pytest.mark.parametrize(
    ("counter", "code"),
    enumerate(
        ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]
    ),
)
def test_vectors_of_rfc_4226(counter: int, code: str) -> None:
    assert code_at(SECRET, counter) == code


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_vectors_of_rfc_6238(seconds: int, code: str) -> None:
    assert code_at(SECRET, step_at(datetime.fromtimestamp(seconds, UTC)), digits=8) == code


@pytest.mark.parametrize(("off", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_phone_may_be_half_a_minute_wrong(off: int, taken: bool) -> None:
    code = code_at(SECRET, PRESENT + off)
    assert matching_step(SECRET, code, NOW, None) == (PRESENT + off if taken else None)


def test_each_is_used_once_and_none_before_it() -> None:
    assert matching_step(SECRET, code_at(SECRET, PRESENT), NOW, PRESENT) is None
    assert matching_step(SECRET, code_at(SECRET, PRESENT - 1), NOW, PRESENT) is None
    later = NOW + timedelta(seconds=30)
    assert matching_step(SECRET, code_at(SECRET, PRESENT + 1), later, PRESENT) == PRESENT + 1


@pytest.mark.parametrize("code", ["", "0", "abcdef", "１２", "9" * 1000, "é" * 6])
def test_what_is_no_code(code: str) -> None:
    assert matching_step(SECRET, code, NOW, None) is None


def test_as_people_type_it() -> None:
    code = code_at(SECRET, PRESENT)
    wide = code.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for typed in (f"{code[:3]} {code[3:]}", f" {code}\n", wide):
        assert matching_step(SECRET, typed, NOW, None) == PRESENT


def test_what_an_app_scans() -> None:
    assert as_typed(SECRET) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    uri = otpauth_uri(SECRET, "7LQGME", "一窗问办")
    assert uri.startswith("otpauth://totp/%E4%B8%80%E7%AA%97%E9%97%AE%E5%8A%9E%3A7LQGME?secret=GEZDGNBV")
    assert uri.endswith("&issuer=%E4%B8%80%E7%AA%97%E9%97%AE%E5%8A%9E")
