"""Windows as clients see them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View


class DayOpening(View):
    """When a window is open on one day."""

    day: date = Field(description="哪一天")
    hours: str = Field(description="这一天的开放时间，例如 9:00-12:00、13:00-17:00；不开放的为空文字")
    why: str = Field(default="", description="临时停办的原因；不停办的为空文字")


class WindowView(View):
    """One window with its site, complete enough to go there."""

    id: str = Field(description="窗口的编号")
    number: str = Field(description="窗口上的号码，例如 12号")
    name: str = Field(description="窗口名称")
    says: list[str] = Field(default_factory=list, description="大家的叫法，例如 车管所")
    kind: str = Field(description="综合窗口、部门窗口、分中心、临时窗口、便民服务中心")
    site: str = Field(description="所在场所，例如 政务服务中心")
    floor: str = Field(description="楼层")
    address: str = Field(description="地址")
    phone: str = Field(description="电话")
    hours: str = Field(description="开放时间，一行文字")
    departments: list[str] = Field(description="受理哪些部门的事项，部门编号")
    places: list[str] = Field(description="服务的乡镇、街道；中心的窗口为空")
    takes_appointments: bool = Field(description="可以预约")
    open_dates: list[date] = Field(description="临时窗口的开放日期")
    how_to_get_there: str = Field(description="怎么去")
    example: bool = Field(description="地点、电话和时间是随附的示例")
    open_now: bool = Field(default=False, description="此刻开着")
    next_opening: datetime | None = Field(
        default=None, description="最早什么时候可以去，开着的就是此刻；近期不开放或者日历没有录入的为空"
    )
    days: list[DayOpening] = Field(
        default_factory=list, description="今天起十四天每天的开放时间；日历没有录入的日子不列"
    )


class CentreNotice(View):
    """What everybody should know now: a closure, or only a notice."""

    id: str = Field(description="编号")
    text: str = Field(description="告诉办事人的话")
    period: str = Field(description="起止时间的中文写法")
    where: str = Field(description="哪些窗口的中文写法")
    closed: bool = Field(description="true 这段时间停办、false 只是通告")
    urgent: bool = Field(description="紧急")
    windows: list[str] = Field(description="哪些窗口，编号")
    everywhere: bool = Field(description="全部窗口")


class Whereabouts(Payload):
    """Where somebody is."""

    latitude: Annotated[float, Field(ge=-90, le=90)] | None = Field(
        default=None, description="纬度，度，GCJ-02；不知道时不写"
    )
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = Field(
        default=None, description="经度，度，GCJ-02；不知道时不写"
    )
    label: Annotated[str, Field(max_length=200)] = Field(
        default="", description="地址的文字，例如 河东县河西镇人民路；从里面认乡镇、街道"
    )


class NearestWindow(View):
    """The window to go to from there."""

    window: WindowView = Field(description="最近的窗口；没有更近的，是中心的综合窗口")
    is_near: bool = Field(description="是按位置或者地址找到的；不是的，就是中心的综合窗口")


class WindowList(View):
    """All windows."""

    notices: list[CentreNotice] = Field(default_factory=list, description="现在要告诉办事人的，紧急的在前")

    windows: list[WindowView] = Field(description="全部窗口")
