"""Application forms: which materials are one, which template is theirs, and what may stand in it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from knowledge.catalogue.affair import Catalogue
from knowledge.forms import GENERAL, LINE, NAMES, SHIPPED, Known, fields_of, forms_on, is_form, template_of
from knowledge.guidance.notice import NoticeContent, NoticeMaterial, draw
from tests.shipped import shipped_catalogue

KNOWN = Known(department="市场监管局", notice_number="", materials={}, today=date(2026, 11, 23))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_catalogue()


@pytest.fixture(scope="module")
def content(catalogue: Catalogue) -> NoticeContent:
    affair = catalogue.affair("food_operation.new")
    assert affair is not None
    return draw(affair, {}, catalogue, None)


@pytest.fixture(scope="module")
def line(content: NoticeContent) -> NoticeMaterial:
    return next(one for one in content.materials if one.id == forms_on(content)[0])


class TestIsForm:
    @pytest.mark.parametrize(
        "name",
        [
            "食品经营许可申请书",
            "中国公民出入境证件申请表",
            "公司登记（备案）申请书",
            "生育登记表",
            "护士执业注册申请审核表",
            "诊所备案信息表",
        ],
    )
    def test_forms(self, name: str) -> None:
        assert is_form(name)

    @pytest.mark.parametrize(
        "name",
        ["授权委托书", "不动产权证书", "机动车登记证书", "建设项目环境影响报告表", "中标通知书", "告知承诺书", "申请结婚登记声明书", "营业执照"],
    )  # fmt: skip
    def test_papers_that_are_none(self, name: str) -> None:
        assert not is_form(name)

    def test_most_shipped_items_have_one(self, catalogue: Catalogue) -> None:
        having = [
            item
            for item in catalogue.items.values()
            if any(is_form(catalogue.materials[need.material].name) for need in item.materials)
        ]
        assert len(having) > 0.85 * len(catalogue.items)


class TestTemplate:
    def test_the_one_of_its_name(self, line: NoticeMaterial, tmp_path: Path) -> None:
        assert template_of(line, tmp_path) == SHIPPED / "食品经营许可申请书.docx"

    def test_the_general_one_for_others(self, line: NoticeMaterial, tmp_path: Path) -> None:
        other = line.model_copy(update={"name": "养犬登记申请表", "blank_form": ""})
        assert template_of(other, tmp_path) == SHIPPED / f"{GENERAL}.docx"

    def test_the_centres_own_goes_before(self, line: NoticeMaterial, tmp_path: Path) -> None:
        own = tmp_path / f"{line.name}.docx"
        own.write_bytes(b"")
        assert template_of(line, tmp_path) == own

    @pytest.mark.parametrize("name", ["../../secret", "/etc/passwd", "..", "a\x00b"])
    def test_a_name_is_no_path(self, line: NoticeMaterial, tmp_path: Path, name: str) -> None:
        odd = line.model_copy(update={"name": name, "blank_form": name})
        assert template_of(odd, tmp_path / "forms").parent == SHIPPED

    @pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.docx")), ids=lambda path: path.stem)
    def test_shipped_ones_name_only_what_is_there(
        self, path: Path, content: NoticeContent, line: NoticeMaterial
    ) -> None:
        named = DocxTemplate(path).get_undeclared_template_variables()
        assert named and named <= set(fields_of(content, line, KNOWN))


class TestDocument:
    def test_names_exactly_what_a_template_may_hold(
        self, content: NoticeContent, line: NoticeMaterial
    ) -> None:
        page = (SHIPPED.parents[1] / "docs" / "申请书模板.md").read_text(encoding="utf-8")
        documented = set(re.findall(r"^\| `(.+?)` \|", page, re.MULTILINE))
        assert documented == set(fields_of(content, line, KNOWN)) == NAMES


class TestFields:
    def test_what_is_not_known_is_a_line(self, content: NoticeContent, line: NoticeMaterial) -> None:
        fields = fields_of(content, line, KNOWN)
        assert fields["姓名"] == fields["手机号"] == fields["告知单编号"] == LINE

    def test_what_is_known_stands_there(self, content: NoticeContent, line: NoticeMaterial) -> None:
        known = Known("局", "GZ1", {line.id: "ready"}, date(2026, 1, 5))
        fields = fields_of(content, line, known)
        assert fields["告知单编号"] == "GZ1" and fields["打印日期"] == "2026年1月5日"
        assert fields["材料清单"][0]["备注"] == "已备齐"
        assert len(fields["材料清单"]) == len(content.materials)

    def test_signs_that_xml_does_not_know_are_left_out(
        self, content: NoticeContent, line: NoticeMaterial
    ) -> None:
        known = Known("局\x0b\x00\ud800", "", {}, date(2026, 1, 5))
        fields = fields_of(content, line, known)
        assert fields["受理部门"] == "局"
