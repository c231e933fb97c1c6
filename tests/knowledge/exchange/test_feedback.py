"""Reports of supervising departments: what each kind needs, said together, and never the value."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.exchange.codes import UnknownCode
from knowledge.exchange.feedback import KIND_NAMES, Feedback, faults

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=CENTRE_ZONE)


def report(**fields: Any) -> Feedback:
    whole = {
        "key": "report-0001",
        "kind": "penalty",
        "project_no": "261123000017",
        "time": "2026-11-20 10:00:00",
        "document": "罚〔2026〕1号",
        "text": "罚款",
    }
    return Feedback.model_validate({**whole, **fields})


def fields(one: Feedback) -> list[str]:
    return [fault.field for fault in faults(one, NOW)]


class TestFaults:
    def test_a_whole_report_has_none(self) -> None:
        assert faults(report(), NOW) == ()

    @pytest.mark.parametrize(
        ("kind", "needed"),
        [
            ("penalty", ["project_no", "document", "text"]),
            ("inspection", ["project_no", "result"]),
            ("policy", ["item", "document", "text"]),
            ("state", ["project_no", "adapter", "code"]),
        ],
    )
    def test_what_each_kind_needs_is_said_together(self, kind: str, needed: list[str]) -> None:
        assert fields(report(kind=kind, project_no=" ", document="", text="")) == needed
        assert kind in KIND_NAMES

    def test_an_unknown_kind_is_said_with_the_others_faults(self) -> None:
        assert fields(report(kind="fine", time="2026/11/20")) == ["kind", "time"]

    def test_the_future_is_for_policies_only(self) -> None:
        assert fields(report(time="2026-11-23 09:30:01")) == ["time"]
        assert fields(report(time="2026-11-23 09:30:00")) == []
        assert fields(report(kind="policy", item="food.new", time="2027-01-01 00:00:00")) == []

    def test_codes_are_read_in_the_senders_own_list(self) -> None:
        state = {"kind": "state", "document": "", "text": ""}
        assert fields(report(**state, adapter="one_window", code="10")) == []
        assert fields(report(**state, adapter="one_window", code="99")) == ["code"]
        assert fields(report(**state, adapter="nobody", code="10")) == ["adapter"]
        assert fields(report(adapter="", code="10")) == ["adapter"]

    def test_no_fault_repeats_a_value(self) -> None:
        one = report(kind="某某", adapter="某个系统", code="机密", time="王小明")
        assert not any(
            value in fault.say for fault in faults(one, NOW) for value in ("王小明", "机密", "某某", "某个")
        )

    def test_a_key_that_cannot_be_one_is_refused(self) -> None:
        for key in ("short", "with blank 1", "x" * 81):
            with pytest.raises(ValidationError):
                report(key=key)


class TestMeaning:
    def test_a_code_in_our_words(self) -> None:
        meaning = report(kind="state", adapter="construction", code="15").meaning
        assert meaning is not None and meaning.state == "revoked"
        assert report().meaning is None

    def test_an_unknown_one_is_an_error(self) -> None:
        with pytest.raises(UnknownCode):
            _ = report(adapter="construction", code="99").meaning
