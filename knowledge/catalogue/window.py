"""Windows (窗口) of the centre and its outposts, the sites they stand in, and the places they serve."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from knowledge.base.dates import WEEKDAYS
from knowledge.base.frozen import Frozen


class WindowKind(StrEnum):
    """综合窗口, department window, sub-centre, temporary window, township or street convenience centre."""

    UNIFIED = "综合窗口"
    DEPARTMENT = "部门窗口"
    SUB_CENTRE = "分中心"
    TEMPORARY = "临时窗口"
    TOWNSHIP = "便民服务中心"


def _written_with_quotes(raw: Any) -> Any:
    """YAML reads a bare 13:00 as the number 780, which would open the window at midnight."""
    if isinstance(raw, int | float):
        raise ValueError('时间要加引号，写成 "13:00"')
    return raw


ClockTime = Annotated[time, BeforeValidator(_written_with_quotes)]
Weekday = Annotated[int, Field(ge=1, le=7)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Hours(Frozen):
    """Opening hours on some weekdays (1 = Monday ... 7 = Sunday)."""

    days: tuple[Weekday, ...] = Field(min_length=1)
    opens: ClockTime
    closes: ClockTime

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Hours:
        if self.opens >= self.closes:
            raise ValueError("开门时间应早于关门时间")
        return self

    def __str__(self) -> str:
        return f"{_weekdays(self.days)} {self.opens:%-H:%M}-{self.closes:%-H:%M}"


def _weekdays(days: tuple[int, ...]) -> str:
    names = [f"星期{WEEKDAYS[day - 1]}" for day in days]
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return f"{names[0]}至{names[-1]}"
    return "、".join(names)


class Place(Frozen):
    """A township or street (乡镇、街道) of the county."""

    id: str
    name: str
    says: tuple[str, ...] = ()


class Site(Frozen):
    """A building in which windows stand.

    Attributes:
        coordinates: Latitude and longitude in degrees, GCJ-02 as on Chinese maps; None where the centre has not entered them.
        example: Address, phone and hours are the shipped example (示例), not those of a real centre.
    """

    id: str
    name: str
    address: str
    phone: str
    hours: tuple[Hours, ...]
    how_to_get_there: str = ""
    coordinates: tuple[Latitude, Longitude] | None = None
    example: bool = False


class CentreFact(Frozen):
    """One thing about the centre that answers speak of, by its name: 停车, 复印打印.

    Attributes:
        text: Words that stand in an answer in the place of the name.
        example: As of :class:`Site`.
    """

    id: str
    text: str
    example: bool = False


class Appointments(Frozen):
    """How a window takes appointments (预约): slots of equal length within its opening hours.

    Attributes:
        slot_minutes: Length of a slot.
        per_slot: Appointments that one slot holds.
        days_ahead: How many days ahead, today not counted, can be booked.
    """

    slot_minutes: int = Field(ge=5, le=240)
    per_slot: int = Field(ge=1, le=50)
    days_ahead: int = Field(ge=1, le=60)


class ClosedTime(Frozen):
    """A time in which a window is closed out of turn (临时停办): entered by the centre's staff, never in its file."""

    begins: datetime
    ends: datetime
    why: str


class Window(Frozen):
    """One window.

    Attributes:
        number: As on the sign, for example 12号.
        departments: Whose items it takes; a unified window takes those of every department.
        items: Main or business items it takes by name, before any department window.
        places: Townships whose natural persons it serves; empty for windows of the centre.
        bundles: Takes life-cycle bundles as the lead window.
        hours: Only where they differ from the site's.
        says: What people call it: 车管所, 社保窗口.
        open_dates: For temporary windows: the days on which it is open.
        takes_appointments: Takes appointments at all, be it by phone.
        appointments: Its slots, where appointments can be made here.
        closed: When it is closed out of turn.
    """

    id: str
    number: str
    name: str
    says: tuple[str, ...] = ()
    kind: WindowKind
    site: str
    floor: str = ""
    departments: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    bundles: bool = False
    phone: str = ""
    hours: tuple[Hours, ...] = ()
    open_dates: tuple[date, ...] = ()
    takes_appointments: bool = False
    appointments: Appointments | None = None
    closed: tuple[ClosedTime, ...] = ()

    @model_validator(mode="after")
    def _slots_only_where_appointments_are_taken(self) -> Window:
        if self.appointments is not None and not self.takes_appointments:
            raise ValueError("写了 appointments 的窗口，takes_appointments 应是 true")
        return self


class BodyTransfer(Frozen):
    """事项划转: from ``effective`` on the item belongs to another body; accepted cases stay.

    Attributes:
        to_window: The window that receives it from then on; empty: the one that the rules find.
    """

    items: tuple[str, ...]
    from_department: str
    to_department: str
    effective: date
    document: str
    to_window: str = ""


def spans_text(spans: tuple[Hours, ...]) -> str:
    """The hours of one day: ``9:00-12:00、13:00-17:00``; empty where it is closed."""
    return "、".join(f"{span.opens:%-H:%M}-{span.closes:%-H:%M}" for span in spans)


def opening_text(hours: tuple[Hours, ...]) -> str:
    """Opening hours in one line, for example ``星期一至星期五 9:00-12:00、13:00-17:00``."""
    by_days: dict[tuple[int, ...], list[str]] = {}
    for span in hours:
        by_days.setdefault(span.days, []).append(f"{span.opens:%-H:%M}-{span.closes:%-H:%M}")
    return "；".join(f"{_weekdays(days)} {'、'.join(spans)}" for days, spans in by_days.items())
