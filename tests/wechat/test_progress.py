"""News of a case take the first way that is open, and what was taken stands with them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.wechat.account import Account, NoticeTemplate
from bot.channels.wechat.platform.errors import PlatformFault
from bot.channels.wechat.store import key_of
from tests.wechat.conftest import Setup

pytestmark = pytest.mark.anyio

FIELDS: dict[str, Any] = {"thing1": "item", "thing2": "text"}


@pytest.fixture
async def told(setup: Setup) -> dict[str, Any]:
    """A message of a case that somebody has submitted here."""
    setup.account = Account(
        subscription=NoticeTemplate(template="S1", fields=FIELDS),
        template=NoticeTemplate(template="T1", fields=FIELDS),
    )
    opened = setup.open()
    setup.platform.templates = [{"template_id": "S1"}, {"template_id": "T1"}]
    await setup.platform.say("o-1", "你好")
    follower = await opened.store.followers.by_name(opened.store.followers.name_of("o-1"))
    assert follower is not None
    return {
        "key": "told/1",
        "conversation": opened.store.followers._known_as(follower.conversation),
        "case": "261123000017",
        "item": "食品经营许可（新办）",
        "state_label": "补正中",
        "at": "2026-11-23T09:30:00+08:00",
        "text": "窗口请您在5个工作日内补正：健康证明过期。",
    }


async def agree(setup: Setup, status: str = "accept") -> None:
    entry = {"TemplateId": "S1", "SubscribeStatusString": status}
    await setup.platform.deliver(
        setup.platform.event("o-1", "subscribe_msg_popup_event", SubscribeMsgPopupEvent={"List": entry})
    )


class TestWays:
    async def test_by_subscription_once_agreed_to_and_only_once(
        self, setup: Setup, told: dict[str, Any]
    ) -> None:
        await agree(setup)
        progress = setup.opened[0].courier
        assert await progress.take(told) == "subscription"
        assert await progress.take(told) == "subscription"
        assert await progress.take({**told, "key": "told/2"}) == "template"
        seen = [one.how for one in setup.platform.seen["o-1"]]
        assert seen == ["passive", "subscription", "template"]

    async def test_refused_by_the_follower_the_next_way_is_taken(
        self, setup: Setup, told: dict[str, Any]
    ) -> None:
        await agree(setup)
        setup.platform.faults["/cgi-bin/message/subscribe/bizsend"] = [43101]
        setup.platform.faults["/cgi-bin/message/template/send"] = [40037]
        assert await setup.opened[0].courier.take(told) == "custom"
        assert told["text"] in setup.platform.seen["o-1"][-1].text

    @pytest.mark.parametrize("code", [45015, 45047])
    async def test_where_none_is_open_it_comes_with_the_next_answer(
        self, setup: Setup, told: dict[str, Any], code: int
    ) -> None:
        setup.platform.templates = []
        setup.platform.faults["/cgi-bin/message/custom/send"] = [code]
        assert await setup.opened[0].courier.take(told) == "waiting"
        shown = await setup.platform.say("o-1", "在吗")
        assert shown is not None and told["text"] in shown.text

    async def test_what_may_work_later_is_tried_later(self, setup: Setup, told: dict[str, Any]) -> None:
        setup.platform.faults["/cgi-bin/message/template/send"] = [-1]
        with pytest.raises(PlatformFault):
            await setup.opened[0].courier.take(told)
        assert await setup.opened[0].courier.take(told) == "template"

    async def test_what_the_answer_has_told_spends_no_agreement_and_no_quota(
        self, setup: Setup, told: dict[str, Any]
    ) -> None:
        await agree(setup)
        assert await setup.opened[0].courier.take({**told, "act": "submit"}) == "answered"
        assert (
            await setup.opened[0].courier.take({**told, "key": "told/2", "act": "receive"}) == "subscription"
        )

    async def test_one_that_was_sent_before_is_not_sent_another_way(
        self, setup: Setup, told: dict[str, Any]
    ) -> None:
        setup.platform.faults["/cgi-bin/message/template/send"] = [45067]
        assert await setup.opened[0].courier.take(told) == "template"
        assert [one.how for one in setup.platform.seen["o-1"]] == ["passive"]

    async def test_an_unbound_follower_is_told_nothing(self, setup: Setup, told: dict[str, Any]) -> None:
        await setup.platform.say("o-1", "确定解除")
        assert await setup.opened[0].courier.take(told) == "unknown"

    async def test_what_wechat_reports_afterwards_is_taken_down(
        self, setup: Setup, told: dict[str, Any]
    ) -> None:
        progress, store = setup.opened[0].courier, setup.opened[0].store
        await progress.take(told)
        sent = await store.deliveries.of(key_of("told/1"))
        assert sent is not None and sent.way == "template"
        await setup.platform.deliver(
            setup.platform.event(
                "o-1", "TEMPLATESENDJOBFINISH", MsgID=sent.receipt, Status="failed:user block"
            )
        )
        after = await store.deliveries.of(key_of("told/1"))
        assert after is not None and after.code == "failed:user block"


class TestRoute:
    async def test_only_the_api_may_hand_over(self, setup: Setup, told: dict[str, Any]) -> None:
        http = setup.platform.callback
        refused = await http.post("/webhooks/wechat/progress", json=told)
        assert refused.status_code == 401
        taken = await http.post(
            "/webhooks/wechat/progress", json=told, headers={"Authorization": "Bearer api-token"}
        )
        assert taken.json() == {"way": "template"}
