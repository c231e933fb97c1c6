"""Windows as clients see them."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.platform.schemas import View


class WindowView(View):
    """One window with its site, complete enough to go there."""

    id: str
    number: str
    name: str
    kind: str = Field(description="综合窗口、部门窗口、分中心、临时窗口、便民服务中心")
    site: str
    floor: str
    address: str
    phone: str
    hours: str = Field(description="开放时间，一行文字")
    departments: list[str]
    places: list[str] = Field(description="服务的乡镇、街道；中心的窗口为空")
    takes_appointments: bool
    open_dates: list[date] = Field(description="临时窗口的开放日期")
    how_to_get_there: str
    example: bool = Field(description="地点、电话和时间是随附的示例")


class WindowList(View):
    """All windows."""

    windows: list[WindowView]
