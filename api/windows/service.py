"""The windows that are in force, with their sites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from api.windows.schemas import (
    CentreNotice,
    DayOpening,
    NearestWindow,
    Whereabouts,
    WindowList,
    WindowView,
)
from knowledge.base.centre_time import moment_of
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import Site, Window, opening_text, spans_text
from knowledge.centre.closure import Closure
from knowledge.guidance.nearest_window import nearest_window
from knowledge.guidance.opening_hours import is_open, next_opening, open_spans

DAYS_SHOWN = 14


def list_windows(
    catalogue: Catalogue,
    now: datetime,
    calendar: WorkCalendar,
    notices: Mapping[str, Closure] = MappingProxyType({}),
) -> WindowList:
    """All windows, in the order of the catalogue, with when they are open from now on, and what is to be known now."""
    return WindowList(
        windows=[_view(window, catalogue, now, calendar) for window in catalogue.windows.values()],
        notices=[_notice(key, notice, catalogue) for key, notice in notices.items()],
    )


def _notice(key: str, notice: Closure, catalogue: Catalogue) -> CentreNotice:
    return CentreNotice(
        id=key,
        text=notice.text,
        period=notice.period,
        where=notice.where(catalogue),
        closed=notice.closed,
        urgent=notice.urgent,
        windows=[window.id for window in catalogue.windows.values() if notice.reaches(window)],
        everywhere=not (notice.sites or notice.windows),
    )


def nearest(where: Whereabouts, catalogue: Catalogue, now: datetime, calendar: WorkCalendar) -> NearestWindow:
    """The window to go to from a place."""
    known = where.latitude is not None and where.longitude is not None
    point = (where.latitude or 0.0, where.longitude or 0.0) if known else None
    window, is_near = nearest_window(catalogue, point, where.label)
    return NearestWindow(window=_view(window, catalogue, now, calendar), is_near=is_near)


def _view(window: Window, catalogue: Catalogue, now: datetime, calendar: WorkCalendar) -> WindowView:
    site = catalogue.sites[window.site]
    return WindowView(
        id=window.id,
        **catalogue.place_of(window),
        says=list(window.says),
        kind=window.kind,
        hours=opening_text(window.hours or site.hours),
        departments=[catalogue.department_name(key) for key in window.departments],
        places=[catalogue.places[key].name for key in window.places],
        takes_appointments=window.takes_appointments,
        open_dates=list(window.open_dates),
        how_to_get_there=site.how_to_get_there,
        example=site.example,
        days=list(_days(window, site, now, calendar)),
        **_soon(window, site, now, calendar),
    )


def _soon(window: Window, site: Site, now: datetime, calendar: WorkCalendar) -> dict[str, Any]:
    """Whether it is open, and when next; nothing where the calendar does not reach so far."""
    try:
        return {
            "open_now": is_open(window, site, now, calendar),
            "next_opening": next_opening(window, site, now, calendar),
        }
    except CalendarGap:
        return {}


def _days(window: Window, site: Site, now: datetime, calendar: WorkCalendar) -> Iterator[DayOpening]:
    for ahead in range(DAYS_SHOWN):
        day = now.date() + timedelta(days=ahead)
        try:
            spans = open_spans(window, site, day, calendar)
        except CalendarGap:
            return
        yield DayOpening(day=day, hours=spans_text(spans), why=why_closed(window, day))


def why_closed(window: Window, day: date) -> str:
    """Why a window is closed out of turn at some time of a day; empty where it is not."""
    begins, ends = moment_of(day), moment_of(day + timedelta(days=1))
    whys = (closed.why for closed in window.closed if closed.begins < ends and begins < closed.ends)
    return "；".join(dict.fromkeys(whys))
