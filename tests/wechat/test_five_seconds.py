"""WeChat waits five seconds: a slow answer is announced, run once, and comes of the account's own accord or with the next (quality 21)."""

from __future__ import annotations

import pytest

from tests.wechat.conftest import Setup
from tests.wechat.standin import WeChat

pytestmark = pytest.mark.anyio


@pytest.fixture
def slow(setup: Setup) -> Setup:
    setup.dialogue.held.add("提交")
    setup.dialogue.answers("提交", "已提交。办件编号 261123000017")
    return setup


async def wakes(setup: Setup) -> None:
    """The api answers at last."""
    setup.dialogue.go.set()
    for one in setup.opened:
        await one.channel.settled()


class TestSlow:
    async def test_the_answer_follows_by_customer_service(self, slow: Setup, wechat: WeChat) -> None:
        shown = await wechat.say("o-1", "提交")
        assert shown is not None and "结果出来就发给您" in shown.text
        await wakes(slow)
        assert [one.how for one in wechat.seen["o-1"]] == ["passive", "custom"]
        assert wechat.seen["o-1"][1].text == "已提交。办件编号 261123000017"
        assert slow.dialogue.heard == ["提交"]

    async def test_copies_get_the_first_answer_and_it_follows_once(self, slow: Setup, wechat: WeChat) -> None:
        message = wechat.text("o-1", "提交")
        for _ in range(3):
            shown = await wechat.deliver(message)
            assert shown is not None and "结果出来就发给您" in shown.text
        await wakes(slow)
        assert slow.dialogue.heard == ["提交"]
        assert [one.text for one in wechat.seen["o-1"] if one.how == "custom"] == [
            "已提交。办件编号 261123000017"
        ]

    async def test_where_nothing_may_be_sent_it_comes_with_the_next_answer(self, slow: Setup) -> None:
        slow.settings["secret"] = ""
        slow.open()
        await slow.platform.say("o-1", "提交")
        await wakes(slow)
        shown = await slow.platform.say("o-1", "怎么样了")
        assert shown is not None
        assert shown.text == "刚才还没有送到的：\n已提交。办件编号 261123000017\n第2句：怎么样了"
        again = await slow.platform.say("o-1", "好的")
        assert again is not None and again.text == "第3句：好的"

    @pytest.mark.parametrize("code", [45015, 45047, 43004, -1])
    async def test_what_wechat_does_not_take_comes_with_the_next_answer(
        self, slow: Setup, wechat: WeChat, code: int
    ) -> None:
        wechat.faults["/cgi-bin/message/custom/send"] = [code]
        await wechat.say("o-1", "提交")
        await wakes(slow)
        shown = await wechat.say("o-1", "怎么样了")
        assert shown is not None and "261123000017" in shown.text
        assert [one.how for one in wechat.seen["o-1"]] == ["passive", "passive"]

    async def test_a_process_that_ends_meanwhile_loses_nothing(self, slow: Setup, wechat: WeChat) -> None:
        await wechat.say("o-1", "提交")
        slow.clock.now += 120
        slow.dialogue.stuck.clear()
        shown = await wechat.say("o-1", "怎么样了")
        assert shown is not None and "不知道办成了没有" in shown.text
        await wakes(slow)
        assert [one.how for one in wechat.seen["o-1"]] == ["passive", "passive"]


class TestSeveral:
    async def test_the_second_part_follows_within_the_quota(self, setup: Setup) -> None:
        setup.public_url = ""
        setup.open()
        text = "\n".join(f"{n} 材料要求" for n in range(400))
        setup.dialogue.answers("全文", text)
        shown = await setup.platform.say("o-1", "全文")
        await wakes(setup)
        seen = setup.platform.seen["o-1"]
        assert shown is not None and [one.how for one in seen] == ["passive"] + ["custom"] * (len(seen) - 1)
        assert "\n".join(one.text for one in seen) == text

    async def test_what_is_above_the_quota_waits_for_the_next_message(self, setup: Setup) -> None:
        setup.public_url = ""
        setup.open()
        text = "\n".join(f"{n} 材料要求" for n in range(1000))
        setup.dialogue.answers("全文", text)
        for words in ("全文", "接着", "再来"):
            await setup.platform.say("o-1", words)
            await wakes(setup)
        seen = "\n".join(one.text for one in setup.platform.seen["o-1"])
        assert all(f"{n} 材料要求" in seen for n in range(1000))
        assert seen.count("\n999 材料要求") == 1
