"""A case's records in the national field names: complete, valid, and true to its log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from knowledge.catalogue.item import CaseKind
from knowledge.exchange import records
from knowledge.exchange.fields import faults
from knowledge.exchange.records import Body, CaseData, HandedIn, Party
from tests.knowledge.stories import Story, accepted, at, correction, decided

HEARING = {"kind": "hearing", "expected_days": 5, "reason": "涉及重大利益", "notice": "听告1号"}


def data(story: Story, **more: Any) -> CaseData:
    case = CaseData(
        number="261103000015",
        item_name="食品经营许可（新办）",
        kind=CaseKind.PROMISED,
        department="market",
        applicant=Party("测试申请人", "111", "110101199001011237"),
        mobile="13800000000",
        log=story.log,
        bodies={"market": Body("市场监督管理局", "11100000000000001X")},
        staff={"w1": "窗口甲", "r1": "审查乙", "h1": "审核丙"},
        channel="wechat",
        promised=date(2026, 11, 12),
        materials=(
            HandedIn("租赁合同", True, "电子件", 1, at("2026-11-03"), "001.jpg"),
            HandedIn("布局图", False),
        ),
    )
    return replace(case, **more)


def whole() -> Story:
    story = (
        Story("2026-11-02")
        .did("receive", "2026-11-02")
        .did("request_correction", "2026-11-02", **correction("lease"))
    )
    story.did("correct", "2026-11-03", materials=["lease"]).did(
        "accept", "2026-11-03", document="受〔2026〕1号"
    )
    story.did("start_special", "2026-11-04", **HEARING).did(
        "end_special", "2026-11-06", kind="hearing", result="已举行"
    )
    story.did("extend", "2026-11-06", days=10, reason="外地核查", approval="批3号", notice="延告3号")
    story.did("review", "2026-11-09", outcome="grant", opinion="符合").did("approve", "2026-11-09").did(
        "decide", "2026-11-09", outcome="grant"
    )
    return story.did("issue", "2026-11-10", name="食品经营许可证", number="JY1").did(
        "deliver", "2026-11-11", way="post", tracking="E1"
    )


class TestWholeCase:
    CASE = data(whole())

    def test_every_record_is_valid(self) -> None:
        case = self.CASE
        every = [
            ("application", records.application_record(case)),
            ("accept", records.accept_record(case)),
            ("result", records.result_record(case)),
        ]
        every += [("material", one) for one in records.material_records(case)]
        every += [("process", one) for one in records.process_records(case)]
        every += [("special", one) for one in records.special_records(case)]
        for name, record in every:
            assert record is not None and faults(name, record) == (), name

    def test_acceptance(self) -> None:
        record = records.accept_record(self.CASE)
        assert record is not None
        assert (record["accept_date"], record["accept_doc_no"], record["handle_user_name"]) == (
            "2026-11-03 10:00:00",
            "受〔2026〕1号",
            "窗口甲",
        )
        assert record["promise_date"] == "2026-11-12"

    def test_process_links_follow_each_other(self) -> None:
        links = records.process_records(self.CASE)
        assert [link["process_name"] for link in links] == [
            "收件", "要求补正", "受理", "启动特别程序", "结束特别程序", "延长期限", "审查", "审核", "决定", "制作结果", "送达",
        ]  # fmt: skip
        assert [link["event_name"] for link in links][:3] == ["其他", "退回", "通过"]
        assert links[1]["handle_explain"] == "「lease」：请盖章"
        assert all(link["event_start_time"] <= link["event_end_time"] for link in links)  # type: ignore[operator]

    def test_special_and_extension_are_kinds_of_their_own(self) -> None:
        special, extension = records.special_records(self.CASE)
        assert (special["special_type"], special["special_name"], special["end_time"]) == (
            "2",
            "听证",
            "2026-11-06 10:00:00",
        )
        assert (extension["special_type"], extension["special_name"], extension["result"]) == (
            "1",
            "延长审批",
            "延长10个工作日",
        )

    def test_result_by_post(self) -> None:
        record = records.result_record(self.CASE)
        assert record is not None
        assert (record["result_type"], record["result_cetr_no"], record["is_delivery_results"]) == (
            "0",
            "JY1",
            "1",
        )

    def test_materials(self) -> None:
        first, second = records.material_records(self.CASE)
        assert (first["is_get"], first["get_name"], second["is_get"]) == ("1", "1", "0")
        assert "get_time" not in second


class TestOtherEnds:
    def test_nothing_before_its_time(self) -> None:
        case = data(Story("2026-11-02"))
        assert records.accept_record(case) is None and records.result_record(case) is None
        assert records.process_records(case) == () and records.special_records(case) == ()

    def test_deemed_acceptance(self) -> None:
        story = Story("2026-11-02").did("receive", "2026-11-02")
        story.swept("2026-11-10")
        record = records.accept_record(data(story))
        assert record is not None
        assert (record["accept_date"], record["handle_user_name"]) == ("2026-11-02 00:00:00", "系统")

    def test_result_codes(self) -> None:
        refused = (
            Story("2026-11-02")
            .did("receive", "2026-11-02")
            .did("refuse", "2026-11-02", ground="not_needed", reason="不用办")
        )
        ends = [
            (decided(outcome="deny"), "1"),
            (refused, "6"),
            (accepted().did("withdraw", "2026-11-04"), "2"),
            (decided().did("revoke", "2026-11-12", reason="欺骗", basis="《行政许可法》第六十九条"), "2"),
        ]
        for story, code in ends:
            record = records.result_record(data(story))
            assert record is not None and record["result_type"] == code

    def test_an_officer_without_name_is_a_fault(self) -> None:
        record = records.accept_record(data(accepted(), staff={}))
        assert record is not None
        assert [fault.say for fault in faults("accept", record)] == ["缺少受理人员。"]

    def test_a_long_opinion_is_cut_and_says_so(self) -> None:
        story = accepted().did("review", "2026-11-04", outcome="grant", opinion="长" * 1500)
        record = records.process_records(data(story))[-1]
        assert str(record["handle_explain"]).endswith("…") and faults("process", record) == ()


class TestCells:
    def test_no_formula(self) -> None:
        assert [records.spreadsheet_cell(one) for one in ("=1+1", "+86", "-1", "@x", "文", 3)] == [
            "'=1+1",
            "'+86",
            "'-1",
            "'@x",
            "文",
            3,
        ]
