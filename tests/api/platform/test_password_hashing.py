"""Hashes of passwords: made apart from the requests, compared at the same cost whether there is one or not, renewed with the costs."""

from __future__ import annotations

import threading

import pytest
from pwdlib.hashers.argon2 import Argon2Hasher

from api.platform import password_hashing
from api.platform.password_hashing import NOBODYS, PasswordHasher, Verdict
from knowledge.staff.password import LONGEST

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def passwords() -> PasswordHasher:
    return PasswordHasher()


async def test_the_right_one_and_no_other(passwords: PasswordHasher) -> None:
    kept = await passwords.hashed("柳树河边的三只白鹅")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$") and kept != await passwords.hashed(
        "柳树河边的三只白鹅"
    )
    assert await passwords.compared("柳树河边的三只白鹅", kept) == Verdict(True)
    for wrong in ("柳树河边的三只白鸭", "", "柳树河边的三只白鹅 "):
        assert await passwords.compared(wrong, kept) == Verdict(False)


async def test_signs_of_two_keyboards_are_one_password(passwords: PasswordHasher) -> None:
    kept = await passwords.hashed("Ｋｘ７！mQ2#vL")
    assert (await passwords.compared("Kx7!mQ2#vL", kept)).is_right


async def test_without_one_it_is_wrong_at_the_cost_of_today(passwords: PasswordHasher) -> None:
    assert not password_hashing._ARGON2.check_needs_rehash(NOBODYS)
    assert await passwords.compared("柳树河边的三只白鹅", None) == Verdict(False)


async def test_what_is_too_long_is_wrong(passwords: PasswordHasher) -> None:
    kept = await passwords.hashed("x" * LONGEST)
    assert not (await passwords.compared("x" * (LONGEST + 1), kept)).is_right


async def test_a_hash_of_other_costs_is_renewed(passwords: PasswordHasher) -> None:
    kept = Argon2Hasher(time_cost=1, memory_cost=8192, parallelism=1).hash("柳树河边的三只白鹅")
    verdict = await passwords.compared("柳树河边的三只白鹅", kept)
    assert verdict.is_right and verdict.renewed
    assert await passwords.compared("柳树河边的三只白鹅", verdict.renewed) == Verdict(True)
    assert await passwords.compared("wrong", kept) == Verdict(False)


async def test_a_hash_that_is_none(passwords: PasswordHasher) -> None:
    assert await passwords.compared("x", "not a hash") == Verdict(False)


async def test_runs_in_threads_of_its_own(passwords: PasswordHasher, monkeypatch: pytest.MonkeyPatch) -> None:
    ran_in: list[str] = []

    def noted(password: str, kept: str | None) -> Verdict:
        ran_in.append(threading.current_thread().name)
        return Verdict(False)

    monkeypatch.setattr(passwords, "_compare", noted)
    await passwords.compared("x", None)
    assert ran_in[0].startswith("password")
