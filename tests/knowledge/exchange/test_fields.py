"""The national records are the standard's: every field that stands in the standard's tables, with its length."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.exchange.fields import TABLES, faults

STANDARD = Path(__file__).parents[4] / "shared" / "standards" / "gbt39046-2020.tsv"
TABLE_OF = {
    "表5": ("application", "material"),
    "表6": ("accept",),
    "表7": ("process", "special"),
    "表8": ("result",),
    "表9": ("rating",),
}
OURS = {"附件名称", "办结结果"}
"""Fields of the lists in use that the standard does not have."""


def lines() -> list[str]:
    """What the standard's tables write, a line a field."""
    if not STANDARD.exists():
        pytest.skip("没有 shared/standards，不对照标准原文")
    return STANDARD.read_text(encoding="utf-8").splitlines()[1:]


def standard() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in lines():
        table, _, content = line.split("\t")
        if table[:2] in TABLE_OF:
            found.setdefault(table[:2], set()).add(content.split()[1])
    return found


class TestTables:
    @pytest.mark.parametrize("table", sorted(TABLE_OF))
    def test_no_format_that_the_standard_does_not_write(self, table: str) -> None:
        ours = {
            field.format for name in TABLE_OF[table] for field in TABLES[name] if field.chinese not in OURS
        }
        assert ours <= standard()[table]

    @pytest.mark.parametrize("table", sorted(TABLE_OF))
    def test_every_field_of_the_standard_is_there(self, table: str) -> None:
        rows = [line.split("\t")[2].split() for line in lines() if line.startswith(table)]
        wanted = sorted(row[1] for row in rows if row[1] != "二进制")
        ours = sorted(
            field.format for name in TABLE_OF[table] for field in TABLES[name] if field.chinese not in OURS
        )
        # 特别程序 stands in table 7 without a case number of its own; as a record of its own it needs one.
        assert ours == sorted([*wanted, "an..50"] if table == "表7" else wanted)


class TestFaults:
    RATING: tuple[str, dict[str, str | int]] = ("rating", {"project_no": "1", "channel": "2", "evaluate_time": "2026-11-23 10:00:00", "times": "1",
                         "satisfaction_name": "满意", "satisfaction": "2"})  # fmt: skip

    def test_a_right_record(self) -> None:
        assert faults(*self.RATING) == ()

    @pytest.mark.parametrize(
        ("field", "value", "said"),
        [
            ("project_no", "", "缺少办件编号"),
            ("project_no", "9" * 51, "超过50个字"),
            ("evaluate_time", "2026/11/23", "应写成"),
            ("evaluate_time", "2026-02-30 10:00:00", "应写成"),
            ("times", "三", "只能是数字"),
            ("times", "１", "只能是数字"),
            ("times", "100", "超过2个字"),
            ("satisfaction", "6", "只能是1、2、3、4、5"),
            ("mood", "好", "没有「mood」这个字段"),
        ],
    )
    def test_each_wrong_field(self, field: str, value: str, said: str) -> None:
        found = faults("rating", {**self.RATING[1], field: value})
        assert len(found) == 1 and said in found[0].say and found[0].field == field

    def test_all_at_once_and_never_the_value(self) -> None:
        found = faults("application", {"applyer_page_code": "11010119900101123456789", "zip_code": "12"})
        assert len(found) == 11
        assert all("1101" not in fault.say for fault in found)
        assert "邮政编码应是6位。" in [fault.say for fault in found]
