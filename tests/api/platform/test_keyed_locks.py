"""Under one key one after the other, under different ones side by side."""

from __future__ import annotations

import asyncio

import pytest

from api.platform.keyed_locks import KeyedLocks

pytestmark = pytest.mark.anyio


async def test_each_waits_for_those_before() -> None:
    turns, inside = KeyedLocks(), list[str]()

    async def work(name: str, key: str) -> None:
        async with turns.of(key):
            inside.append(f"{name} in")
            await asyncio.sleep(0)
            inside.append(f"{name} out")

    await asyncio.gather(work("a", "one"), work("b", "one"), work("c", "one"))
    assert inside == ["a in", "a out", "b in", "b out", "c in", "c out"]


async def test_other_keys_wait_for_nobody_and_are_forgotten() -> None:
    turns = KeyedLocks()
    async with turns.of("one"), turns.of("two"):
        assert len(turns) == 2
    assert len(turns) == 0


async def test_a_fault_ends_the_turn() -> None:
    turns = KeyedLocks()
    with pytest.raises(ZeroDivisionError):
        async with turns.of("one"):
            raise ZeroDivisionError
    async with asyncio.timeout(1), turns.of("one"):
        pass
