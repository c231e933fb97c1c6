"""The page inside WeChat: a link opens the page of its follower and of nobody else, once."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.channels.wechat.account import Account, NoticeTemplate
from tests.wechat.conftest import Setup
from tests.wechat.standin import ticket_in

pytestmark = pytest.mark.anyio


@pytest.fixture
def asked(setup: Setup) -> Setup:
    setup.dialogue.answers("提交", "还差2处。", kind="form", gaps=[], remarks=[], waiting=0)
    return setup


async def enter(setup: Setup, ticket: str) -> tuple[int, str]:
    response = await setup.platform.callback.post("/chat/enter", json={"ticket": ticket})
    return response.status_code, response.json().get("conversation", response.json().get("code"))


class TestTicket:
    async def test_is_good_once_and_only_for_half_an_hour(self, asked: Setup) -> None:
        asked.open()
        shown = await asked.platform.say("o-1", "提交")
        assert shown is not None
        status, name = await enter(asked, ticket_in(shown.text))
        assert status == 200 and len(name) == 54
        assert await enter(asked, ticket_in(shown.text)) == (404, "ticket_gone")
        again = await asked.platform.say("o-1", "提交")
        assert again is not None
        asked.clock.now += 1801
        assert await enter(asked, ticket_in(again.text)) == (404, "ticket_gone")

    async def test_a_copy_has_the_same_link(self, asked: Setup) -> None:
        asked.open()
        message = asked.platform.text("o-1", "提交")
        one, two = await asked.platform.deliver(message), await asked.platform.deliver(message)
        assert one is not None and two is not None and one.text == two.text

    async def test_each_opens_its_own_followers_page(self, asked: Setup) -> None:
        asked.open()
        names = set()
        for user in ("o-1", "o-2"):
            shown = await asked.platform.say(user, "提交")
            assert shown is not None
            names.add((await enter(asked, ticket_in(shown.text)))[1])
        assert len(names) == 2

    @pytest.mark.parametrize("ticket", ["", "o-1", "A" * 24, "A" * 5000])
    async def test_a_forged_one_opens_nothing(self, asked: Setup, ticket: str) -> None:
        asked.open()
        await asked.platform.say("o-1", "提交")
        assert await enter(asked, ticket) == (404, "ticket_gone")

    async def test_one_from_before_unbinding_opens_nothing(self, asked: Setup) -> None:
        asked.open()
        shown = await asked.platform.say("o-1", "提交")
        assert shown is not None
        await asked.platform.say("o-1", "确定解除")
        assert await enter(asked, ticket_in(shown.text)) == (404, "ticket_gone")


class TestOauth:
    @pytest.fixture
    def oauth(self, asked: Setup) -> Setup:
        asked.settings |= {"oauth": True}
        asked.open()
        return asked

    async def test_whoever_wechat_names_gets_their_own_page(self, oauth: Setup) -> None:
        shown = await oauth.platform.say("o-1", "提交")
        assert shown is not None and "#t=" not in shown.text and "/wechat/open?go=form" in shown.text
        http = oauth.platform.callback
        asking = await http.get("/wechat/open", params={"go": "form"})
        query = parse_qs(urlsplit(asking.headers["location"]).query)
        assert query["scope"] == ["snsapi_base"] and query["redirect_uri"] == [
            "https://centre.example/wechat/known"
        ]
        oauth.platform.codes["c-1"] = "o-1"
        known = await http.get("/wechat/known", params={"code": "c-1", "state": query["state"][0]})
        assert known.headers["location"].endswith("&open=form")
        status, name = await enter(oauth, ticket_in(known.headers["location"]))
        follower = await oauth.opened[0].store.followers.by_name(
            oauth.opened[0].store.followers.name_of("o-1")
        )
        assert follower is not None and (status, name) == (200, follower.conversation)

    async def test_a_state_of_another_browser_opens_nothing(self, oauth: Setup) -> None:
        http = oauth.platform.callback
        asking = await http.get("/wechat/open", params={"go": ""})
        state = parse_qs(urlsplit(asking.headers["location"]).query)["state"][0]
        http.cookies.clear()
        oauth.platform.codes["c-1"] = "o-1"
        answer = await http.get("/wechat/known", params={"code": "c-1", "state": state})
        assert answer.status_code == 403 and answer.json()["code"] == "state_gone"


class TestSignature:
    async def test_signs_addresses_of_the_page_only(self, setup: Setup) -> None:
        setup.account = Account(subscription=NoticeTemplate(template="S1", fields={"thing1": "item"}))
        setup.open()
        http = setup.platform.callback
        signed = (await http.post("/chat/wechat-signature", json={"url": "https://centre.example/"})).json()
        said = (
            f"jsapi_ticket=jsticket&noncestr={signed['nonce']}"
            f"&timestamp={signed['timestamp']}&url=https://centre.example/"
        )
        assert signed["notices"] == ["S1"]
        assert signed["signature"] == hashlib.sha1(said.encode()).hexdigest()
        for url in (
            "https://bad.example/",
            "https://centre.example.bad.example/",
            "https://centre.example/#t=x",
            7,
        ):
            assert (await http.post("/chat/wechat-signature", json={"url": url})).status_code == 422
