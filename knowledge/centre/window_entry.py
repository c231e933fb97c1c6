"""临时窗口 that opens on some days, and a window that stands elsewhere or has another phone for a time."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from pydantic import Field

from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import Hours, Window, WindowKind
from knowledge.centre.post import Clock


class TemporaryWindow(Frozen):
    """A window that opens on these days alone."""

    kind: Literal["temporary_window"] = Field(description="固定为 temporary_window：临时窗口")
    number: str = Field(min_length=1, max_length=20, description="窗口上的号码，例如 41号")
    name: str = Field(min_length=2, max_length=40, description="窗口名称")
    site: str = Field(max_length=120, description="在哪个办事地点，编号")
    floor: str = Field(default="", max_length=20, description="楼层")
    phone: str = Field(default="", max_length=30, description="电话；不写就用办事地点的")
    departments: tuple[str, ...] = Field(default=(), max_length=40, description="受理哪些部门的事项，编号")
    items: tuple[str, ...] = Field(default=(), max_length=100, description="专门受理的事项，编号")
    dates: tuple[date, ...] = Field(min_length=1, max_length=100, description="开放的日子")
    opens: Clock = Field(description="几点开，例如 09:00")
    closes: Clock = Field(description="几点关")

    def window(self, key: str) -> Window:
        """As a window of the catalogue."""
        span = Hours(
            days=(1, 2, 3, 4, 5, 6, 7),
            opens=time.fromisoformat(self.opens),
            closes=time.fromisoformat(self.closes),
        )
        return Window(
            id=f"temporary_{key.lower()}",
            number=self.number,
            name=self.name,
            kind=WindowKind.TEMPORARY,
            site=self.site,
            floor=self.floor,
            phone=self.phone,
            departments=self.departments,
            items=self.items,
            hours=(span,),
            open_dates=tuple(sorted(set(self.dates))),
        )


class WindowPlace(Frozen):
    """Where a window stands for a time, and under which phone."""

    kind: Literal["window_place"] = Field(description="固定为 window_place：窗口换地方、换电话")
    window: str = Field(max_length=120, description="哪个窗口，编号")
    first: date = Field(description="从哪天起")
    last: date | None = Field(default=None, description="到哪天；不写就是一直")
    number: str = Field(default="", max_length=20, description="改成几号；不改的不写")
    floor: str = Field(default="", max_length=20, description="改到几楼；不改的不写")
    phone: str = Field(default="", max_length=30, description="改成什么电话；不改的不写")

    def is_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.first <= day <= (self.last or day)

    def applied_to(self, window: Window) -> Window:
        """The window as it is then."""
        changed = {"number": self.number, "floor": self.floor, "phone": self.phone}
        return window.model_copy(update={name: value for name, value in changed.items() if value})


def temporary_faults(entry: TemporaryWindow, catalogue: Catalogue) -> list[str]:
    """What is wrong with a temporary window, in sentences."""
    known = set(catalogue.items) | {item.main for item in catalogue.items.values()}
    faults = [f"没有办事地点 {entry.site}。"] if entry.site not in catalogue.sites else []
    faults += [f"没有部门 {key}。" for key in entry.departments if key not in catalogue.departments]
    faults += [f"没有事项 {key}。" for key in entry.items if key not in known]
    if not entry.departments and not entry.items:
        faults.append("请选受理哪些部门或者哪些事项。")
    if entry.opens >= entry.closes:
        faults.append("开门时间应早于关门时间。")
    return faults


def place_faults(entry: WindowPlace, catalogue: Catalogue) -> list[str]:
    """What is wrong with a change of place, in sentences."""
    faults = [f"没有窗口 {entry.window}。"] if entry.window not in catalogue.windows else []
    if not (entry.number or entry.floor or entry.phone):
        faults.append("请写号码、楼层、电话里要改的。")
    if entry.last and entry.last < entry.first:
        faults.append("结束的日子不能早于开始的日子。")
    return faults


def place_line(entry: WindowPlace, catalogue: Catalogue) -> str:
    """What changes, in one line."""
    window = catalogue.windows.get(entry.window)
    said = {"号码": entry.number, "楼层": entry.floor, "电话": entry.phone}
    changes = "、".join(f"{name}改为{value}" for name, value in said.items() if value)
    period = f"{day_text(entry.first)}{'至' + day_text(entry.last) if entry.last else '起'}"
    return f"{window.name if window else entry.window}{changes}，{period}"
