"""What is in force of all that was entered: the calendar, the catalogue and the notices that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import Window
from knowledge.centre.closure import Closure, closed_times
from knowledge.centre.entry import CentreEntry
from knowledge.centre.holidays import CentreDay, HolidayYear
from knowledge.centre.item_entry import ItemTransfer, Powers, Presence
from knowledge.centre.post import DUTIES, Post
from knowledge.centre.window_entry import TemporaryWindow, WindowPlace

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class CentreInForce:
    """Entries by id, the earliest first; of two of the same year or day the later one counts."""

    entries: Mapping[str, CentreEntry] = field(default_factory=dict)

    @cached_property
    def closures(self) -> dict[str, Closure]:
        return {key: entry for key, entry in self.entries.items() if isinstance(entry, Closure)}

    def with_entry(self, entry: CentreEntry) -> CentreInForce:
        """As it would be with one more."""
        return CentreInForce({**self.entries, "": entry})

    def without(self, key: str) -> CentreInForce:
        """As it would be without one."""
        return CentreInForce({one: entry for one, entry in self.entries.items() if one != key})

    def calendar(self, shipped: WorkCalendar) -> WorkCalendar:
        """The shipped calendar with the years entered over it, and the centre's own days over these."""
        calendar = shipped
        for year in self._of(HolidayYear):
            calendar = year.applied_to(calendar)
        for day in self._of(CentreDay):
            calendar = day.applied_to(calendar)
        return calendar

    def catalogue(self, published: Catalogue, today: date) -> Catalogue:
        """The published catalogue as it is on a day at this centre."""
        if not self.entries:
            return published
        windows = {**published.windows, **self._temporary_windows()}
        places = [one for one in self._of(WindowPlace) if one.is_on(today)]
        for place in places:
            if place.window in windows:
                windows[place.window] = place.applied_to(windows[place.window])
        closures = self.closures.values()
        for key, window in windows.items():
            if closed := closed_times(window, closures):
                windows[key] = window.model_copy(update={"closed": closed})
        entered = tuple(one.transfer() for one in self._of(ItemTransfer))
        return replace(published, windows=windows, transfers=(*published.transfers, *entered))

    def posts(self, day: date) -> list[Post]:
        """Who sits at a window on a day, chief representatives first."""
        on_duty = [one for one in self._of(Post) if one.is_on(day)]
        return sorted(on_duty, key=lambda one: (-list(DUTIES).index(one.duty), one.opens, one.name))

    def all_posts(self, today: date) -> list[Post]:
        """Who is posted and will be, by window; who has left is not."""
        lasting = [one for one in self._of(Post) if one.last is None or one.last >= today]
        return sorted(lasting, key=lambda one: (one.window, -list(DUTIES).index(one.duty), one.name))

    def presence(self) -> dict[str, Presence]:
        """What was said last of each item."""
        return {item: one for one in self._of(Presence) for item in one.items}

    def powers(self) -> dict[str, Powers]:
        """What was said last of each department's window."""
        return {one.department: one for one in self._of(Powers)}

    def _temporary_windows(self) -> dict[str, Window]:
        entries = ((key, entry) for key, entry in self.entries.items() if isinstance(entry, TemporaryWindow))
        windows = [entry.window(key) for key, entry in entries]
        return {window.id: window for window in windows}

    def _of(self, kind: type[Kind]) -> list[Kind]:
        return [entry for entry in self.entries.values() if isinstance(entry, kind)]

    def notices(self, now: datetime) -> dict[str, Closure]:
        """What applicants are told now, the urgent first, then what begins first."""
        shown = {key: one for key, one in self.closures.items() if one.is_shown(now)}
        return dict(sorted(shown.items(), key=lambda one: (not one[1].urgent, one[1].begins)))
