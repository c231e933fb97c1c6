"""What the centre does not do is recognised and told; departments are reached; nobody is offered four strangers."""

from __future__ import annotations

import pytest

from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


class TestMatters:
    async def test_who_does_it_and_how_to_reach_them(self, talk: Talk) -> None:
        said = await talk.say("工地欠我工资")
        assert said.startswith("「拖欠工资」")
        assert "劳动保障监察机构" in said
        assert "12333" in said
        assert "0000-8600-1004" in said

    async def test_asked_for_its_place_it_is_not_the_centre(self, talk: Talk) -> None:
        said = await talk.say("公证处在哪里")
        assert "12348" in said
        assert "政务路" not in said

    async def test_in_the_middle_of_an_affair_the_question_comes_again(self, talk: Talk) -> None:
        await talk.say("驾驶证到期了要换")
        said = await talk.say("公证处在哪里")
        assert "12348" in said
        assert "接着刚才的问题" in said

    async def test_an_item_is_still_an_item(self, talk: Talk) -> None:
        assert "居民身份证（补领）" in await talk.say("身份证丢了要补")


class TestDepartments:
    @pytest.mark.parametrize(
        ("asked", "phone"),
        [
            ("教育局电话多少", "0000-8600-1014"),
            ("公安局在哪", "0000-8600-1002"),
            ("咱县工商局的电话是多少", "0000-8600-1001"),
        ],
    )
    async def test_by_name_or_nickname(self, talk: Talk, asked: str, phone: str) -> None:
        assert phone in await talk.say(asked)


STORY = "我们厂子停工半年了，老板跑了，社保也断了，医保卡刷不出来，现在找谁管这个事情"
"""It may be ours, or one of those that others do."""


class TestMenus:
    async def test_a_story_that_may_be_ours_or_not_is_asked_about_and_what_is_picked_goes_on(
        self, talk: Talk
    ) -> None:
        assert "我听着像下面几件" in await talk.say(STORY)
        titles = [button["title"] for button in talk.messages[-1]["buttons"]]
        (ours, *_) = [
            title.removesuffix("（在这里办）") for title in titles if title.endswith("（在这里办）")
        ]
        assert any("（找" in title for title in titles)
        assert f"办理的是：{ours}" in await talk.say(ours)

    async def test_one_that_is_sure_is_begun_with_what_was_told_of_it(self, talk: Talk) -> None:
        reply = await talk.say("公司要注销，没欠债")
        assert "办理的是：有限责任公司登记（注销）" in reply and "已记下：没有或已全部清偿" in reply

    async def test_no_menu_of_strangers(self, talk: Talk) -> None:
        reply = await talk.say("带宠物能进吗")
        assert "宠物不能进，服务犬可以" in reply
        assert "养犬登记（" not in reply and not talk.messages[-1].get("buttons")
