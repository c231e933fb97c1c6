"""A whole affair in WeChat: from following the account to the news of the case, with the page inside it, through the real wire format."""

from __future__ import annotations

import asyncio
import io
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from starlette.types import ASGIApp, Receive, Scope, Send

from actions.client.api_client import ApiClient
from api.platform.clock import Clock
from bot.channels.wechat.settings import WeChatSettings
from intake.datafolder import DataFolder
from intake.people import person
from intake.prepare import api_settings
from intake.settings import SiteSettings
from intake.site import Site
from tests.journeys.officers import officer_at
from tests.readonce import ReadOnce
from tests.waiting import until
from tests.wechat import standin
from tests.wechat.standin import WeChat, ticket_in

pytestmark = pytest.mark.anyio

APPLICANT = person(71)
PAGE = "https://centre.example"


class Account:
    """The site with an account, and the platform that calls it."""

    def __init__(self, site: Site, platform: WeChat, http: httpx.AsyncClient) -> None:
        self.site, self.platform, self.http = site, platform, http

    async def say(self, user: str, text: str) -> str:
        return await self.send(self.platform.text(user, text))

    async def send(self, message: dict[str, Any]) -> str:
        """Everything that the follower sees of an answer, however slow the machine is."""
        user = message["FromUserName"]
        before = len(self.platform.seen[user])
        await self.platform.deliver(message)
        assert self.site.wechat is not None
        await self.site.wechat.channel.settled()
        return "\n".join(one.text for one in self.platform.seen[user][before:])

    async def page(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        response = await self.http.request("PUT" if path.endswith("personal") else "POST", path, json=body)
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found


class SleepingSite(Site):
    """A site whose dialogue waits for the api whenever :attr:`sleeps` says so, until :attr:`wakes`."""

    sleeps = ""
    wakes: asyncio.Event

    def _client(self, api: ASGIApp | None) -> ApiClient:
        assert api is not None
        self.wakes = asyncio.Event()

        async def drowsy(scope: Scope, receive: Receive, send: Send) -> None:
            if self.sleeps and scope["path"].endswith(self.sleeps):
                await self.wakes.wait()
            await api(scope, receive, send)

        return ApiClient.in_process(drowsy, self._token)


@pytest.fixture
async def account(
    installed: tuple[DataFolder, Path], clock: Clock, read_once: ReadOnce
) -> AsyncIterator[Account]:
    async with opened(installed, clock, read_once) as made:
        yield made


@asynccontextmanager
async def opened(
    installed: tuple[DataFolder, Path],
    clock: Clock,
    read_once: ReadOnce,
    site_class: type[Site] = Site,
) -> AsyncIterator[Account]:
    """The site with an account."""
    folder, model = installed
    settings = api_settings(folder).model_copy(update={"public_url": PAGE, "precheck": False})
    keys = {"app_id": standin.APP_ID, "token": standin.TOKEN, "aes_key": standin.AES_KEY}
    routes: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await routes[0](scope, receive, send)

    platform = WeChat(app, time.time)  # type: ignore[arg-type]
    site = site_class(
        folder,
        settings,
        SiteSettings(),
        model=model,
        clock=clock,
        loading=read_once.loading,
        wechat=WeChatSettings(**keys, secret=standin.SECRET, answer_within_s=4.9),
        wechat_transport=platform.transport,
    )
    routes.append(site)
    async with (
        site.opened(),
        httpx.AsyncClient(transport=httpx.ASGITransport(app=site), base_url="http://page") as http,
    ):
        yield Account(site, platform, http)
    await platform.callback.aclose()


async def notice_drawn(account: Account, user: str) -> None:
    said = await account.say(user, "居住证（签注）")
    for _ in range(8):
        if "一次性告知单" in said:
            return
        said = await account.say(user, "没有换")
    raise AssertionError(said)


async def test_an_affair_from_following_to_the_news_of_the_case(
    account: Account, installed: tuple[DataFolder, Path], clock: Clock
) -> None:
    user = "o-journey-one"
    assert "您想办什么事" in await account.send(account.platform.event(user, "subscribe", EventKey=""))
    await notice_drawn(account, user)
    form = await account.say(user, "材料都齐了")
    assert "安全表单" in form and "请直接把" not in form

    link = ticket_in(form)
    entered = await account.page("/chat/enter", {"ticket": link})
    used = await account.http.post("/chat/enter", json={"ticket": link})
    assert used.status_code == 404 and used.json()["code"] == "ticket_gone"
    name = f"{entered['channel']}：{entered['conversation']}"
    history = await account.page("/chat/history", {"conversation": entered["conversation"]})
    assert [one["said"] for one in history["exchanges"]][1] == "居住证（签注）"
    intake = await account.page("/api/v1/intakes/current", {"channel": "wechat", "conversation": name})
    values = {"name": APPLICANT.name, "id_number": APPLICANT.id_number, "phone": APPLICANT.phone}
    await account.page(f"/api/v1/intakes/{intake['id']}/personal", {"values": values})

    assert "提交" in await account.say(user, "提交")
    said = await account.say(user, "是")
    found = re.search(r"\d{12}", said)
    assert found and "已提交" in said
    number = found[0]
    assert number in await account.say(user, "我的件办到哪了")

    stranger = await account.say("o-stranger", "我的件办到哪了")
    assert number not in stranger
    seen, before = account.platform.seen[user], len(account.platform.seen[user])
    async with officer_at(account.http, installed[0], clock, "police") as officer:
        done = await officer.client.post(f"/desk/cases/{number}/acts/receive", json={"version": 1})
        assert done.status_code == 200, done.text
        await until(lambda: seen[before:])
    assert "看办件进度" in seen[before].text and seen[before].how == "custom"


async def test_what_is_typed_all_the_same_is_taken_out(account: Account, data_folder: Path) -> None:
    user = "o-journey-two"
    await notice_drawn(account, user)
    await account.say(user, "材料都齐了")
    said = await account.say(
        user, f"我叫{APPLICANT.name}，身份证{APPLICANT.id_number}，手机{APPLICANT.phone}"
    )
    assert APPLICANT.id_number not in said and APPLICANT.phone not in said
    for file in data_folder.glob("dialogues.db*"):
        kept = file.read_bytes()
        assert APPLICANT.id_number.encode() not in kept and APPLICANT.phone.encode() not in kept


def photo() -> bytes:
    """A picture as a phone takes it."""
    picture = io.BytesIO()
    Image.new("RGB", (1600, 1200), "white").save(picture, "JPEG")
    return picture.getvalue()


async def test_a_photo_goes_to_the_material_that_waits_or_is_chosen(account: Account) -> None:
    platform, user = account.platform, "o-journey-four"
    sent = {"PicUrl": "https://mmbiz.qpic.cn/x", "MediaId": "media-1"}
    assert "还不知道是办哪件事" in await account.send(platform.message(user, "image", **sent))
    await notice_drawn(account, user)
    platform.media["media-1"] = photo()
    asked = await account.send(platform.message(user, "image", **sent))
    assert "哪一份材料" in asked and "1 居民身份证" in asked
    said = await account.say(user, "1")
    assert "收到：居民身份证" in said and "还缺2份：居民身份证（接着传）" in said
    assert "接着传" in await account.send(platform.message(user, "image", MediaId="gone"))
    assert "没有取到" in await account.say(user, "2")
    assert "接着传" in await account.send(platform.message(user, "image", **sent))
    await account.say(user, "1")
    said = await account.send(platform.message(user, "image", **sent))
    assert "收到：居住证" in said and "要传的都有了" in said


async def test_a_code_on_a_window_a_place_and_unbinding(account: Account) -> None:
    platform, user = account.platform, "o-journey-three"
    assert "12号" in await account.send(platform.event(user, "SCAN", EventKey="w_market"))
    assert "食品经营许可（新办）" in await account.send(
        platform.event(user, "SCAN", EventKey="i_food_operation.new")
    )
    where = {"Location_X": "30.1", "Location_Y": "110.1", "Label": "河东县河西镇人民路"}
    assert "河西镇便民服务中心" in await account.send(platform.message(user, "location", **where))
    assert "确定解除" in await account.say(user, "解除绑定")
    assert "分开" in await account.say(user, "确定解除")


async def test_an_officer_answers_at_once(
    account: Account, installed: tuple[DataFolder, Path], clock: Clock
) -> None:
    user = "o-journey-five"
    seen = account.platform.seen[user]
    await account.say(user, "身份证丢了要补")
    async with officer_at(account.http, installed[0], clock) as officer:
        assert "工作人员" in await account.say(user, "转人工")
        talk = await officer.waiting_talk()
        held = await officer.accept(talk)
        assert "身份证丢了要补" in str(held["lines"])  # what was said before one was asked for
        assert "转给工作人员" in await account.say(user, "户口本没带行不行")
        await officer.say(talk, "可以，先受理，三天内补来。")
        await until(lambda: [one for one in seen if one.text == "工作人员：可以，先受理，三天内补来。"])
        await officer.hand_back(talk, "户口本三天内补")
        await until(lambda: [one for one in seen if "小结：户口本三天内补" in one.text])
    assert all(one.how == "custom" for one in seen if "三天内补" in one.text)
    assert "三天内补" not in await account.say(user, "谢谢")


async def test_a_submission_over_which_the_api_sleeps_is_made_once_and_its_number_follows(
    installed: tuple[DataFolder, Path], clock: Clock, read_once: ReadOnce
) -> None:
    user = "o-journey-six"
    async with opened(installed, clock, read_once, SleepingSite) as account:
        site, platform = account.site, account.platform
        assert isinstance(site, SleepingSite) and site.wechat is not None
        await notice_drawn(account, user)
        await account.say(user, "材料都齐了")
        who = f"我叫{APPLICANT.name}，身份证{APPLICANT.id_number}，手机{APPLICANT.phone}"
        await account.say(user, who)
        site.sleeps, seen = "/submission", platform.seen[user]
        site.wechat.channel._within_s = 0.3
        message = platform.text(user, "提交")
        for _ in range(3):
            shown = await platform.deliver(message)
            assert shown is not None and "结果出来就发给您" in shown.text
        site.wakes.set()
        await site.wechat.channel.settled()
        told = [one for one in seen if "已提交" in one.text]
        assert [one.how for one in told] == ["custom"] and re.search(r"\d{12}", told[0].text)
