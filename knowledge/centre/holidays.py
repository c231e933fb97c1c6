"""放假安排 of a year and days of the centre's own, as they are entered in a form over what ``calendar.yaml`` ships."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.calendar.calendar_yaml import EnteredYear, year_faults
from knowledge.calendar.working_days import WorkCalendar


class DaysOff(Frozen):
    """One holiday of the notice, its weekends included."""

    name: str = Field(
        min_length=2, max_length=20, description="节日名称，例如 元旦；中秋和国庆连着的写在一起"
    )
    first: date = Field(description="第一天，连同其中的周末")
    last: date = Field(description="最后一天")


class HolidayYear(Frozen):
    """The arrangement of a year from the State Council's notice."""

    kind: Literal["holidays"] = Field(description="固定为 holidays：一年的放假安排")
    year: int = Field(ge=2025, le=2100, description="哪一年")
    notice: str = Field(min_length=4, max_length=60, description="文号，例如 国办发明电〔2025〕7号")
    days_off: tuple[DaysOff, ...] = Field(min_length=1, max_length=20, description="放假，连同其中的周末")
    working: tuple[date, ...] = Field(default=(), max_length=30, description="调休上班的周末")

    def applied_to(self, calendar: WorkCalendar) -> WorkCalendar:
        """The calendar with this year in the place of what was known of it."""
        off = {day: False for day in self._entered().days_off}
        return calendar.with_year(self.year, off | {day: True for day in self.working})

    def faults(self) -> list[str]:
        """What is wrong with it, in sentences (全国年节及纪念日放假办法)."""
        spans = [one for one in self.days_off if not 0 <= (one.last - one.first).days <= 30]
        if spans:
            return [f"{one.name}的起止日期不对。" for one in spans]
        names = [one.name for one in self.days_off]
        twice = sorted({name for name in names if names.count(name) > 1})
        return [
            *(f"{name}写了两次。" for name in twice),
            *(f"{fault}。" for fault in year_faults(self.year, self._entered())),
        ]

    def _entered(self) -> EnteredYear:
        spans = {one.name: f"{one.first}/{one.last}" for one in self.days_off}
        return EnteredYear.model_validate({"notice": self.notice, "holidays": spans, "working": self.working})


class CentreDay(Frozen):
    """A day that the centre itself sets: festivals of an autonomous area, a day on which all offices are closed by order."""

    kind: Literal["own_day"] = Field(description="固定为 own_day：本中心自己的放假或上班")
    day: date = Field(description="哪一天")
    working: bool = Field(description="true 上班、false 放假；放假的不计入期限")
    notice: str = Field(min_length=4, max_length=60, description="文号")
    why: str = Field(min_length=2, max_length=60, description="原因，例如 某某节")

    def applied_to(self, calendar: WorkCalendar) -> WorkCalendar:
        """The calendar with this day."""
        return calendar.with_day(self.day, self.working)
