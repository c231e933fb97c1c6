"""Appointments as clients ask for and see them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.platform.schemas import Key, Payload, View

ClockTime = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class SlotView(View):
    """One slot; ``free`` is how many more can book it."""

    start: str = Field(description="从几点，例如 09:00")
    end: str = Field(description="到几点，例如 09:15")
    free: int = Field(description="还能约几个；约满是0")


class DayView(View):
    """One day on which the window is open."""

    day: date = Field(description="哪一天")
    label: str = Field(description="这一天的中文写法，例如 11月24日（星期二）")
    slots: list[SlotView] = Field(description="这一天的时段")


class PlaceOfWindow(View):
    """Where to go."""

    id: str = Field(description="窗口的编号")
    number: str = Field(description="窗口上的号码")
    name: str = Field(description="窗口名称")
    site: str = Field(description="所在场所")
    floor: str = Field(description="楼层")
    address: str = Field(description="地址")
    phone: str = Field(description="电话")


class SlotsView(View):
    """What can be booked at a window."""

    window: PlaceOfWindow = Field(description="哪个窗口")
    slot_minutes: int = Field(description="一个时段几分钟")
    first: date = Field(description="从哪一天起能约")
    last: date = Field(description="现在最晚能约到哪一天")
    note: str = Field(description="为什么只能约到那一天；没有特别原因时为空文字")
    days: list[DayView] = Field(description="开门的日子；不开门的不列")


class Whose(Payload):
    """Whose appointment: an intake's, or a case's by its number and second factor (as in ``CaseQuery``)."""

    intake: Annotated[str, Field(min_length=1, max_length=64)] | None = Field(
        default=None, description="草稿编号；和办件编号至少给一个"
    )
    number: Annotated[str, Field(min_length=1, max_length=40)] | None = Field(
        default=None, description="办件编号"
    )
    phone_tail: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = Field(
        default=None, description="给办件编号时要的第二因子：手机号后四位"
    )

    @model_validator(mode="after")
    def _one_of_them(self) -> Whose:
        if self.intake is None and self.number is None:
            raise ValueError("要么给草稿 intake，要么给办件编号 number")
        return self


class Booking(Whose):
    """A slot to be booked."""

    day: date = Field(description="哪一天")
    start: ClockTime = Field(description="从几点，例如 09:00")
    window: Key | None = Field(default=None, description="窗口的编号，只用来核对；窗口由要办的事决定")
    move: bool = Field(default=False, description="已经有预约时，放弃原来的，改到这个时间（改约）")


class AppointmentView(View):
    """One appointment."""

    code: str = Field(description="取号码，到窗口出示")
    state: Literal["booked", "cancelled", "passed"] = Field(
        description="booked 已预约、cancelled 已取消、passed 时间已过"
    )
    state_label: str = Field(description="状态的中文名称")
    item: str = Field(description="要办的事项名称")
    window: PlaceOfWindow = Field(description="哪个窗口")
    day: date = Field(description="哪一天")
    start: str = Field(description="从几点")
    end: str = Field(description="到几点")
    when: str = Field(description="时间的中文写法")
    reminder: str = Field(description="提醒，一段话；不在有效期的为空文字")
    note: str = Field(description="后来的变化，例如要办的事换了窗口；没有时为空文字")
    booked_at: datetime = Field(description="什么时候约的")
    access: str = Field(description="显示号码的网页的访问名，猜不到")
    page_path: str = Field(description="显示号码的网页")
    qr_path: str = Field(description="二维码（SVG）的地址，扫出来是显示号码的网页")


class CurrentAppointment(View):
    """The appointment that there is, and where one can be made."""

    appointment: AppointmentView | None = Field(description="现在的预约；没有就为空")
    takes_appointments: bool = Field(description="办这件事的窗口能不能预约")
    window: str | None = Field(description="办这件事的窗口的编号；没有窗口时为空")
