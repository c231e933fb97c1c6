"""A data folder of an earlier release goes on: drafts, cases, dialogues with their pending questions, what the page shows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.platform.clock import CENTRE_ZONE
from api.platform.settings import Settings
from intake.caselogs import verified
from intake.datafolder import DataFolder, open_folder
from intake.layout import brought_up
from intake.people import person
from intake.prepare import prepare
from intake.settings import Role, SiteSettings
from intake.site import Site
from tests.api.stores import STORES, dropped
from tests.journeys.talking import Talk
from tests.old_folder import FACTS, settings_of

pytestmark = pytest.mark.anyio

LATER_THAT_DAY = datetime(2026, 11, 23, 14, 0, tzinfo=CENTRE_ZONE)
ZHAO = person(8)


@dataclass(frozen=True)
class Installation:
    """What an upgrade has to do with."""

    folder: DataFolder
    settings: Settings
    model: Path


@pytest.fixture(scope="module", params=STORES)
def old(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, models: Path
) -> Iterator[Installation]:
    """The earlier release's folder, brought up to this one; what is trained is that of all journeys."""
    root = tmp_path_factory.mktemp("old")
    (root / "models").symlink_to(models, target_is_directory=True)
    settings = settings_of(request.param, root)
    folder = open_folder(root)
    model = prepare(folder, settings, Role.ALL)
    assert model is not None
    yield Installation(folder, settings, model)
    dropped(settings)


@pytest.fixture(scope="module")
async def http(old: Installation) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the opened site; it keeps conversations for longer than this fixture will be in use."""
    kept = SiteSettings(dialogue_days=36_500, transcript_days=36_500)
    site = Site(old.folder, old.settings, kept, model=old.model, clock=lambda: LATER_THAT_DAY)
    async with (
        site.opened(),
        httpx.AsyncClient(transport=httpx.ASGITransport(app=site), base_url="http://site") as client,
    ):
        yield client


class Page:
    """A conversation of the web page that was begun before."""

    def __init__(self, http: httpx.AsyncClient, token: str, words: str) -> None:
        self._http = http
        self._token = token
        self._ids = iter(range(1, 1000))
        self._words = words

    async def say(self, text: str) -> str:
        named = {"id": f"{self._words}-{next(self._ids):03}", "text": text}
        answer = await self.post("messages", **named)
        return "\n".join(message["text"] for message in answer["messages"])

    async def said(self) -> list[str]:
        return [entry["said"] for entry in (await self.post("history"))["exchanges"]]

    async def post(self, what: str, **body: Any) -> dict[str, Any]:
        response = await self._http.post(f"/chat/{what}", json={"conversation": self._token, **body})
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found


async def test_the_page_shows_what_was_said(http: httpx.AsyncClient) -> None:
    said = await Page(http, FACTS["draft"]["conversation"], "looking").said()
    assert said[:2] == ["办食品经营许可（新办）", "租的"]
    assert ZHAO.phone not in "".join(said)


async def test_the_pending_question_is_answered_and_the_draft_submitted_on_another_device(
    http: httpx.AsyncClient,
) -> None:
    page = Page(http, FACTS["draft"]["conversation"], "drafting")
    assert "不超过200平方米" in await page.say("一百来平，我自己去办")

    device = Page(http, (await http.post("/chat/conversations")).json()["conversation"], "resuming")
    resumed = await device.post("resume", id="resuming-000", code=FACTS["draft"]["code"])
    assert resumed["carried_over"] and "租的" in await device.said()
    answered = await device.say("没有")
    for _ in range(8):
        if "一次性告知单" in answered:
            break
        answered = await device.say("没有")
    assert "房屋租赁合同" in answered
    assert "还差1处" in await device.say("材料都齐了，提交")  # name and phone number are those of before
    await device.say(f"身份证{ZHAO.id_number}")
    assert "已提交" in await device.say("是")


async def test_an_offer_of_before_is_chosen_from(http: httpx.AsyncClient) -> None:
    chosen = await Talk(http, FACTS["offer"]["sender"]).say("第一个")
    assert FACTS["offer"]["first"] in chosen and "？" in chosen


async def test_the_status_of_a_case_is_told(http: httpx.AsyncClient) -> None:
    case = FACTS["case"]
    told = await Talk(http, "somebody").say(f"查一下{case['number']} 尾号{case['phone_tail']}")
    assert "补正中" in told and "第2页没有签名" in told


async def test_the_conversation_of_a_case_knows_it(http: httpx.AsyncClient) -> None:
    case = FACTS["case"]
    told = await Page(http, case["conversation"], "asking").say("我的件办到哪了")
    assert case["number"] in told and "补正中" in told and "第2页没有签名" in told


async def test_another_conversation_is_told_it_by_the_phone_tail_alone(http: httpx.AsyncClient) -> None:
    case = FACTS["case"]
    stranger = Talk(http, "stranger")
    asked = await stranger.say(f"查一下{case['number']}")
    assert "后4位" in asked and "补正中" not in asked
    assert "补正中" in await stranger.say(case["phone_tail"])


async def test_logs_hold_and_a_second_start_has_nothing_to_do(
    http: httpx.AsyncClient, old: Installation
) -> None:
    result = await asyncio.to_thread(verified, old.settings)
    assert result.entries >= 3 and not result.broken
    assert await asyncio.to_thread(brought_up, old.folder, old.settings, Role.ALL) == ""
