"""The calendar as it is entered: ``calendar.yaml``, a year from each official notice, and days of the centre's own.

Source of the checks: 全国年节及纪念日放假办法 (2024), art. 2 (13 days a year), 6 (a holiday on a weekend is made up for) and 7
(days are moved, not added): in a year, the weekdays off are thirteen more than the weekend days worked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.frozen import Frozen
from knowledge.base.marked_yaml import FieldPath, Marked, read
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.base.validation import validated
from knowledge.calendar.working_days import WorkCalendar

FILE = "calendar.yaml"

HOLIDAYS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
"""放假办法 art. 2."""

HOLIDAY_DAYS = 13
"""放假办法 art. 2: 1 + 4 + 1 + 2 + 1 + 1 + 3."""

ALWAYS_OFF = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
"""The holidays whose day does not depend on the moon."""

FIRST_YEAR = 2025
"""The first year under the rule of thirteen days."""

_NOTICE = re.compile(r"〔\d{4}〕\d+号")


def _span(raw: Any) -> Any:
    """``2026-01-01/2026-01-03`` or one day, as the days."""
    if isinstance(raw, date):
        return (raw,)
    try:
        first, _, last = str(raw).partition("/")
        start, end = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
    except ValueError as error:
        raise ValueError(f"日期「{raw}」应写成 2026-01-01/2026-01-03") from error
    if end < start or (end - start).days > 30:
        raise ValueError(f"日期「{raw}」起止不对")
    return tuple(start + timedelta(days=n) for n in range((end - start).days + 1))


Span = Annotated[tuple[date, ...], BeforeValidator(_span)]


class EnteredYear(Frozen):
    """One year's arrangement (放假安排) from the official notice."""

    notice: str
    holidays: dict[str, Span]
    working: tuple[date, ...]

    @property
    def days_off(self) -> tuple[date, ...]:
        return tuple(day for span in self.holidays.values() for day in span)


class OwnDay(Frozen):
    """A day that the centre itself sets, with its document and reason."""

    day: date
    working: bool
    notice: str
    why: str


class EnteredCalendar(Frozen):
    """``calendar.yaml`` as read."""

    years: dict[int, EnteredYear]
    own: tuple[OwnDay, ...] = ()

    def working_days(self) -> WorkCalendar:
        """The calendar to count with."""
        entered = {day: False for year in self.years.values() for day in year.days_off}
        entered |= {day: True for year in self.years.values() for day in year.working}
        entered |= {own.day: own.working for own in self.own}
        return WorkCalendar(entered=entered, years=frozenset(self.years))

    def source(self, year: int) -> str:
        """The notice from which a year was entered; empty where it was not."""
        return self.years[year].notice if year in self.years else ""


def load_calendar(folder: Path = SHIPPED) -> WorkCalendar:
    """The calendar of a catalogue folder.

    Raises:
        CatalogueFaults: With every fault, each with its line.
    """
    return read_calendar(folder).working_days()


def read_calendar(folder: Path = SHIPPED) -> EnteredCalendar:
    """``calendar.yaml`` with the notices it was entered from.

    Raises:
        CatalogueFaults: With every fault, each with its line.
    """
    if not (folder / FILE).is_file():
        raise CatalogueFaults([Fault(FILE, 0, "-", "缺少这个文件")])
    marked = read(folder / FILE, folder)
    faults: list[Fault] = []
    calendar: EnteredCalendar | None = validated(EnteredCalendar, marked.data, marked, (), faults)
    if calendar is None:
        raise CatalogueFaults(faults)
    faults += _checked(calendar, marked)
    if faults:
        raise CatalogueFaults(faults)
    return calendar


def year_faults(year: int, entry: EnteredYear) -> list[str]:
    """What is wrong with a year's arrangement, in sentences; empty where it agrees with the law."""
    return [message for _, message in _year(year, entry)]


def _checked(calendar: EnteredCalendar, marked: Marked) -> Iterator[Fault]:
    for year, entry in calendar.years.items():
        for place, message in _year(year, entry):
            yield marked.fault(("years", str(year), *place), message)
    seen: set[date] = set()
    for n, own in enumerate(calendar.own):
        if not (own.notice.strip() and own.why.strip()):
            yield marked.fault(("own", n), "自己的日子要写文号（notice）和原因（why）")
        if own.day in seen:
            yield marked.fault(("own", n), f"{own.day} 写了两次")
        seen.add(own.day)


def _year(year: int, entry: EnteredYear) -> Iterator[tuple[FieldPath, str]]:
    days_off = set(entry.days_off)
    if not _NOTICE.search(entry.notice):
        yield ("notice",), "文号应像「国办发明电〔2025〕7号」"
    for name in HOLIDAYS:
        # 中秋 and 国庆 may fall on one day; then they are one line.
        if not any(name in written for written in entry.holidays):
            yield ("holidays",), f"没有写{name}"
    for day in sorted({*days_off, *entry.working}):
        if not date(year - 1, 12, 25) <= day <= date(year, 12, 31):  # 元旦 may begin in the old year
            yield ("holidays",), f"{day} 不是{year}年的日子"
    for day in entry.working:
        if day in days_off:
            yield ("working",), f"{day} 又放假又上班"
        elif day.weekday() < 5:
            yield ("working",), f"{day} 是平日，本来就上班，是不是写错了"
    for month, number in ALWAYS_OFF:
        if date(year, month, number) not in days_off:
            yield ("holidays",), f"{month}月{number}日是法定假日，没有写"
    weekdays_off = sum(day.weekday() < 5 for day in days_off)
    surplus = weekdays_off - len(set(entry.working))
    if year >= FIRST_YEAR and surplus != HOLIDAY_DAYS:
        yield (
            (),
            f"放假的平日{weekdays_off}天，补班{len(set(entry.working))}天，相差应是{HOLIDAY_DAYS}天，请对照通知检查",
        )
