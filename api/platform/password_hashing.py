"""Passwords as they are kept: argon2id (RFC 9106), made and compared in threads of their own so that nobody's request waits."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from pwdlib.hashers.argon2 import Argon2Hasher

from knowledge.staff.password import LONGEST, settled

AT_ONCE = 2
"""Each takes 64 MiB while it runs, about a tenth of a second."""

_ARGON2 = Argon2Hasher(time_cost=3, memory_cost=65536, parallelism=4)
"""RFC 9106 § 4, the second recommended choice."""

NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$jkyqc1ezdlRsKyJvSjPnjw$Uf0iQcbAU6/v35zXGRd81ObBgpHpJWcX+nbDqtRZu0s"
"""The hash of a password that nobody knows, compared where there is none, so that the answer takes as long."""


@dataclass(frozen=True)
class Verdict:
    """What became of a comparison.

    Attributes:
        is_right: It is the password.
        renewed: Its hash by the costs of today, where the one that is kept was made with others.
    """

    is_right: bool
    renewed: str | None = None


class PasswordHasher:
    """Makes and compares hashes; its threads begin with the first password.

    Args:
        argon2: What a hash costs; tests that are not about costs sign in cheaply.
        nobodys: The hash, at that cost, of a password that nobody knows.
    """

    def __init__(self, argon2: Argon2Hasher = _ARGON2, nobodys: str = NOBODYS) -> None:
        self._argon2, self._nobodys = argon2, nobodys
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="password")

    async def hashed(self, password: str) -> str:
        """What is kept of a password."""
        return await asyncio.get_running_loop().run_in_executor(
            self._threads, self._argon2.hash, settled(password)
        )

    async def compared(self, password: str, kept: str | None) -> Verdict:
        """Whether it is the password of which ``kept`` is the hash; without one it is wrong, and takes as long."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._compare, password, kept)

    def close(self) -> None:
        """Let the threads end."""
        self._threads.shutdown(wait=False)

    def _compare(self, password: str, kept: str | None) -> Verdict:
        # What is longer than any password is not right; it is cut, so that it costs no more than others.
        given = settled(password)
        matches = self._argon2.verify(given[:LONGEST], kept or self._nobodys)
        if not (matches and kept is not None and len(given) <= LONGEST):
            return Verdict(False)
        return Verdict(True, self._argon2.hash(given) if self._argon2.check_needs_rehash(kept) else None)
