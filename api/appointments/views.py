"""Appointments and slots as clients see them."""

from __future__ import annotations

from datetime import datetime, time

from api.appointments.models import AppointmentRow
from api.appointments.repository import LIVE
from api.appointments.schemas import AppointmentView, DayView, PlaceOfWindow, SlotsView, SlotView
from api.platform.clock import at_centre
from knowledge.base.dates import day_text
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import Window
from knowledge.guidance.appointment_slots import Offer, reminder, when_text

_LABELS = {"booked": "已预约", "cancelled": "已取消", "passed": "时间已过"}


def is_over(row: AppointmentRow, now: datetime) -> bool:
    """Whether the slot of an appointment has passed.

    Args:
        now: In the centre's zone.
    """
    return (row.day, time.fromisoformat(row.end)) <= (now.date(), now.time())


def state_of(row: AppointmentRow, now: datetime) -> str:
    """``booked``, ``cancelled`` or ``passed``, also where nobody has looked since its time was over."""
    return "passed" if row.state == LIVE and is_over(row, now) else row.state


def label_of(state: str) -> str:
    """A state's Chinese name."""
    return _LABELS[state]


def appointment_view(
    row: AppointmentRow,
    catalogue: Catalogue,
    now: datetime,
    *,
    window_now: str | None = None,
    is_open_then: bool = True,
) -> AppointmentView:
    """One appointment.

    Args:
        window_now: The window that receives the affair now, where that is known.
        is_open_then: The window is open at the time of the appointment.
    """
    state = state_of(row, now)
    start, end = time.fromisoformat(row.start), time.fromisoformat(row.end)
    window = place_of(row.window, catalogue)
    where = " ".join(f"{window.site} {window.floor} {window.number} {window.name}".split())
    return AppointmentView(
        code=row.code,
        state=state,
        state_label=label_of(state),
        item=row.item,
        window=window,
        day=row.day,
        start=row.start,
        end=row.end,
        when=when_text(row.day, start, end),
        reminder=reminder(row.code, row.day, start, where) if state == LIVE else "",
        note=_note(row, window_now, is_open_then, catalogue) if state == LIVE else "",
        booked_at=at_centre(row.booked_at),
        access=row.access,
        page_path=f"/a/{row.access}",
        qr_path=f"/api/v1/appointments/{row.access}/qr.svg",
    )


def slots_view(window: Window, offer: Offer, catalogue: Catalogue) -> SlotsView:
    """What a window offers."""
    assert window.appointments is not None
    return SlotsView(
        window=place_of(window.id, catalogue),
        slot_minutes=window.appointments.slot_minutes,
        first=offer.first,
        last=offer.last,
        note=offer.note,
        days=[
            DayView(
                day=day,
                label=day_text(day),
                slots=[
                    SlotView(start=f"{slot.start:%H:%M}", end=f"{slot.end:%H:%M}", free=slot.free)
                    for slot in slots
                ],
            )
            for day, slots in offer.days.items()
        ],
    )


def place_of(window_id: str, catalogue: Catalogue) -> PlaceOfWindow:
    """Where a window is; of one that the catalogue no longer has only the name it was known by."""
    window = catalogue.windows.get(window_id)
    if window is None:
        return PlaceOfWindow(id=window_id, number="", name="窗口", site="", floor="", address="", phone="")
    return PlaceOfWindow(id=window.id, **catalogue.place_of(window))


def _note(row: AppointmentRow, window_now: str | None, is_open_then: bool, catalogue: Catalogue) -> str:
    if row.window not in catalogue.windows:
        return "预约的窗口已经撤销，请另约时间，或者打电话问一下。"
    if not is_open_then:
        return "这个时间窗口临时不开，请改约别的时间，或者等窗口给您打电话。"
    if window_now is None or window_now == row.window:
        return f"窗口替您改了时间：{row.moved_why}" if row.moved_why else ""
    now = place_of(window_now, catalogue)
    return f"您的情况有变，这件事现在由{now.number}{now.name}办理，请取消后另约。"
