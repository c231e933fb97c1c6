from xml.etree import ElementTree

import pytest

from knowledge.catalogue.item import BusinessItem, Result, Step
from knowledge.guidance.flow_chart import WIDTH, affair_flowchart, flow_of, flowchart, wrapped
from knowledge.guidance.notice import draw
from tests.shipped import shipped_catalogue

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def item() -> BusinessItem:
    return shipped_catalogue().items["food_operation.new"]


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


class TestChart:
    def test_every_step_with_who_acts_and_how_long(self, item: BusinessItem) -> None:
        shown = texts(flowchart(item))
        for number, step in enumerate(item.steps, 1):
            assert f"{number} {step.name}" in shown
            assert step.who in shown
        assert "4个工作日" in shown
        assert "食品经营许可证" in shown

    def test_in_words_for_those_who_do_not_see_it(self, item: BusinessItem) -> None:
        root = ElementTree.fromstring(flowchart(item))
        assert root.get("role") == "img"
        assert root.findtext(f"{SVG}title") == "食品经营许可（新办）办理流程"
        assert "第3步，市场监管局现场核查，4个工作日" in (root.findtext(f"{SVG}desc") or "")

    def test_limits_stand_above(self, item: BusinessItem) -> None:
        assert "法定10个工作日，承诺8个工作日" in texts(flowchart(item))

    def test_a_kept_notice_gives_the_same_chart(self, item: BusinessItem) -> None:
        catalogue = shipped_catalogue()
        affair = catalogue.affair(item.id)
        assert affair is not None
        content = draw(affair, {}, catalogue, None)
        assert flowchart(flow_of(content.items[0])) == flowchart(item)

    def test_a_bundle_shows_its_items_below_each_other(self) -> None:
        affair = shipped_catalogue().affair("open_restaurant")
        assert affair is not None
        root = ElementTree.fromstring(affair_flowchart(affair))
        inner = root.findall(f"{SVG}svg")
        assert len(inner) == len(affair.parts)
        ends = [int(one.get("y", 0)) + int(one.get("height", 0)) for one in inner]
        assert [int(one.get("y", 0)) for one in inner][1:] == ends[:-1]
        assert int(root.get("height", 0)) == ends[-1]
        assert f"{affair.name}办理流程" in texts(affair_flowchart(affair))

    def test_an_item_alone_is_its_own_chart(self, item: BusinessItem) -> None:
        affair = shipped_catalogue().affair(item.id)
        assert affair is not None
        assert affair_flowchart(affair) == flowchart(item)

    def test_text_is_escaped(self, item: BusinessItem) -> None:
        evil = item.model_copy(update={"steps": (Step(name="<script>", who='"&x', what="a<b\x00"),)})
        svg = flowchart(evil)
        assert "<script" not in svg
        assert "1 <script>" in texts(svg)

    def test_no_steps_no_chart(self, item: BusinessItem) -> None:
        assert flowchart(item.model_copy(update={"steps": ()})) == ""

    def test_nothing_from_outside(self, item: BusinessItem) -> None:
        svg = flowchart(item)
        assert "href" not in svg
        assert svg.count("http") == 1  # the name space

    def test_every_shipped_item_is_well_formed_and_its_text_fits(self) -> None:
        for item in shipped_catalogue().items.values():
            root = ElementTree.fromstring(flowchart(item))
            for element in root.iter(f"{SVG}text"):
                size = float(element.get("font-size", 0))
                width = size * sum(0.6 if sign.isascii() else 1 for sign in element.text or "")
                x = float(element.get("x", 0))
                assert (x - width if element.get("text-anchor") == "end" else x) >= 0
                assert (x if element.get("text-anchor") == "end" else x + width) <= WIDTH

    def test_long_words_everywhere(self, item: BusinessItem) -> None:
        long = Step(name="很长的步骤名称" * 8, who="某某部门" * 9, days=0.5, what="https://" + "x" * 200)
        svg = flowchart(item.model_copy(update={"steps": (long,), "result": Result(name="长" * 90)}))
        assert "0.5个工作日" in texts(svg)


class TestWrapping:
    def test_no_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket(self) -> None:
        lines = wrapped("申请人到窗口提交材料，（网上也可以）。两名以上工作人员到店核查（视频也可以）。", 6)
        assert all(line[0] not in "，。）" and line[-1] != "（" for line in lines)

    def test_nothing_is_lost(self) -> None:
        text = "核对4500千克以下车辆ABC的资料，当场办结。" * 3
        assert "".join(wrapped(text, 7)) == text

    def test_nothing_to_wrap(self) -> None:
        assert wrapped("  ", 10) == ()
