"""WeChat's server: one token for all processes, its errcodes by meaning, the menu and templates held against ours (quality 22)."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.channels.wechat.account import Account, AccountFault, menu_of, read_account
from bot.channels.wechat.platform.errors import PlatformFault
from bot.channels.wechat.platform.server import Platform
from bot.channels.wechat.rendering import Outgoing
from intake.wechat.codes import scenes_of, sheet_of
from intake.wechat.comparison import menu_differences, template_faults
from tests.shipped import shipped_catalogue
from tests.wechat.conftest import Setup
from tests.wechat.standin import WeChat

pytestmark = pytest.mark.anyio


@pytest.fixture
def platform(setup: Setup) -> Platform:
    opened = setup.open().platform
    assert opened is not None
    return opened


class TestToken:
    async def test_one_is_fetched_for_all_that_ask_at_once(self, setup: Setup, platform: Platform) -> None:
        other = setup.open().platform
        assert other is not None
        tokens = await asyncio.gather(*(one.token() for one in (platform, other) for _ in range(5)))
        assert len(set(tokens)) == 1 and setup.platform.tokens == {False: 1, True: 0}

    async def test_before_its_end_another_one_is_fetched(self, setup: Setup, platform: Platform) -> None:
        first = await platform.token()
        setup.clock.now += 6900
        assert await platform.token() != first

    async def test_one_that_was_refreshed_elsewhere_is_found_in_one_retry(
        self, setup: Setup, platform: Platform
    ) -> None:
        await setup.platform.say("o-1", "你好")
        await platform.send("o-1", Outgoing("一"))
        setup.platform.refresh_elsewhere()
        setup.platform.calls.clear()
        await platform.send("o-1", Outgoing("二"))
        sends = [one for one in setup.platform.calls if one.endswith("custom/send")]
        assert len(sends) == 2 and setup.platform.tokens[True] == 0
        assert [one.text for one in setup.platform.seen["o-1"] if one.how == "custom"] == ["一", "二"]

    @pytest.mark.parametrize("code", [40001, 40014, 42001])
    async def test_what_is_refused_again_is_a_fault(
        self, setup: Setup, platform: Platform, code: int
    ) -> None:
        setup.platform.faults["/cgi-bin/message/custom/send"] = [code, code]
        with pytest.raises(PlatformFault) as caught:
            await platform.send("o-1", Outgoing("一"))
        assert caught.value.code == code
        assert setup.platform.calls.count("/cgi-bin/message/custom/send") == 2


class TestOperator:
    @pytest.mark.parametrize(
        ("code", "words"),
        [(40164, "白名单"), (48001, "权限"), (40125, "AppSecret"), (50002, "停用"), (99999, "99999")],
    )
    def test_is_told_what_to_mend(self, code: int, words: str) -> None:
        assert words in PlatformFault(code).says

    async def test_no_answer_is_a_fault_with_a_sentence(self, setup: Setup, platform: Platform) -> None:
        setup.platform.faults["/cgi-bin/stable_token"] = [-1]
        with pytest.raises(PlatformFault) as caught:
            await platform.token()
        assert "忙" in caught.value.says


ACCOUNT = """
wechat:
  menu:
    - {name: 我要办事, opens: ""}
    - name: 常用
      entries:
        - {name: 办到哪了, says: 我的件办到哪了}
        - {name: 扫告知单, scan: true}
  template: {template: T1, fields: {thing1: item, thing2: text}}
"""


class TestAccount:
    @pytest.fixture
    def account(self, tmp_path: Path) -> Account:
        (tmp_path / "local.yaml").write_text(ACCOUNT, encoding="utf-8")
        return read_account(tmp_path / "local.yaml")

    async def test_the_menu_is_set_and_then_the_same(
        self, setup: Setup, platform: Platform, account: Account
    ) -> None:
        ours = menu_of(account, "wx1", "https://centre.example", False)
        assert [row[0] for row in menu_differences(ours, await platform.menu())] == [
            "我要办事",
            "常用 / 办到哪了",
            "常用 / 扫告知单",
        ]
        await platform.set_menu(ours)
        assert menu_differences(ours, await platform.menu()) == []

    def test_a_template_that_is_not_there_or_lacks_a_field(self, account: Account) -> None:
        assert "没有模板 T1" in template_faults(account, [], [])[0]
        held = [{"template_id": "T1", "content": "{{thing1.DATA}}"}]
        assert "没有字段 thing2" in template_faults(account, held, [])[0]

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ("menu: [{name: 空}]", "菜单「空」"),
            ("menus: []", "menus"),
            ("template: {template: T1, fields: {a: b}}", "template"),
        ],
    )
    def test_faults_are_named(self, tmp_path: Path, said: str, words: str) -> None:
        (tmp_path / "local.yaml").write_text(f"wechat:\n  {said}\n", encoding="utf-8")
        with pytest.raises(AccountFault, match=words):
            read_account(tmp_path / "local.yaml")


class TestCodes:
    async def test_every_window_and_the_items_that_are_named(self, setup: Setup, platform: Platform) -> None:
        scenes = scenes_of(shipped_catalogue(), ["food_operation.new"])
        assert {"w_market", "i_food_operation.new"} <= scenes.keys()
        asked: list[str] = []

        async def code_of(scene: str) -> str:
            asked.append(await platform.scene_code(scene))
            return asked[-1]

        page = await sheet_of(scenes, code_of)
        assert page.count("<svg") == len(scenes) and "食品经营许可（新办）" in page
        assert "http://weixin.qq.com/q/w_market" in asked

    def test_an_item_that_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            scenes_of(shipped_catalogue(), ["nothing.new"])


class TestMenuOfAnswers:
    async def test_a_late_question_is_a_menu_to_tap(self, setup: Setup, wechat: WeChat) -> None:
        from tests.wechat.test_rendering import asking

        setup.dialogue.held.add("开饭馆")
        setup.dialogue.answers("开饭馆", asking("好的。"))
        await wechat.say("o-1", "开饭馆")
        setup.dialogue.go.set()
        await setup.opened[0].channel.settled()
        last = wechat.seen["o-1"][-1]
        assert (last.kind, last.text) == ("msgmenu", "好的。\n您要办哪一种？\n新办\n延续")
