"""临时停办和通告: a period in which a window, a site or the whole centre is closed, or something everybody should know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Literal

from pydantic import Field, field_validator

from knowledge.base.centre_time import CENTRE_ZONE, centre_day
from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import ClosedTime, Window

LONGEST_DAYS = 366


class Closure(Frozen):
    """A closure or a notice. Limits go on: days off by law are entered as days of the calendar (行政许可法 art. 82)."""

    kind: Literal["closure"] = Field(description="固定为 closure：停办或通告")
    sites: tuple[str, ...] = Field(default=(), max_length=50, description="哪些办事地点，编号")
    windows: tuple[str, ...] = Field(
        default=(), max_length=100, description="哪些窗口，编号；地点和窗口都不写，就是整个中心"
    )
    begins: datetime = Field(description="从什么时候起，例如 2026-12-01T09:00；不写时区的按北京时间")
    ends: datetime = Field(description="到什么时候，不含这一刻")
    closed: bool = Field(default=True, description="true 这段时间停办；false 只是通告，照常开放")
    urgent: bool = Field(default=False, description="紧急，显示得更醒目")
    text: str = Field(min_length=4, max_length=200, description="告诉办事人的话：为什么、怎么办")
    shown_from: date | None = Field(default=None, description="从哪天起告诉办事人；不写就是马上")

    @field_validator("begins", "ends")
    @classmethod
    def _at_the_centre(cls, at: datetime) -> datetime:
        return at.replace(tzinfo=CENTRE_ZONE) if at.tzinfo is None else at.astimezone(CENTRE_ZONE)

    @property
    def period(self) -> str:
        """``2026年12月1日（星期二）9:00至12:00``, or whole days."""
        first, last = centre_day(self.begins), centre_day(self.ends)
        if self.begins.time() == self.ends.time() == time():
            last = date.fromordinal(last.toordinal() - 1)
            return f"{day_text(first)}全天" if first == last else f"{day_text(first)}至{day_text(last)}"
        end = f"{self.ends:%-H:%M}" if first == last else f"{day_text(last)}{self.ends:%-H:%M}"
        return f"{day_text(first)}{self.begins:%-H:%M}至{end}"

    def reaches(self, window: Window) -> bool:
        """Whether it is about this window."""
        everywhere = not (self.sites or self.windows)
        return everywhere or window.id in self.windows or window.site in self.sites

    def is_shown(self, now: datetime) -> bool:
        """Whether applicants are told of it now."""
        return now < self.ends and (self.shown_from is None or self.shown_from <= centre_day(now))

    def where(self, catalogue: Catalogue) -> str:
        """Which windows, for people."""
        sites = [catalogue.sites[key].name if key in catalogue.sites else key for key in self.sites]
        known = catalogue.windows
        windows = [f"{known[key].number}{known[key].name}" if key in known else key for key in self.windows]
        return "、".join([*sites, *windows]) or "全部窗口"


def closed_times(window: Window, closures: Iterable[Closure]) -> tuple[ClosedTime, ...]:
    """When a window is closed out of turn."""
    return tuple(
        ClosedTime(begins=one.begins, ends=one.ends, why=one.text)
        for one in closures
        if one.closed and one.reaches(window)
    )


def closure_faults(closure: Closure, catalogue: Catalogue, now: datetime) -> list[str]:
    """What is wrong with a closure that is to be entered, in sentences."""
    faults = [f"没有办事地点 {key}。" for key in closure.sites if key not in catalogue.sites]
    faults += [f"没有窗口 {key}。" for key in closure.windows if key not in catalogue.windows]
    if closure.ends <= closure.begins:
        faults.append("结束要晚于开始，请检查起止时间。")
    elif closure.ends <= now:
        faults.append("这段时间已经过去了，请检查起止时间。")
    elif (closure.ends - closure.begins).days > LONGEST_DAYS:
        faults.append("一次最长一年，请检查起止时间。")
    if closure.shown_from and closure.shown_from > centre_day(closure.begins):
        faults.append("告诉办事人的日子不能晚于开始的日子。")
    return faults
