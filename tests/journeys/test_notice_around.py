"""What stands around the materials on a notice in chat: what is shared, the flow, what is an example."""

from __future__ import annotations

import pytest

from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


class TestAround:
    async def test_what_need_not_be_brought_and_what_comes_next(self, talk: Talk) -> None:
        await talk.say("商品房预售许可怎么办")
        notice = await talk.answer_until("1", "一次性告知单")
        assert "以下材料由窗口通过数据共享核对，您不用交：营业执照" in notice
        assert "建筑工程施工许可证（住房和城乡建设部门）" in notice
        assert "要先办好：建筑工程施工许可（新办）" in notice
        assert "示例" in notice

    async def test_who_may_help_and_the_flow_are_in_the_full_text(self, talk: Talk) -> None:
        await talk.say("商品房预售许可怎么办")
        assert "回复「全文」" in await talk.answer_until("1", "一次性告知单")
        full = await talk.say("全文")
        assert "可能用到的中介服务：房屋面积预测绘" in full
        assert "接下来：提交（" in full
        assert "以下材料由窗口通过数据共享核对，您不用交：营业执照" in full

    async def test_the_licence_is_looked_up_by_its_code(self, talk: Talk) -> None:
        await talk.say("商品房预售许可怎么办")
        await talk.answer_until("1", "一次性告知单")
        await talk.say("材料都齐了")
        assert "统一社会信用代码" in await talk.say("提交")
