"""What an officer says comes to the follower at once, within WeChat's quota; what waits is left to the next reply."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.wechat.platform.errors import PlatformFault
from tests.wechat.conftest import Setup

pytestmark = pytest.mark.anyio

SEND = "/cgi-bin/message/custom/send"


@pytest.fixture
async def said(setup: Setup) -> dict[str, Any]:
    """What an officer says to somebody who has written here."""
    opened = setup.open()
    await setup.platform.say("o-1", "转人工")
    follower = await opened.store.followers.by_name(opened.store.followers.name_of("o-1"))
    assert follower is not None
    return {
        "kind": "talk",
        "key": "talk/a/1",
        "conversation": opened.store.followers._known_as(follower.conversation),
        "lines": [{"speaker": "notice", "text": "工作人员来了。"}, {"speaker": "officer", "text": "您好"}],
    }


def sent(setup: Setup) -> list[str]:
    return [one.text for one in setup.platform.seen["o-1"] if one.how == "custom"]


async def test_it_is_sent_once_and_says_who_speaks(setup: Setup, said: dict[str, Any]) -> None:
    for _ in range(2):
        assert await setup.opened[0].courier.take(said) == "custom"
    assert sent(setup) == ["工作人员来了。\n工作人员：您好"]


async def test_above_the_quota_it_waits_and_is_not_kept_twice(setup: Setup, said: dict[str, Any]) -> None:
    ways = [await setup.opened[0].courier.take({**said, "key": f"talk/a/{n}"}) for n in range(6)]
    assert ways == ["custom"] * 5 + ["waiting"]
    shown = await setup.platform.say("o-1", "在吗")
    assert shown is not None and shown.text == "第2句：在吗"


async def test_it_is_tried_again_where_wechat_is_busy(setup: Setup, said: dict[str, Any]) -> None:
    for _ in range(7):  # what did not reach WeChat does not count
        setup.platform.faults[SEND] = [-1]
        with pytest.raises(PlatformFault):
            await setup.opened[0].courier.take(said)
    assert await setup.opened[0].courier.take(said) == "custom"
    assert len(sent(setup)) == 1


async def test_whoever_does_not_follow_any_more_is_sent_nothing(setup: Setup, said: dict[str, Any]) -> None:
    await setup.platform.deliver(setup.platform.event("o-1", "unsubscribe"))
    assert await setup.opened[0].courier.take(said) == "waiting"
    assert await setup.opened[0].courier.take({**said, "conversation": "nobody's"}) == "unknown"


async def test_words_of_an_officer_make_no_link(setup: Setup, said: dict[str, Any]) -> None:
    line = {"speaker": "officer", "text": '<a href="http://bad.example">x</a>'}
    await setup.opened[0].courier.take({**said, "lines": [line]})
    assert "<" not in sent(setup)[0]


async def test_over_the_network_what_is_no_message_is_refused(setup: Setup, said: dict[str, Any]) -> None:
    http, token = setup.platform.callback, {"Authorization": "Bearer api-token"}
    for body, status in (
        ({"kind": "talk", "conversation": said["conversation"]}, 422),
        ({**said, "lines": 1}, 422),
        (said, 200),
    ):
        answer = await http.post("/webhooks/wechat/progress", json=body, headers=token)
        assert answer.status_code == status, answer.text
