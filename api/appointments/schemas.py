"""Appointments as clients ask for and see them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.platform.schemas import Key, Payload, View

ClockTime = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class SlotView(View):
    """One slot; ``free`` is how many more can book it."""

    start: str
    end: str
    free: int


class DayView(View):
    """One day on which the window is open."""

    day: date
    label: str
    slots: list[SlotView]


class PlaceOfWindow(View):
    """Where to go."""

    id: str
    number: str
    name: str
    site: str
    floor: str
    address: str
    phone: str


class SlotsView(View):
    """What can be booked at a window.

    Attributes:
        last: The last day that can be booked now.
        note: Why the offer ends early; empty where it does not.
    """

    window: PlaceOfWindow
    slot_minutes: int
    first: date
    last: date
    note: str
    days: list[DayView]


class Whose(Payload):
    """Whose appointment: an intake's, or a case's by its number and second factor (as in ``CaseQuery``)."""

    intake: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    number: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    phone_tail: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Whose:
        if self.intake is None and self.number is None:
            raise ValueError("要么给草稿 intake，要么给办件编号 number")
        return self


class Booking(Whose):
    """A slot to be booked.

    Attributes:
        window: Only to make sure; the window is the one that receives the affair.
        move: Give up the appointment that there is for this one (改约).
    """

    day: date
    start: ClockTime
    window: Key | None = None
    move: bool = False


class AppointmentView(View):
    """One appointment.

    Attributes:
        code: 取号, to be shown at the window.
        note: What has changed since, for example that the affair now goes to another window.
        page_path: A page that shows the code; the QR code of ``qr_path`` leads to it.
    """

    code: str
    state: Literal["booked", "cancelled", "passed"]
    state_label: str
    item: str
    window: PlaceOfWindow
    day: date
    start: str
    end: str
    when: str
    reminder: str
    note: str
    booked_at: datetime
    access: str
    page_path: str
    qr_path: str


class CurrentAppointment(View):
    """The appointment that there is, and where one can be made."""

    appointment: AppointmentView | None
    takes_appointments: bool
    window: str | None
