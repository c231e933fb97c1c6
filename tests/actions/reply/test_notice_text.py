"""The notice as text: complete for a reader who sees nothing else."""

from __future__ import annotations

import re
from datetime import date

import pytest

from actions.reply.notice_text import (
    change_text,
    fees_line,
    full_text,
    limits_line,
    materials_lines,
    result_line,
    steps_line,
    window_lines,
)
from knowledge.calendar.unit import Unit
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.condition import UNSURE
from knowledge.catalogue.item import Fee, Limit
from knowledge.catalogue.question_order import settle
from knowledge.catalogue.reachable_questions import paths
from knowledge.guidance.notice import NoticeContent, NoticeShared, compare, draw
from knowledge.guidance.routing import Request, route
from tests.knowledge.catalogues import affair, small_catalogue

CATALOGUE = small_catalogue()
LEASED = {"premises": "leased", "area": "large", "cold": "no", "agent": "agent"}


def drawn(which: str, answers: dict[str, str], catalogue: Catalogue = CATALOGUE) -> NoticeContent:
    wanted = affair(which, catalogue)
    found = route(Request(wanted, date(2026, 11, 23)), catalogue)
    return draw(wanted, settle(wanted, answers, catalogue), catalogue, found)


def with_item(which: str, **changes: object) -> Catalogue:
    changed = CATALOGUE.items[which].model_copy(update=changes)
    return small_catalogue(items={**CATALOGUE.items, which: changed})


class TestNoticeText:
    def test_whole(self) -> None:
        assert full_text("GZ20261123-0007", 1, drawn("food.new", LEASED)).splitlines() == [
            "一次性告知单 GZ20261123-0007（第1版）",
            "您办理：食品经营许可（新办）",
            "您的情况：经营场所是自有还是租赁：租赁；经营场所面积有多大：超过200平方米；是否制售冷食：否；由本人办理，还是委托他人：委托他人",
            "共6项材料：必要4项、可后补1项、非必要1项",
            "1 申请书：原件1份，申请人自备",
            "   为什么要：办理这个事项都要交",
            "   要求：清晰",
            "   怎么填：网上填好打印",
            "   依据：《食品安全法》第三十五条",
            "2 房屋租赁合同：复印件1份，申请人自备",
            "   为什么要：因为您的情况是「租赁」",
            "   要求：清晰",
            "   依据：《食品安全法》第三十五条",
            "3 布局图纸：原件1份，申请人自备（可以书面承诺代替）",
            "   为什么要：因为您的情况是「超过200平方米」",
            "   要求：清晰",
            "   依据：《食品安全法》第三十五条",
            "4 授权委托书：原件1份，申请人自备",
            "   为什么要：因为您的情况是「委托他人」",
            "   要求：清晰",
            "   依据：《食品安全法》第三十五条",
            "5 健康证明：原件1份，申请人自备（可容缺后补）",
            "   为什么要：办理这个事项都要交",
            "   要求：清晰",
            "   依据：《食品安全法》第三十五条",
            "6 照片：原件1份，申请人自备（非必要，有就带上）",
            "   为什么要：办理这个事项都要交",
            "   要求：清晰",
            "   依据：《食品安全法》第三十五条",
            "办理条件：已经取得营业执照",
            "费用：不收费",
            "时限：法定20个工作日，承诺8个工作日",
            "去哪办：政务服务中心12号市场窗口，政务服务中心路1号",
            "开放时间：星期一至星期五 9:00-12:00、13:00-17:00  电话：0000-0000-0000",
            "为什么是这个窗口：这个事项由市场监督管理局办理",
            "要先办好：营业执照（新办）",
            "由消防救援大队联合审查，一个窗口收件、一次出结果。",
            "受理后工作人员会上门现场核查，请保持电话畅通。",
            "接下来：受理（窗口，1个工作日） → 决定（市场监管局，2.5个工作日）",
            "办好拿到：许可证（有效期5年），窗口领取",
        ]

    def test_every_path_names_every_material_and_no_program_word(self) -> None:
        for which in (*CATALOGUE.items, *CATALOGUE.bundles):
            for answers in paths(affair(which, CATALOGUE), CATALOGUE, with_unsure=True):
                content = drawn(which, answers)
                text = full_text("N-1", 2, content)
                assert all(material.name in text for material in content.materials)
                assert not re.search(r"None|Necessity|\{|\}|unsure|[a-z]+\.[a-z]+", text), text

    def test_bundle(self) -> None:
        text = full_text("N-1", 1, drawn("restaurant", {"dine_in": "yes", **LEASED}))
        assert "包含事项：营业执照（新办）、食品经营许可（新办）、营业前消防安全检查" in text
        assert (
            "营业执照（新办）：材料齐全当场办结；食品经营许可（新办）：法定20个工作日，承诺8个工作日" in text
        )
        assert "要先办好" not in text

    def test_uncertain_materials(self) -> None:
        lines = materials_lines(drawn("food.new", {**LEASED, "premises": UNSURE}))
        assert lines[0] == "共7项材料：必要3项、可后补1项、非必要1项、视情况需要2项"
        assert "6 不动产权证书：复印件1份，申请人自备（视情况需要）" in lines

    def test_shown_originals_have_no_copies_and_name_their_issuer(self) -> None:
        assert "1 居民身份证：原件核对，公安机关核发" in materials_lines(drawn("vehicle.transfer", {}))

    def test_a_source_that_says_little(self) -> None:
        bare = {
            "legal_limit": None,
            "promised_limit": None,
            "free_of_charge": None,
            "materials": (),
            "result": None,
        }
        content = drawn("water.new", {}, with_item("water.new", **bare)).model_copy(update={"route": None})
        text = full_text("N-1", 1, content)
        assert "来源没有列出材料，请先打电话问清楚再来。" in text
        assert "费用：来源没有说明，请以窗口答复为准" in text
        assert "时限：来源没有说明" in text
        assert "可以先打12345问清楚" in text

    def test_passed_up(self) -> None:
        assert "窗口收件后上报市公安局决定。" in full_text("N-1", 1, drawn("card.reissue", {}))


class TestLines:
    @pytest.mark.parametrize(
        ("amount", "per", "text"),
        [
            (40, "", "40元"),
            (0.5, "份", "0.5元/份"),
            (1000000, "", "1000000元"),
            (1234567.5, "", "1234567.5元"),
            (0, "", "0元"),
        ],
    )
    def test_fee(self, amount: float, per: str, text: str) -> None:
        fee = Fee(name="工本费", amount=amount, per=per)
        catalogue = with_item("water.new", free_of_charge=False, fees=(fee,))
        assert fees_line(drawn("water.new", {}, catalogue)) == f"费用：工本费{text}"

    def test_fee_by_rule_with_relief_and_basis(self) -> None:
        fee = Fee.model_validate(
            {
                "name": "检验费",
                "rule": "按项目计",
                "relief": "低保免收",
                "basis": ["《食品安全法》第三十五条"],
            }
        )
        catalogue = with_item("water.new", free_of_charge=False, fees=(fee,))
        assert (
            fees_line(drawn("water.new", {}, catalogue))
            == "费用：检验费按项目计（低保免收）（依据《食品安全法》第三十五条）"
        )

    def test_fee_that_may_apply(self) -> None:
        line = fees_line(drawn("food.change", {"changed": "more", "cold": UNSURE}), bases=False)
        assert line == "费用：工本费10元；检验费按项目计（如果「是否制售冷食」选是）"

    @pytest.mark.parametrize(
        ("limit", "text"),
        [
            (Limit(days=20), "法定20个工作日"),
            (Limit(days=2, unit=Unit.MONTH), "法定2个月"),
            (Limit(days=30, unit=Unit.MINUTE), "法定30分钟"),
            (Limit(days=24, unit=Unit.HOUR), "法定24个小时"),
            (Limit(days=7, unit=Unit.DAY, note="自公示之日起"), "法定7个自然日（自公示之日起）"),
            (Limit(days=0), "法定当场"),
        ],
    )
    def test_limit(self, limit: Limit, text: str) -> None:
        catalogue = with_item("water.new", legal_limit=limit, promised_limit=None)
        assert limits_line(drawn("water.new", {}, catalogue)) == f"时限：{text}"

    def test_result_and_steps(self) -> None:
        item = drawn("food.new", LEASED).items[0]
        assert result_line(item.model_copy(update={"result_valid": ""})) == "办好拿到：许可证，窗口领取"
        assert steps_line(item).startswith("接下来：受理（窗口，1个工作日） → ")

    def test_window(self) -> None:
        assert len(window_lines(drawn("tobacco.new", {}))) == 3

    def test_an_imported_item_names_the_place_of_its_source(self) -> None:
        where = {"origin": "imported", "place_text": "省城东风路1号", "consult": "020-0000-0001"}
        lines = window_lines(drawn("water.new", {}, with_item("water.new", **where)))
        assert lines == [
            "去哪办：省城东风路1号（来源写的地点，不在本中心）",
            "去之前请先打电话问清楚：020-0000-0001",
        ]


class TestChangeText:
    def changed(self, before: dict[str, str], after: dict[str, str], which: str = "food.new") -> list[str]:
        old, new = drawn(which, before), drawn(which, after)
        return change_text("N-1", 2, compare(old, new), new).splitlines()

    def test_only_what_is_new_and_what_fell_away(self) -> None:
        assert self.changed(LEASED, {**LEASED, "premises": "owned"}) == [
            "已更新为告知单N-1第2版。",
            "不再需要：房屋租赁合同",
            "新增：不动产权证书（复印件1份，因为经营场所是自有的）",
            "其余不变。",
        ]

    def test_nothing(self) -> None:
        assert self.changed(LEASED, LEASED) == ["告知单没有变化，还是N-1第2版。"]

    def test_items_and_requirements(self) -> None:
        lines = self.changed({"dine_in": "yes", **LEASED}, {"dine_in": "no", **LEASED}, "restaurant")
        assert "不再办理：营业前消防安全检查" in lines
        assert any(line.startswith("要求有变：申请书（原件1份）") for line in lines)

    def test_fees(self) -> None:
        lines = self.changed(
            {"changed": "more", "cold": "no"}, {"changed": "more", "cold": "yes"}, "food.change"
        )
        assert any(line.startswith("费用有变，费用：工本费10元；检验费") for line in lines)

    def test_window(self) -> None:
        before = drawn("food.new", LEASED)
        assert before.route is not None
        after = before.model_copy(
            update={"route": before.route.model_copy(update={"window": "other", "number": "13号"})}
        )
        assert "受理窗口改为：政务服务中心13号市场窗口" in change_text(
            "N-1", 2, compare(before, after), after
        )


class TestShared:
    def test_what_the_window_looks_up_is_said_after_the_materials(self) -> None:
        content = drawn("food.new", LEASED)
        licence = NoticeShared(id="licence", name="营业执照", holder="市场监督管理部门", basis=())
        items = (content.items[0].model_copy(update={"shared": (licence,)}),)
        lines = materials_lines(content.model_copy(update={"items": items}))
        assert lines[-1] == "以下材料由窗口通过数据共享核对，您不用交：营业执照（市场监督管理部门）"
        assert "数据共享" not in "".join(materials_lines(content))


class TestExample:
    def test_places_and_hours_of_the_shipped_example_say_so(self) -> None:
        content = drawn("food.new", LEASED)
        assert content.route is not None
        marked = content.model_copy(update={"route": content.route.model_copy(update={"example": True})})
        assert "示例" in window_lines(marked)[-1]
        assert "示例" not in "".join(window_lines(content))


class TestAround:
    def test_services_that_may_be_needed_are_named_by_kind(self) -> None:
        catalogue = with_item("food.new", intermediaries=("卫生检测",))
        text = full_text("GZ20261123-0007", 1, drawn("food.new", LEASED, catalogue))
        assert "可能用到的中介服务：卫生检测。机构由您自己选" in text
        assert "中介" not in full_text("GZ20261123-0007", 1, drawn("food.new", LEASED))

    def test_a_bundle_tells_the_steps_of_each_item(self) -> None:
        content = drawn("restaurant", {"dine_in": "yes", **LEASED})
        text = full_text("GZ20261123-0007", 1, content)
        told = [item for item in content.items if item.steps]
        assert told
        assert all(f"{item.name}接下来：" in text for item in told)
