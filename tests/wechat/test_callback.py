"""The callback: who may knock, what is taken, and that a message is answered once (quality 18-20)."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from tests.wechat.conftest import Setup, second
from tests.wechat.standin import ACCOUNT, TOKEN, WeChat, signature, xml_of

pytestmark = pytest.mark.anyio

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><xml><Content>&b;</Content></xml>'


class TestAddressCheck:
    async def test_the_echo_comes_back_bare(self, setup: Setup, wechat: WeChat) -> None:
        at = str(int(setup.clock()))
        query = {"timestamp": at, "nonce": "1", "signature": signature(TOKEN, at, "1"), "echostr": "582"}
        response = await wechat.callback.get("/webhooks/wechat", params=query)
        assert response.content == b"582" and response.headers["content-length"] == "3"

    async def test_an_encrypted_echo_is_decrypted(self, setup: Setup, wechat: WeChat) -> None:
        at, echo = str(int(setup.clock())), wechat.encrypted("582")
        query = {
            "timestamp": at,
            "nonce": "1",
            "msg_signature": signature(TOKEN, at, "1", echo),
            "echostr": echo,
        }
        assert (await wechat.callback.get("/webhooks/wechat", params=query)).text == "582"

    async def test_a_wrong_signature_is_refused(self, setup: Setup, wechat: WeChat) -> None:
        query = {"timestamp": str(int(setup.clock())), "nonce": "1", "signature": "0" * 40, "echostr": "582"}
        assert (await wechat.callback.get("/webhooks/wechat", params=query)).status_code == 403


class TestModes:
    @pytest.mark.parametrize("mode", ["aes", "compatible"])
    async def test_an_encrypted_message_is_answered_encrypted(self, wechat: WeChat, mode: str) -> None:
        shown = await wechat.say("o-1", "换身份证", mode=mode)
        assert shown is not None and shown.text == "第1句：换身份证"

    async def test_a_plain_one_only_where_it_is_allowed(self, setup: Setup) -> None:
        setup.open()
        refused = await setup.platform.post(setup.platform.text("o-1", "你好"), mode="plain")
        assert refused.status_code == 403 and setup.dialogue.heard == []
        setup.settings |= {"allow_plain": True, "aes_key": ""}
        setup.open()
        shown = await setup.platform.say("o-1", "你好", mode="plain")
        assert shown is not None and shown.text == "第1句：你好"


class TestRefused:
    """No side effect, a status, and one line in the log without anything of the message."""

    @pytest.mark.parametrize(
        ("query", "reason"),
        [
            ({"msg_signature": "0" * 40}, "signature"),
            ({"timestamp": "1"}, "stale"),
            ({"timestamp": "tomorrow"}, "parameters"),
            ({"nonce": ""}, "parameters"),
            ({"encrypt_type": "raw"}, "plain"),
        ],
    )
    async def test_what_is_not_signed_so(
        self,
        setup: Setup,
        wechat: WeChat,
        query: dict[str, str],
        reason: str,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        response = await wechat.post(wechat.text("o-secret", "我的号码13800001234"), query=query)
        assert response.status_code == 403 and response.text == "" and setup.dialogue.heard == []
        assert [one.getMessage() for one in caplog.records] == [f"callback refused: {reason}"]

    async def test_a_time_older_than_the_window(self, setup: Setup, wechat: WeChat) -> None:
        for age, status in ((300, 200), (301, 403)):
            at = str(int(setup.clock()) - age)
            encrypted = wechat.encrypted(xml_of(wechat.text("o-1", "你好")))
            query = {
                "timestamp": at,
                "nonce": at,
                "encrypt_type": "aes",
                "msg_signature": signature(TOKEN, at, at, encrypted),
            }
            body = f"<xml><Encrypt>{encrypted}</Encrypt></xml>"
            response = await wechat.callback.post("/webhooks/wechat", params=query, content=body)
            assert response.status_code == status

    async def test_a_nonce_that_came_with_other_words(self, setup: Setup) -> None:
        setup.settings |= {"allow_plain": True}
        setup.open()
        at = str(int(setup.clock()))
        query = {"timestamp": at, "nonce": "7", "signature": signature(TOKEN, at, "7")}
        first = setup.platform.text("o-1", "查办件")
        for message, status in (
            (first, 200),
            ({**first, "Content": "撤回"}, 403),
            (first, 200),
            (first, 200),
            (first, 403),
        ):
            response = await setup.platform.callback.post(
                "/webhooks/wechat", params=query, content=xml_of(message).encode()
            )
            assert response.status_code == status
        assert setup.dialogue.heard == ["查办件"]

    async def test_another_key_and_another_account(self, setup: Setup, wechat: WeChat) -> None:
        wechat.app_id = "wxffffffffffffffff"
        assert (await wechat.post(wechat.text("o-1", "你好"))).status_code == 403
        wechat.aes_key = "B" * 43
        assert (await wechat.post(wechat.text("o-1", "你好"))).status_code == 403
        assert setup.dialogue.heard == []

    @pytest.mark.parametrize(
        ("xml", "status"),
        [
            ("<xml><ToUserName>", 400),
            ("words", 400),
            (ENTITIES, 400),
            (ENTITIES.replace("DOCTYPE", "dOctype"), 400),
            ("<xml></xml>", 400),
            (f"<xml><ToUserName>{ACCOUNT}</ToUserName><MsgType>text</MsgType></xml>", 400),
            (
                "<xml><ToUserName>a</ToUserName><FromUserName>b</FromUserName><MsgType>text</MsgType><CreateTime>x</CreateTime></xml>",
                400,
            ),
        ],
    )
    async def test_what_is_no_message(self, setup: Setup, wechat: WeChat, xml: str, status: int) -> None:
        assert (await wechat.post(xml)).status_code == status
        assert setup.dialogue.heard == []

    async def test_more_than_a_megabyte(self, wechat: WeChat) -> None:
        assert (await wechat.post(wechat.text("o-1", "长" * 400_000))).status_code == 413


class TestCleaning:
    async def test_control_characters_are_taken_out(self, setup: Setup, wechat: WeChat) -> None:
        await wechat.say("o-1", "换\x00身\x0b份\x1f证")
        assert setup.dialogue.heard == ["换身份证"]

    async def test_words_that_look_like_a_document_type_are_words(self, setup: Setup, wechat: WeChat) -> None:
        await wechat.say("o-1", "<!DOCTYPE html> 怎么办")
        assert setup.dialogue.heard == ["<!DOCTYPE html> 怎么办"]

    async def test_an_answer_cannot_end_its_section_or_make_a_link(
        self, setup: Setup, wechat: WeChat
    ) -> None:
        setup.dialogue.answers("你好", 'a]]><b> <a href="http://bad.example">x</a>')
        shown = await wechat.say("o-1", "你好")
        assert shown is not None and "<" not in shown.text and "]]>" not in shown.text


class TestOnce:
    async def test_three_copies_at_once_are_one_act_and_one_answer(
        self, setup: Setup, wechat: WeChat
    ) -> None:
        message = wechat.text("o-1", "提交")
        shown = await asyncio.gather(*(wechat.deliver(message) for _ in range(3)))
        assert setup.dialogue.heard == ["提交"]
        assert {one.text for one in shown if one} == {"第1句：提交"}

    async def test_a_copy_that_another_process_gets(self, setup: Setup, wechat: WeChat) -> None:
        message = wechat.text("o-1", "提交")
        first = await wechat.deliver(message)
        again = await second(setup).deliver(message)
        assert first is not None and again is not None and first.text == again.text
        assert setup.dialogue.heard == ["提交"]

    async def test_fifteen_followers_share_a_number(self, setup: Setup, wechat: WeChat) -> None:
        messages = [{**wechat.text(f"o-{n}", "你好"), "MsgId": "42"} for n in range(15)]
        shown = await asyncio.gather(*(wechat.deliver(one) for one in messages))
        assert len(setup.dialogue.heard) == 15 and len({one.text for one in shown if one}) == 15

    async def test_two_events_in_one_second_and_a_copy(self, setup: Setup, wechat: WeChat) -> None:
        one = wechat.event("o-1", "CLICK", EventKey="办证")
        two = wechat.event("o-1", "CLICK", EventKey="查办件")
        for message in (one, two, one):
            await wechat.deliver(message)
        assert setup.dialogue.heard == ["办证", "查办件"]

    async def test_the_same_sentence_twice_is_said_twice(self, setup: Setup, wechat: WeChat) -> None:
        for _ in range(2):
            await wechat.say("o-1", "你好")
        assert len(setup.dialogue.heard) == 2


class TestRetries:
    async def test_a_database_that_is_away_for_a_moment_costs_no_answer(
        self, setup: Setup, wechat: WeChat, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        nonces = setup.opened[0].store.nonces
        use, away = nonces.use, [True, True]

        async def sometimes(nonce: str, content: str, at: float) -> int:
            if away:
                away.pop()
                raise OperationalError("SELECT", {}, Exception("locked"))
            return await use(nonce, content, at)

        monkeypatch.setattr(nonces, "use", sometimes)
        shown = await wechat.insist(wechat.text("o-1", "提交"))
        assert shown is not None and shown.text == "第1句：提交"
        assert setup.dialogue.heard == ["提交"]

    async def test_a_database_that_stays_away_is_told_in_our_words(
        self, setup: Setup, wechat: WeChat, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def never(*_: object, **__: object) -> None:
            raise OperationalError("SELECT", {}, Exception("locked"))

        monkeypatch.setattr(setup.opened[0].store.followers, "met", never)
        shown = await wechat.insist(wechat.text("o-1", "提交"))
        assert shown is not None and "系统刚才出了问题" in shown.text
        assert setup.dialogue.heard == []

    async def test_whoever_is_refused_gets_no_answer_however_often(
        self, setup: Setup, wechat: WeChat
    ) -> None:
        wechat.app_id = "wxffffffffffffffff"
        assert await wechat.insist(wechat.text("o-1", "提交")) is None
        assert setup.dialogue.heard == []


class TestNobodyIsNamed:
    async def test_neither_openid_nor_ticket_in_the_database(self, setup: Setup, wechat: WeChat) -> None:
        setup.dialogue.answers("你好", "请填", kind="form", gaps=[], remarks=[], waiting=0)
        await wechat.say("o-secret-openid", "你好")
        file = Path(setup.url.removeprefix("sqlite:///"))
        kept = b"".join(one.read_bytes() for one in file.parent.glob("dialogues.db*"))
        assert b"o-secret-openid" not in kept and b"centre.example" not in kept
