"""Published records of a provincial platform become items, or are refused with their line and the reason."""

from __future__ import annotations

import json
from typing import Any

from knowledge.calendar.unit import Unit
from knowledge.catalogue.item import Audience, ItemType, MaterialForm, Necessity
from knowledge.imports.guangdong import ALWAYS_ABSENT, import_guangdong
from knowledge.imports.report import Imported


def record(number: int = 1, **fields: Any) -> dict[str, Any]:
    """A whole invented record of the platform's shape."""
    return {
        "_id": {"$oid": "60ae6f94e995f7e541f057f2"},
        "TASK_CODE": f"1144000000693000AA{number:013d}",
        "TASK_TYPE_TEXT": "行政许可",
        "parentCatalogId": "44010700100Y",
        "CATANAME": "温室种植许可",
        "TASK_NAME": "温室种植许可（新申请）",
        "DEPT_NAME": "某省农业农村厅",
        "subTaskName": None,
        "matter_name": "温室种植许可",
        "matter_short": "无",
        "matter_daily": "温室,大棚种植许可",
        "matter_level": "省级",
        "visit_number": "1",
        "co_department": "无",
        "handle_location": "办理地点：某市某路1号",
        "handle_time": "20(工作日)",
        "handle_time_limit": "8(工作日)",
        "accept_standard": "有固定的温室。",
        "consult_phone": "020-12345678",
        "complain_phone": "无",
        "courier_service": "是",
        "bear_paltform": "无",
        "ONLINECHECK": "1",
        "online_book": "是",
        "online_book_addr": "无",
        "service_object_name": ["自然人", "企业法人"],
        "material_intro": ["温室种植许可申请表", "营业执照复印件"],
        **fields,
    }


def imported(*records: object) -> Imported:
    lines = [json.dumps(entry, ensure_ascii=False) for entry in records]
    return import_guangdong("\n".join(lines).encode())


def only(result: Imported) -> Any:
    (item,) = result.items.values()
    return item


class TestWholeRecord:
    def test_fields_are_taken_in_our_vocabulary(self) -> None:
        result = imported(record())
        item = only(result)
        assert item.name == "温室种植许可（新申请）"
        assert item.operation == "新办"
        assert item.type is ItemType.LICENCE
        assert item.department == "某省农业农村厅"
        assert item.audience == (Audience.NATURAL, Audience.ENTERPRISE)
        assert (item.legal_limit.days, item.legal_limit.unit) == (20, Unit.WORKING_DAY)
        assert item.promised_limit.days == 8
        assert item.visits == 1
        assert item.place_text == "某市某路1号"
        assert item.conditions == ("有固定的温室。",)
        assert (item.by_post, item.online) == (True, True)
        assert item.origin == "imported"

    def test_the_source_names_the_platform_and_the_year_of_the_records(self) -> None:
        assert only(imported(record())).source == "广东政务服务网（2021年）"

    def test_materials_have_names_only_and_say_so(self) -> None:
        result = imported(record())
        names = {material.name: material.form for material in result.materials.values()}
        assert names == {"温室种植许可申请表": None, "营业执照复印件": MaterialForm.COPY}
        assert {"材料依据", "材料份数", "材料来源渠道", "材料受理标准"} <= set(only(result).absent)

    def test_what_the_source_never_has_is_absent(self) -> None:
        item = only(imported(record()))
        assert set(ALWAYS_ABSENT) <= set(item.absent)
        assert "监督投诉方式" in item.absent
        assert "咨询方式" not in item.absent

    def test_a_paper_two_items_ask_for_is_one_record(self) -> None:
        result = imported(record(1), record(2, TASK_NAME="温室种植许可（变更）"))
        assert len(result.items) == 2
        assert len(result.materials) == 2

    def test_the_same_bytes_give_the_same_result(self) -> None:
        assert imported(record(1), record(2)) == imported(record(1), record(2))


class TestMended:
    def test_everything_may_be_missing_but_name_type_code_and_department(self) -> None:
        bare = {key: record()[key] for key in ("TASK_CODE", "TASK_NAME", "TASK_TYPE_TEXT", "DEPT_NAME")}
        item = only(imported(bare))
        assert {"法定办结时限", "承诺办结时限", "申请材料", "受理条件", "服务对象", "咨询方式"} <= set(
            item.absent
        )
        assert item.materials == ()

    def test_matter_name_stands_in_for_a_missing_name(self) -> None:
        result = imported(record(TASK_NAME="无"))
        assert only(result).name == "温室种植许可"
        assert any(mend.field == "事项名称" for mend in result.report.mended)

    def test_doubled_brackets_go(self) -> None:
        assert only(imported(record(TASK_NAME="温室登记((个人))"))).name == "温室登记（个人）"

    def test_catch_all_materials_are_dropped_and_mentioned(self) -> None:
        result = imported(record(material_intro=["申请表", "其他材料", "其它相关资料"]))
        assert [material.name for material in result.materials.values()] == ["申请表"]
        assert "「其他材料」" in only(result).remarks[-1]
        assert {mend.detail for mend in result.report.mended if mend.field == "申请材料"} == {
            "其他材料",
            "其它相关资料",
        }

    def test_a_material_of_some_applicants_keeps_nobody_from_submitting(self) -> None:
        names = ["许可申请书（变更）", "现役军人身份证明", "原证（换发）", "单位申报的，提供公示说明"]
        needs = only(imported(record(material_intro=names))).materials
        assert [need.necessity for need in needs] == [None, *[Necessity.OPTIONAL] * 3]
        assert all("来源" in need.because for need in needs)

    def test_an_open_list_is_closed(self) -> None:
        result = imported(record(material_intro=["验资报告、合同等材料"]))
        assert [material.name for material in result.materials.values()] == ["验资报告、合同"]

    def test_a_promise_longer_than_the_law_allows_is_not_taken(self) -> None:
        result = imported(record(handle_time="5(工作日)", handle_time_limit="20(工作日)"))
        assert only(result).promised_limit is None
        assert "承诺办结时限" in only(result).absent

    def test_a_limit_in_other_words_is_not_guessed(self) -> None:
        result = imported(record(handle_time="尽快"))
        assert only(result).legal_limit is None
        assert any(mend.field == "法定办结时限" and mend.detail == "尽快" for mend in result.report.mended)

    def test_a_cut_condition_says_that_it_is_cut(self) -> None:
        item = only(imported(record(accept_standard="申请人应当符合下列条件：")))
        assert item.remarks == ("来源的受理条件不完整，请以办理部门的答复为准。",)

    def test_single_words_are_no_aliases(self) -> None:
        assert only(imported(record(matter_daily="变更, 大 棚 种植"))).aliases == ("大棚种植",)

    def test_an_appointment_needs_an_address(self) -> None:
        assert only(imported(record())).by_appointment is None
        assert only(imported(record(online_book_addr="http://example.test/book"))).by_appointment is True

    def test_markers_of_direction_and_nul_are_taken_out(self) -> None:
        assert only(imported(record(TASK_NAME="温室\u202e登记\x00许可"))).name == "温室登记许可"

    def test_wrong_types_in_single_fields_do_not_lose_the_record(self) -> None:
        item = only(
            imported(record(consult_phone=12345, material_intro=[1, None, "申请表"], visit_number=[]))
        )
        assert item.consult == ""
        assert len(item.materials) == 1


class TestJointBodies:
    def test_bodies_that_examine_with_the_receiving_one(self) -> None:
        item = only(imported(record(co_department="省级交通运输（受理,审核）、省级发改委（审核）")))
        assert item.joint_with == ("省级发改委部门",)

    def test_a_higher_body_that_decides(self) -> None:
        text = "省级司法（受理,审核）、国家级司法（审核,决定与公开）"
        assert only(imported(record(co_department=text))).passed_up_to == "国家级司法部门"

    def test_a_body_called_other_is_nobody(self) -> None:
        assert only(imported(record(co_department="省级其他（决定与公开）"))).remarks == ()


class TestDuplicates:
    def test_equal_names_of_two_departments_are_told_apart(self) -> None:
        result = imported(record(1), record(2, DEPT_NAME="某市农业农村局"))
        assert {item.name for item in result.items.values()} == {
            "温室种植许可（新申请）（某省农业农村厅）",
            "温室种植许可（新申请）（某市农业农村局）",
        }
        (duplicate,) = result.report.duplicates
        assert duplicate.lines == (1, 2)

    def test_a_record_that_says_the_same_is_taken_once(self) -> None:
        result = imported(record(1), record(2))
        assert len(result.items) == 1
        assert result.report.duplicates[0].how == "内容相同，只留第一条"

    def test_equal_names_of_one_department_get_their_code(self) -> None:
        result = imported(record(1), record(2, accept_standard="另一种条件。"))
        assert len({item.name for item in result.items.values()}) == 2

    def test_a_code_used_twice_keeps_the_first(self) -> None:
        result = imported(record(1), record(1, TASK_NAME="温室种植许可（注销）"))
        assert only(result).operation == "新办"
        assert result.report.refused[0].line == 2
        assert "第1行" in result.report.refused[0].why


class TestRefused:
    def reason(self, **fields: Any) -> str:
        result = imported(record(**fields))
        assert not result.items
        (refused,) = result.report.refused
        return refused.why

    def test_without_code(self) -> None:
        assert "实施编码" in self.reason(TASK_CODE=None)

    def test_without_any_name(self) -> None:
        assert "没有事项名称" in self.reason(TASK_NAME="", matter_name="无")

    def test_without_department(self) -> None:
        assert "实施主体" in self.reason(DEPT_NAME=None)

    def test_a_type_outside_the_code_list(self) -> None:
        assert "行政某事" in self.reason(TASK_TYPE_TEXT="行政某事")

    def test_a_trial_entry(self) -> None:
        assert "不像事项名称" in self.reason(TASK_NAME="测试事项123")

    def test_a_piece_of_news(self) -> None:
        why = self.reason(
            TASK_NAME="某图书馆荣获“先进集体”称号", TASK_TYPE_TEXT="公共服务", material_intro="无"
        )
        assert "新闻报道" in why


class TestUnreadableLines:
    def test_the_rest_goes_on_and_every_bad_line_is_named(self) -> None:
        good = json.dumps(record(), ensure_ascii=False).encode()
        content = b"\n".join([b"{not json", good, b"\xff\xfe{}", b"", b"[1, 2]", b'"text"', b"[" * 3000])
        result = import_guangdong(content)
        assert len(result.items) == 1
        assert [refused.line for refused in result.report.refused] == [1, 3, 5, 6, 7]
        assert "UTF-8" in result.report.refused[1].why
        assert result.report.read == 6

    def test_an_empty_file_has_nothing(self) -> None:
        assert import_guangdong(b"").report.read == 0

    def test_a_byte_order_mark_is_no_fault(self) -> None:
        content = b"\xef\xbb\xbf" + json.dumps(record(), ensure_ascii=False).encode() + b"\r\n"
        assert len(import_guangdong(content).items) == 1


class TestPublishedFile:
    """The real file, where it is at hand."""

    def test_every_line_is_taken_or_refused_and_names_are_unique(self, guangzhou: bytes) -> None:
        result = import_guangdong(guangzhou)
        report = result.report
        left_out = sum(len(d.lines) - 1 for d in report.duplicates if "只留" in d.how)
        assert report.read == 2262
        assert report.taken + len(report.refused) + left_out == report.read
        assert report.taken > 2200
        assert len({item.name for item in result.items.values()}) == len(result.items)

    def test_every_needed_material_is_there_and_none_is_a_catch_all(self, guangzhou: bytes) -> None:
        result = import_guangdong(guangzhou)
        needed = {need.material for item in result.items.values() for need in item.materials}
        assert needed == set(result.materials)
        assert not [m.name for m in result.materials.values() if m.name.startswith(("其他材料", "其它"))]


class TestOtherWriting:
    """Records as other programs write them: read with a remark, or refused with the cause."""

    def mends(self, result: Imported) -> set[str]:
        return {mend.what for mend in result.report.mended}

    def test_limits_in_words(self) -> None:
        item = only(imported(record(handle_time="20个工作日", handle_time_limit="五个工作日")))
        assert (item.legal_limit.days, item.promised_limit.days) == (20, 5)

    def test_codes_of_a_web_page(self) -> None:
        result = imported(
            record(TASK_NAME="温室种植许可&lt;新设&gt;", accept_standard="有温室。<br/>有&nbsp;水。")
        )
        assert only(result).name == "温室种植许可<新设>"
        assert only(result).conditions == ("有温室。有水。",)
        assert "网页代码换成文字" in self.mends(result)

    def test_an_empty_list_is_no_material(self) -> None:
        assert only(imported(record(material_intro="[]"))).materials == ()

    def test_a_list_written_as_a_text(self) -> None:
        result = imported(record(material_intro='["温室种植许可申请表", "用地证明"]'))
        assert {one.name for one in result.materials.values()} == {"温室种植许可申请表", "用地证明"}
        assert "照列表读" in self.mends(result)

    def test_an_array_is_read_as_its_records(self) -> None:
        content = json.dumps([record(1), 7, record(2, TASK_NAME="温室种植许可（变更）")], ensure_ascii=False)
        result = import_guangdong(content.encode())
        assert len(result.items) == 2
        assert [refused.line for refused in result.report.refused] == [2]

    def test_a_broken_array_is_refused_with_its_place(self) -> None:
        result = import_guangdong(b'[{"TASK_NAME": ')
        assert "JSON 数组" in result.report.refused[0].why

    def test_gbk(self) -> None:
        result = import_guangdong(json.dumps(record(), ensure_ascii=False).encode("gbk"))
        assert only(result).name == "温室种植许可（新申请）"
        assert "照 GBK 编码读" in self.mends(result)

    def test_a_shape_that_is_not_known(self) -> None:
        result = imported(
            {"implementCode": "11440000MB2C", "itemName": "温室种植许可", "legalBasis": "示例法"}
        )
        assert "还不认识" in result.report.refused[0].why
        assert "itemName" in result.report.refused[0].why
