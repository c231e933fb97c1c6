"""Files that nobody claims are gone after a day; those of a case stay."""

from __future__ import annotations

import os
import time

import pytest

from api.services import Services
from api.uploads.jobs.expiry import sweep
from api.uploads.removal import forget
from tests.api.applicant import APPLICATION, ok, refused
from tests.api.conftest import MovableClock
from tests.api.uploads.conftest import Uploader, photo
from tests.api.uploads.test_files import stored

pytestmark = pytest.mark.anyio


class TestAbandoned:
    async def test_gone_after_a_day(
        self, uploader: Uploader, services: Services, clock: MovableClock
    ) -> None:
        file_id = await uploader.sent()
        clock.move(hours=23, minutes=59)
        assert await sweep(services) == 0
        clock.move(minutes=1)
        assert await sweep(services) == 1
        refused(await uploader.content(file_id), 404, "file_not_found")
        assert stored(services) == []
        assert APPLICATION not in (await uploader.applicant.look())["materials"]

    async def test_not_while_the_draft_is_gone_on_with(
        self, uploader: Uploader, services: Services, clock: MovableClock
    ) -> None:
        file_id = await uploader.sent(photo("1"))
        clock.move(hours=20)
        await uploader.applicant.identify()
        clock.move(hours=20)
        assert await sweep(services) == 0
        assert (await uploader.content(file_id)).status_code == 200

    async def test_not_once_it_belongs_to_a_case(
        self, uploader: Uploader, services: Services, clock: MovableClock
    ) -> None:
        file_id = await uploader.sent()
        await uploader.applicant.identify()
        await uploader.applicant.all_ready()
        ok(await uploader.applicant.submit())
        clock.move(days=400)
        assert await sweep(services) == 0
        assert (await uploader.content(file_id)).status_code == 200

    async def test_a_paper_that_a_case_shows_outlives_the_draft_it_came_with(
        self, uploader: Uploader, services: Services, clock: MovableClock
    ) -> None:
        file_id = await uploader.sent()
        applicant = uploader.applicant
        await applicant.client.delete(f"/intakes/{applicant.id}")
        await applicant.begin()
        await applicant.prepare()
        again = await uploader.client.post(
            f"{uploader.base}/{APPLICATION}/files/reuse", json={"file": file_id}
        )
        ok(await applicant.submit())
        clock.move(hours=25)
        assert await sweep(services) == 1
        assert (await uploader.content(again.json()["file"]["id"])).status_code == 200


class TestForgotten:
    async def test_all_files_of_an_intake_go(self, uploader: Uploader, services: Services) -> None:
        first = await uploader.sent(photo("1"))
        await uploader.sent(photo("2"))
        dropped = await services.database.transact(lambda session: forget(session, uploader.applicant.id))
        for name in dropped:
            services.uploads.store.drop(name)
        assert stored(services) == []
        refused(await uploader.content(first), 404, "file_not_found")


class TestLeftovers:
    async def test_of_a_crash_go_and_young_ones_stay(self, uploader: Uploader, services: Services) -> None:
        kept = await uploader.sent()
        old, young = (services.uploads.store.keep(b"paper", b"small") for _ in range(2))
        long_ago = time.time() - 7200
        for path in stored(services):
            if path.name.startswith(old):
                os.utime(path, (long_ago, long_ago))
        await sweep(services)
        names = {path.name for path in stored(services)}
        assert old not in names and young in names
        assert (await uploader.content(kept)).status_code == 200
