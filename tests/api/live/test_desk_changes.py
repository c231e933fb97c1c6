"""One look at the database tells every desk, and nothing is told twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

import pytest

from api.access.actor import Actor, ActorKind
from api.live.desk_changes import DeskFollower
from api.platform.desk_watchers import DeskWatchers
from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import Applicant
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio


@pytest.fixture
def services(services: Services) -> Services:
    """With desks of the test's own, of which the service's own job does not know."""
    return replace(services, desks=DeskWatchers())


def clerk(number: int) -> Actor:
    return Actor(
        f"CLERK{number}",
        "测试人员",
        ActorKind.STAFF,
        "market",
        frozenset({"market"}),
        frozenset({Role.WINDOW}),
    )


async def test_the_database_is_asked_once_for_all_desks(
    applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    asked = []
    for desks in (1, 20):
        with ExitStack() as stack:
            watchers = [
                stack.enter_context(services.desks.joined(f"CLERK{number}", clerk(number)))
                for number in range(desks)
            ]
            clock.move(seconds=10)
            follower = DeskFollower(since=clock.now)
            await Applicant(applicant.client, f"desks-{desks}").submitted()
            with reads(services) as counted:
                await follower.push(services)
            asked.append(len(counted))
            assert [watcher.taken().count(b"event: case") for watcher in watchers] == [1] * desks
    assert asked == [2, 2]  # what has changed, and how many there are


@contextmanager
def reads(services: Services) -> Iterator[list[Any]]:
    """The units of work that these services read by."""
    seen: list[Any] = []
    inner = services.database

    class Counting:
        async def read(self, work: Any) -> Any:
            seen.append(work)
            return await inner.read(work)

    services.database = Counting()  # type: ignore[assignment]
    try:
        yield seen
    finally:
        services.database = inner


async def test_nothing_is_told_twice(applicant: Applicant, services: Services, clock: MovableClock) -> None:
    follower = DeskFollower()
    with services.desks.joined("CLERK1", clerk(1)) as watcher:
        await follower.push(services)
        await applicant.submitted()
        told = []
        for _ in range(3):
            await follower.push(services)
            told.append(watcher.taken().count(b"event: case"))
            clock.move(seconds=1)
    assert told == [1, 0, 0]


async def test_after_a_flood_the_page_loads_anew(
    applicant: Applicant, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.live.desk_changes.MOST", 1)
    follower = DeskFollower()
    with services.desks.joined("CLERK1", clerk(1)) as watcher:
        await follower.push(services)
        for one in range(2):
            await Applicant(applicant.client, f"flood-{one}").submitted()
        await follower.push(services)
        assert watcher.taken().startswith(b"event: reload")
