"""The notice as the chat says it: short, and still whole."""

from __future__ import annotations

import pytest

from actions.reply.short_notice import short_text
from knowledge.catalogue.question_order import settle
from knowledge.catalogue.reachable_questions import paths
from tests.actions.reply.test_notice_text import CATALOGUE, LEASED, drawn
from tests.knowledge.catalogues import affair


def test_whole() -> None:
    assert short_text("GZ20261123-0007", 1, drawn("food.new", LEASED)).splitlines() == [
        "一次性告知单 GZ20261123-0007（第1版）",
        "您办理：食品经营许可（新办）",
        "要先办好：营业执照（新办）",
        "办理条件：已经取得营业执照",
        "受理后工作人员会上门现场核查，请保持电话畅通。",
        "共6项材料：必要4项、可后补1项、非必要1项",
        "1 申请书（原件1份）",
        "2 房屋租赁合同（复印件1份）",
        "3 布局图纸（原件1份）（可以书面承诺代替）",
        "4 授权委托书（原件1份）",
        "5 健康证明（原件1份）（可容缺后补）",
        "6 照片（原件1份）（非必要，有就带上）",
        "费用：不收费",
        "时限：法定20个工作日，承诺8个工作日",
        "去哪办：政务服务中心12号市场窗口，政务服务中心路1号",
        "开放时间：星期一至星期五 9:00-12:00、13:00-17:00  电话：0000-0000-0000",
        "办好拿到：许可证（有效期5年），窗口领取",
        "每样材料为什么要、有什么要求、依据哪条规定，回复「全文」就能看到。",
    ]


@pytest.mark.parametrize("which", ["food.new", "card.reissue", "restaurant"])
def test_every_material_fee_and_place_is_there_on_every_path(which: str) -> None:
    for answers in paths(affair(which, CATALOGUE), CATALOGUE):
        content = drawn(which, settle(affair(which, CATALOGUE), answers, CATALOGUE))
        text = short_text("N-1", 2, content)
        lines = text.splitlines()
        for number, material in enumerate(content.materials, 1):
            assert [line for line in lines if line.startswith(f"{number} {material.name}")]
        assert f"共{len(content.materials)}项材料" in text
        assert "费用：" in text and "时限：" in text and "去哪办：" in text and "全文" in text


def test_nothing_of_why_stands_in_it() -> None:
    text = short_text("N-1", 1, drawn("food.new", LEASED))
    for word in ("为什么", "依据：", "要求：", "怎么填", "接下来："):
        assert word not in text.removesuffix(text.splitlines()[-1])


def test_what_stops_one_from_going_in_vain_stays() -> None:
    content = drawn("food.new", LEASED)
    text = short_text("N-1", 1, content)
    assert all(condition in text for item in content.items for condition in item.conditions)
