"""The desks are told of what is theirs as it happens, with one look at the database for all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from api.platform import desk_watchers
from api.platform.desk_watchers import DeskWatcher, DeskWatchers
from api.platform.settings import Settings
from knowledge.base.roles import Role
from tests.api.applicant import Applicant, ok
from tests.api.colleagues import account_of
from tests.api.conftest import MovableClock
from tests.api.desk.officers import Office, office
from tests.api.live.listening import Listener, listening

pytestmark = pytest.mark.anyio

PATH = "/api/v1/desk/events"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"live_poll_s": 0.05})


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


@asynccontextmanager
async def desk(app: FastAPI, role: Role = Role.WINDOW, **more: Any) -> AsyncIterator[Listener]:
    """Somebody's open desk, the first counts already read."""
    made = await account_of(app.state.services, role, **more)
    async with listening(app, PATH, authorization=f"Bearer {made.token}") as listener:
        yield listener


async def case_event(listener: Listener, number: str, **wanted: Any) -> dict[str, Any]:
    """The next event of a case that says this."""
    while True:
        found: dict[str, Any] = await listener.next_event("case")
        if found["number"] == number and all(found[key] == value for key, value in wanted.items()):
            return found


class TestEvents:
    async def test_begins_with_the_counts(self, app: FastAPI) -> None:
        async with desk(app) as listener:
            assert listener.status == 200
            assert listener.headers["content-type"].startswith("text/event-stream")
            assert listener.headers["cache-control"] == "no-store"
            assert await listener.next_block() == "retry: 3000"
            counts = (await listener.next_event("counts"))["groups"]
            assert counts == dict.fromkeys(("receive", "accept", "correcting", "work", "special", "done"), 0)

    async def test_a_submission_an_act_and_a_claim(
        self, app: FastAPI, applicant: Applicant, staff: Office
    ) -> None:
        async with desk(app) as listener:
            number = (await applicant.submitted())["number"]
            new = await case_event(listener, number)
            assert new["new"] and new["stage"] == "receive" and new["version"] == 1
            assert applicant.who.name not in str(new)
            assert (await listener.next_event("counts"))["groups"]["receive"] == 1
            await staff.clerk.do("receive", number)
            assert not (await case_event(listener, number, version=2))["new"]
            ok(await staff.clerk.client.post(f"/desk/cases/{number}/claim"))
            claimed = await case_event(listener, number, claimed_name="测试人员")
            ok(await staff.clerk.client.post(f"/desk/cases/{number}/release"))
            given_back = await case_event(listener, number, claimed_by="")
            assert claimed["version"] == given_back["version"] == 2

    async def test_who_looks_and_who_leaves(
        self, app: FastAPI, applicant: Applicant, staff: Office, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        async with desk(app) as listener:
            ok(await staff.clerk.client.put(f"/desk/cases/{number}/looking"))
            assert (await case_event(listener, number, looking_names=["测试人员"]))["version"] == 1
            clock.move(seconds=50)
            assert (await case_event(listener, number, looking=[]))["looking_names"] == []

    async def test_only_what_is_theirs(self, app: FastAPI, applicant: Applicant, staff: Office) -> None:
        async with AsyncExitStack() as stack:
            others = await stack.enter_async_context(desk(app, windows=["police"], department="police"))
            all_of_it = await stack.enter_async_context(desk(app, Role.SUPERVISOR))
            number = (await applicant.submitted())["number"]
            await case_event(all_of_it, number, new=True)
            await staff.clerk.do(
                "transfer", number, to_window="police", to_department="police", reason="应由公安受理。"
            )
            first = await others.next_event("case")
            assert (first["number"], first["version"], first["window"]) == (number, 2, "police")


class TestBounds:
    async def test_ends_after_a_while_so_that_the_account_is_looked_at_again(
        self, app: FastAPI, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("api.live.desk_endpoints.LASTS", timedelta(seconds=0.2))
        async with desk(app) as listener:
            clock.move(seconds=1)
            assert (await listener.next_event("end"))["reason"] == "expired"

    async def test_so_many_for_an_account(self, app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(desk_watchers, "MOST_AN_ACCOUNT", 1)
        made = await account_of(app.state.services, Role.WINDOW)
        async with listening(app, PATH, authorization=f"Bearer {made.token}") as first:
            assert first.status == 200
            async with listening(app, PATH, authorization=f"Bearer {made.token}") as second:
                assert second.status == 429

    async def test_without_a_token_nothing_opens(self, app: FastAPI) -> None:
        async with listening(app, PATH) as listener:
            assert listener.status == 401

    async def test_who_is_far_behind_loads_anew(self) -> None:
        watcher = DeskWatcher("a", None)
        for number in range(desk_watchers.MOST_WAITING + 3):
            watcher.tell(b"event: case\ndata: %d\n\n" % number)
        taken = watcher.taken()
        assert taken.startswith(desk_watchers.RELOAD) and taken.count(b"event:") == 4
        assert watcher.taken() == b""

    async def test_all_end_with_the_service(self) -> None:
        desks = DeskWatchers()
        with desks.joined("a", None) as watcher:
            desks.close()
            assert watcher.ended == "closing"
