"""``calendar.yaml``: what is shipped is what was published, and a mistyped year is refused with its line."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from knowledge.base.faults import CatalogueFaults
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.calendar.calendar_yaml import FILE, load_calendar, read_calendar
from knowledge.calendar.working_days import CalendarGap

YEAR_2027 = """
  2027:
    notice: 国办发明电〔2026〕1号
    holidays: {元旦: 2027-01-01/2027-01-03, 春节: 2027-02-05/2027-02-11, 清明节: 2027-04-03/2027-04-05,
      劳动节: 2027-05-01/2027-05-05, 端午节: 2027-06-09, 中秋节: 2027-09-15, 国庆节: 2027-10-01/2027-10-07}
    working: [2027-02-14, 2027-05-08, 2027-09-26, 2027-10-09]
"""


def written(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def shipped_with(folder: Path, old: str, new: str) -> Path:
    text = (SHIPPED / FILE).read_text(encoding="utf-8")
    assert old in text
    return written(folder, text.replace(old, new))


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(CatalogueFaults) as found:
        load_calendar(folder)
    return [str(fault) for fault in found.value.faults]


class TestShipped:
    def test_every_day_of_2026_is_as_the_package_has_it(self) -> None:
        calendar = load_calendar()
        for n in range(365):
            day = date(2026, 1, 1) + timedelta(days=n)
            assert calendar.is_working_day(day) == chinese_calendar.is_workday(day), day

    def test_names_the_notice(self) -> None:
        assert read_calendar().source(2026) == "国办发明电〔2025〕7号"
        assert read_calendar().source(2027) == ""

    def test_a_saturday_within_a_holiday_is_announced_off_and_an_ordinary_one_is_not(self) -> None:
        calendar = load_calendar()
        assert calendar.is_announced_off(date(2026, 10, 3))
        assert not calendar.is_announced_off(date(2026, 11, 28))
        assert not calendar.is_announced_off(date(2026, 10, 10))


class TestAYearIsEntered:
    def test_dates_then_reach_into_it(self, tmp_path: Path) -> None:
        before = load_calendar()
        with pytest.raises(CalendarGap, match="2027年"):
            before.add(date(2026, 12, 28), 20)
        entered = load_calendar(shipped_with(tmp_path, "\n# 中心自己的", YEAR_2027 + "\n# 中心自己的"))
        assert entered.add(date(2026, 12, 31), 1) == date(2027, 1, 4)
        assert entered.is_working_day(date(2027, 2, 14))

    def test_a_day_of_the_centres_own(self, tmp_path: Path) -> None:
        own = "own: [{day: 2026-11-30, working: false, notice: 某政办发〔2026〕1号, why: 停电}]"
        calendar = load_calendar(shipped_with(tmp_path, "own: []", own))
        assert not calendar.is_working_day(date(2026, 11, 30))
        assert calendar.add(date(2026, 11, 27), 1) == date(2026, 12, 1)


class TestFaults:
    def test_a_make_up_day_left_out(self, tmp_path: Path) -> None:
        found = faults_of(shipped_with(tmp_path, "2026-09-20, 2026-10-10]", "2026-09-20]"))
        assert len(found) == 1
        assert "补班5天，相差应是13天" in found[0]
        assert found[0].startswith("calendar.yaml:5 ")

    def test_several_at_once_each_with_its_line(self, tmp_path: Path) -> None:
        text = (SHIPPED / FILE).read_text(encoding="utf-8")
        text = text.replace("国办发明电〔2025〕7号", "七号文").replace(
            "      端午节: 2026-06-19/2026-06-21\n", ""
        )
        found = " ".join(faults_of(written(tmp_path, text.replace("2026-01-04,", "2026-01-05,"))))
        for said in ("文号应像", "没有写端午节", "2026-01-05 是平日", "相差应是13天"):
            assert said in found

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("2026-01-01/2026-01-03", "2026-01-03/2026-01-01", "起止不对"),
            ("2026-01-01/2026-01-03", "一月一日", "应写成"),
            ("2026-10-01/2026-10-07", "2026-10-02/2026-10-08", "10月1日是法定假日"),
            ("2026-01-04,", "2026-01-03,", "又放假又上班"),
            ("own: []", "own: [{day: 2026-11-30, working: false, notice: '', why: ''}]", "文号"),
            ("2026-01-04,", "2020-01-04,", "不是2026年的日子"),
        ],
    )
    def test_is_named(self, tmp_path: Path, old: str, new: str, said: str) -> None:
        assert said in " ".join(faults_of(shipped_with(tmp_path, old, new)))

    def test_no_file(self, tmp_path: Path) -> None:
        assert "缺少这个文件" in faults_of(tmp_path)[0]
