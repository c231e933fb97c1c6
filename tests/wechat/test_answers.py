"""Everything that comes in is answered, or met with silence by intent."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.wechat.wording import say
from tests.wechat.conftest import Setup
from tests.wechat.standin import WeChat

pytestmark = pytest.mark.anyio


async def answer(wechat: WeChat, kind: str, **fields: str) -> str | None:
    shown = await wechat.deliver(wechat.message("o-1", kind, **fields))
    return shown.text if shown else None


class TestMessages:
    async def test_what_was_heard_of_a_voice_is_said(self, setup: Setup, wechat: WeChat) -> None:
        assert await answer(wechat, "voice", MediaId="1", Recognition="换身份证。") == "第1句：换身份证。"

    async def test_what_is_said_counts_like_what_is_written(self, setup: Setup, wechat: WeChat) -> None:
        assert await answer(wechat, "voice", MediaId="1", Recognition="解除绑定。") == say("unbind_ask")

    @pytest.mark.parametrize("heard", [{}, {"Recognition": ""}, {"Recognition": "。"}])
    async def test_a_voice_that_was_not_heard_is_to_be_written(
        self, setup: Setup, wechat: WeChat, heard: dict[str, str]
    ) -> None:
        assert await answer(wechat, "voice", MediaId="1", **heard) == say("voice_empty")
        assert setup.dialogue.heard == []

    @pytest.mark.parametrize(
        ("kind", "words"),
        [
            ("video", "video"),
            ("shortvideo", "video"),
            ("link", "link"),
            ("file", "file"),
            ("hologram", "unknown"),
        ],
    )
    async def test_what_cannot_be_read_is_told_what_to_do(
        self, setup: Setup, wechat: WeChat, kind: str, words: str
    ) -> None:
        assert await answer(wechat, kind, MediaId="1") == say(words)
        assert setup.dialogue.heard == []

    @pytest.mark.parametrize(
        ("text", "heard"),
        [("[微笑]", "[微笑]"), ("【收到不支持的消息类型，暂无法显示】", "[动画表情]")],
    )
    async def test_stickers_and_emoticons_are_words_to_the_dialogue(
        self, setup: Setup, wechat: WeChat, text: str, heard: str
    ) -> None:
        assert await answer(wechat, "text", Content=text) == f"第1句：{heard}"


class TestEvents:
    async def test_a_menu_entry_says_its_words(self, setup: Setup, wechat: WeChat) -> None:
        shown = await wechat.deliver(wechat.event("o-1", "CLICK", EventKey="我的件办到哪了"))
        assert shown is not None and shown.text == "第1句：我的件办到哪了"

    @pytest.mark.parametrize(
        ("event", "fields"),
        [
            ("VIEW", {"EventKey": "https://centre.example"}),
            ("view_miniprogram", {"EventKey": "pages/index/index", "MenuId": "1"}),
            ("LOCATION", {"Latitude": "30.1", "Longitude": "110.1", "Precision": "9"}),
            ("unsubscribe", {"EventKey": ""}),
            (
                "scancode_push",
                {"ScanCodeInfo": {"ScanType": "qrcode", "ScanResult": "https://other.example/1"}},
            ),
            ("user_authorization_revoke", {}),
        ],
    )
    async def test_what_needs_no_answer_gets_none(
        self, setup: Setup, wechat: WeChat, event: str, fields: dict[str, Any]
    ) -> None:
        response = await wechat.post(wechat.event("o-1", event, **fields))
        assert (response.status_code, response.text) == (200, "success")
        assert setup.dialogue.heard == []

    @pytest.mark.parametrize(
        ("read", "answer"),
        [
            ("https://centre.example/#open=progress&case=261123000017", "第1句：查办件 261123000017"),
            ("https://centre.example/a/kR5pW2vTj7sNd4fb0Yl3", say("scene_appointment")),
        ],
    )
    async def test_a_printed_code_of_ours_goes_on_here(self, wechat: WeChat, read: str, answer: str) -> None:
        code = {"ScanType": "qrcode", "ScanResult": read}
        shown = await wechat.deliver(
            wechat.event("o-1", "scancode_waitmsg", EventKey="scan", ScanCodeInfo=code)
        )
        assert shown is not None and shown.text == answer

    async def test_a_code_that_is_not_ours_is_told_so(self, setup: Setup, wechat: WeChat) -> None:
        shown = await wechat.deliver(wechat.event("o-1", "SCAN", EventKey="somebody else's"))
        assert shown is not None and shown.text == say("scene_gone")


class TestUnbinding:
    async def test_it_is_asked_first_and_a_copy_unbinds_no_second_time(
        self, setup: Setup, wechat: WeChat
    ) -> None:
        assert await answer(wechat, "text", Content="解除绑定") == say("unbind_ask")
        followers = setup.opened[0].store.followers
        done = wechat.text("o-1", "确定解除")
        for _ in range(2):
            shown = await wechat.deliver(done)
            assert shown is not None and shown.text == say("unbound")
        found = await followers.by_name(followers.name_of("o-1"))
        assert found is not None and found.generation == 2
