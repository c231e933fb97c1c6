"""The line of the pre-check: taken once, taken up again, left to people when the worker dies of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import anyio
import pytest

from api.platform.settings import Settings
from api.platform.worker.process import WorkerGone
from api.services import Services
from api.uploads import repository
from api.uploads.models import PaperRow
from intake.people import person
from tests.api.applicant import Applicant, client_of, ok
from tests.api.conftest import MovableClock, OpenApp
from tests.api.stores import copied, dropped
from tests.api.uploads.conftest import Uploader, photo
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.anyio

CARD = "id_card"
WHO = person(1)
OTHER = person(2)


def reading(**more: Any) -> dict[str, Any]:
    measures = {
        "paper_level": 220, "contrast": 90, "sharpness": 0.2, "text_height": 40, "tilt": 0, "score": 0.99, "characters": 150,
    }  # fmt: skip
    return {
        "version": 1,
        "pages": 1,
        "measures": [measures],
        "kinds": ["business_licence"],
        "sure": True,
        **more,
    }


def card_of(number: str, name: str) -> dict[str, Any]:
    """Both sides of an identity card on one photo."""
    place = {"left": 0.1, "top": 0.2, "width": 0.3, "height": 0.05}
    return reading(
        kinds=["id_card_front", "id_card_back"],
        id_numbers=[{"text": number, "score": 0.99, "place": place}],
        names={"holder": {"text": name, "score": 0.99, "place": place}},
    )


class Reader:
    """In the place of the worker process: answers when it is told to."""

    def __init__(self) -> None:
        self.answer: dict[str, Any] | None = card_of(WHO.id_number, WHO.name)
        self.may = anyio.Event()
        self.asked = 0

    async def ask(self, message: dict[str, Any], body: AsyncIterator[bytes], size: int) -> tuple[Any, bytes]:
        self.asked += 1
        await self.may.wait()
        if self.answer is None:
            raise WorkerGone("read", timed_out=False)
        return {"reading": self.answer}, b""

    def warm(self) -> None:
        pass

    async def close(self) -> None:
        pass


@pytest.fixture
def settings(prepared: Settings, tmp_path: Path) -> Iterator[Settings]:
    own = copied(prepared, tmp_path / "data")
    yield own
    dropped(own)


@pytest.fixture
def reader(services: Services) -> Reader:
    there = Reader()
    services.uploads.reader = there  # type: ignore[assignment]
    return there


@pytest.fixture
async def carded(applicant: Applicant, reader: Reader) -> Uploader:
    """An applicant whose list asks for an identity card."""
    return await with_card(applicant)


async def with_card(applicant: Applicant) -> Uploader:
    await applicant.choose("birth_registration.register")
    await applicant.answer_all()
    return Uploader(applicant)


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    with anyio.fail_after(PATIENCE_S):
        while not await holds():
            await anyio.sleep(0.02)


async def done(uploader: Uploader) -> dict[str, Any]:
    async def nothing_waits() -> bool:
        return (await uploader.look())["waiting"] == 0

    await until(nothing_waits)
    return await uploader.look()


def findings(view: dict[str, Any]) -> list[str]:
    slot = next(slot for slot in view["slots"] if slot["id"] == CARD)
    return [finding["code"] for file in slot["files"] for finding in file["check"]["findings"]]


class TestLine:
    async def test_says_how_many_come_first(self, carded: Uploader, reader: Reader) -> None:
        for number in range(3):
            await carded.sent(photo(str(number)), CARD)

        async def one_is_read() -> bool:
            return reader.asked == 1

        await until(one_is_read)
        view = await carded.look()
        checks = [file["check"] for slot in view["slots"] for file in slot["files"]]
        assert sorted((check["state"], check["position"]) for check in checks) == [
            ("checking", None),
            ("queued", 1),
            ("queued", 2),
        ]
        assert view["waiting"] == 3 and view["poll_after_ms"] > 0
        reader.may.set()
        assert (await done(carded))["poll_after_ms"] is None
        assert reader.asked == 3

    async def test_findings_follow_what_is_stated(self, carded: Uploader, reader: Reader) -> None:
        reader.may.set()
        await carded.applicant.identify()
        await carded.sent(photo(), CARD)
        view = await done(carded)
        slot = next(slot for slot in view["slots"] if slot["id"] == CARD)
        assert slot["state"] == "passed"
        assert slot["files"][0]["check"]["kind"] == {"id": "id_card_front", "name": "居民身份证（人像面）"}
        await carded.applicant.put("personal", {"values": {"id_number": OTHER.id_number}})
        view = await carded.look()
        assert findings(view) == ["id_number_differs"]
        slot = next(slot for slot in view["slots"] if slot["id"] == CARD)
        assert slot["state"] == "mend"
        say = slot["files"][0]["check"]["findings"][0]["say"]
        assert WHO.id_number not in say and OTHER.id_number not in say
        await carded.applicant.identify()
        assert findings(await carded.look()) == []

    async def test_findings_never_stop_a_submission(self, carded: Uploader, reader: Reader) -> None:
        reader.answer = reading()
        reader.may.set()
        await carded.sent(photo(), CARD)
        assert findings(await done(carded)) == ["other_paper"]
        await carded.applicant.identify()
        await carded.applicant.all_ready()
        ok(await carded.applicant.submit())
        assert findings(await carded.look()) == ["other_paper"]

    async def test_what_should_be_mended_is_listed_with_its_material(
        self, carded: Uploader, reader: Reader
    ) -> None:
        remarks = f"{carded.base}/remarks"
        assert ok(await carded.client.get(remarks)) == {"remarks": [], "waiting": 0, "renewal": None}
        await carded.sent(photo("1"), CARD)
        assert ok(await carded.client.get(remarks)) == {"remarks": [], "waiting": 1, "renewal": None}
        reader.answer = reading()
        reader.may.set()
        await carded.sent(photo("2"), CARD)
        view = await done(carded)
        name = next(slot["name"] for slot in view["slots"] if slot["id"] == CARD)
        found = ok(await carded.client.get(remarks))["remarks"]
        assert [(one["material"], one["name"]) for one in found] == [
            (CARD, f"{name}第1张"),
            (CARD, f"{name}第2张"),
        ]
        assert "营业执照" in found[0]["say"]

    async def test_a_paper_that_kills_the_worker_twice_is_left_to_people(
        self, carded: Uploader, reader: Reader
    ) -> None:
        reader.answer = None
        reader.may.set()
        await carded.sent(photo(), CARD)
        assert findings(await done(carded)) == ["unchecked"]
        assert reader.asked == 2

    async def test_what_is_read_is_kept_sealed_and_not_logged(
        self, carded: Uploader, reader: Reader, services: Services, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level("DEBUG")
        reader.may.set()
        await carded.applicant.identify()
        await carded.sent(photo(), CARD)
        await done(carded)
        papers = await services.database.read(
            lambda session: repository.files_of(session, carded.applicant.id)
        )
        sealed = papers[0].paper.reading
        assert sealed is not None and WHO.id_number not in sealed
        logged = caplog.text
        assert all(value not in logged for value in (WHO.name, WHO.id_number))


class TestClaims:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        """The service's own pre-check is off: it looks every few seconds, and would take a paper that is claimed here."""
        return settings.model_copy(update={"precheck": False})

    async def test_a_paper_is_given_to_one(self, services: Services, clock: MovableClock) -> None:
        await queue(services, 5)
        got: list[str] = []

        async def take() -> None:
            while paper := await claim(services, clock):
                got.append(paper.id)

        async with anyio.create_task_group() as group:
            for _ in range(4):
                group.start_soon(take)
        assert len(got) == 5 == len(set(got))

    async def test_what_its_process_left_is_taken_up_again(
        self, services: Services, clock: MovableClock
    ) -> None:
        await queue(services, 1)
        first = await claim(services, clock)
        assert first is not None and await claim(services, clock) is None
        clock.move(minutes=10)
        again = await claim(services, clock)
        assert again is not None and again.attempts == 2
        await services.database.transact(
            lambda session: repository.settle(session, first.id, 1, "done", "late")
        )
        assert await claim(services, clock) is None
        paper = await services.database.read(lambda session: session.get(PaperRow, first.id))
        assert paper is not None and paper.check == "checking"


class TestRestart:
    async def test_what_waits_survives_it(self, settings: Settings, open_app: OpenApp) -> None:
        async with open_app(settings) as app, client_of(app) as client:
            app.state.services.uploads.reader = Reader()
            applicant = Applicant(client, "one", WHO)
            uploader = await with_card(applicant)
            await uploader.sent(material=CARD)
            assert (await uploader.look())["waiting"] == 1
        reader = Reader()
        reader.may.set()
        async with open_app(settings) as app, client_of(app) as client:
            app.state.services.uploads.reader = reader
            applicant.client = uploader.client = client
            await done(uploader)
        assert reader.asked == 1


async def queue(services: Services, papers: int) -> None:
    now = services.now()

    async def add(session: Any) -> None:
        for number in range(papers):
            session.add(
                PaperRow(
                    id=f"paper-{number:020d}", media_type="image/jpeg", size=1, pages=1, width=1, height=1, created_at=now,
                    check="queued", queued_at=now, lease_until=None, attempts=0, reading=None,
                )
            )  # fmt: skip

    await services.database.transact(add)


async def claim(services: Services, clock: MovableClock) -> PaperRow | None:
    return await services.database.transact(
        lambda session: repository.claim(session, clock(), clock() + timedelta(minutes=1))
    )
