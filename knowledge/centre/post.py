"""Who sits where (派驻): window staff, chief representatives 首席代表 and first-responsible officers 首问责任人, by day and shift."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from knowledge.base.dates import WEEKDAYS, day_text
from knowledge.base.frozen import Frozen
from knowledge.catalogue.affair import Catalogue

Duty = Literal["clerk", "first", "chief"]

DUTIES: dict[Duty, str] = {"clerk": "窗口人员", "first": "首问责任人", "chief": "首席代表"}
"""Duties as pages call them."""

_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
Clock = Annotated[str, Field(pattern=f"^{_TIME}$")]
ClockOrNone = Annotated[str, Field(pattern=f"^({_TIME})?$")]


class Post(Frozen):
    """Somebody at a window, on weekdays of a period, in a shift.

    Source of what is asked: 桂数发〔2021〕4号, part 2 (1): officers with licence for law enforcement who can be first-responsible,
    chief representatives of the rank of a head of section.
    """

    kind: Literal["post"] = Field(description="固定为 post：派驻")
    window: str = Field(max_length=120, description="哪个窗口，编号")
    name: str = Field(min_length=1, max_length=30, description="姓名，岗位公示上的")
    duty: Duty = Field(description="clerk 窗口人员、first 首问责任人、chief 首席代表")
    department: str = Field(max_length=120, description="哪个部门派的，编号")
    first: date = Field(description="从哪天起")
    last: date | None = Field(default=None, description="到哪天；不写就是一直")
    days: tuple[Annotated[int, Field(ge=1, le=7)], ...] = Field(
        default=(1, 2, 3, 4, 5), min_length=1, max_length=7, description="星期几，1 是星期一"
    )
    opens: ClockOrNone = Field(default="", description="这一班从几点，例如 09:00；全天的不写")
    closes: ClockOrNone = Field(default="", description="这一班到几点；全天的不写")
    rank: str = Field(default="", max_length=30, description="职级，例如 与股室负责人同级")
    licensed: bool = Field(default=False, description="有行政执法资格")

    def is_on(self, day: date) -> bool:
        """Whether they sit there on a day."""
        return self.first <= day <= (self.last or day) and day.isoweekday() in self.days

    @property
    def duty_name(self) -> str:
        return DUTIES[self.duty]

    @property
    def shift(self) -> str:
        """``9:00-12:00``; empty for the whole day."""
        return f"{self.opens.lstrip('0')}-{self.closes.lstrip('0')}" if self.opens and self.closes else ""

    @property
    def period(self) -> str:
        """``2026年12月1日（星期二）起，星期一、三``."""
        last = f"至{day_text(self.last)}" if self.last else "起"
        named = "、".join(WEEKDAYS[day - 1] for day in self.days)
        weekdays = "" if self.days == (1, 2, 3, 4, 5) else f"，星期{named}"
        return f"{day_text(self.first)}{last}{weekdays}{'，' + self.shift if self.shift else ''}"


def post_faults(post: Post, catalogue: Catalogue) -> list[str]:
    """What is wrong with a post that is to be entered, in sentences."""
    faults = []
    if post.window not in catalogue.windows:
        faults.append(f"没有窗口 {post.window}。")
    if post.department not in catalogue.departments:
        faults.append(f"没有部门 {post.department}。")
    if post.last and post.last < post.first:
        faults.append("结束的日子不能早于开始的日子。")
    if bool(post.opens) != bool(post.closes) or (post.opens and post.opens >= post.closes):
        faults.append("这一班的起止时间要写全，先后要对。")
    if not post.name.strip() or not post.name.isprintable():
        faults.append("请写姓名。")
    return faults
