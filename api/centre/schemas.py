"""Entries as the desk sends and sees them."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.platform.schemas import Payload, View
from knowledge.centre.entry import CentreEntry


class EntryWanted(Payload):
    """Something to enter."""

    entry: CentreEntry = Field(description="录入的内容，按 kind 不同")
    replaces: str = Field(
        default="", max_length=12, description="代替哪一条，写它的编号；那一条同时撤销。新录入的不写"
    )


class ChangeWanted(Payload):
    """A change to be looked at before it is made."""

    entry: CentreEntry | None = Field(default=None, description="要录入的内容；只撤销的不写")
    replaces: str = Field(default="", max_length=12, description="代替或者撤销哪一条，写它的编号")


class EntryView(View):
    """An entry, in force or undone."""

    id: str = Field(description="编号")
    kind: str = Field(description="种类的代号")
    kind_name: str = Field(description="种类的中文名称")
    line: str = Field(description="写的是什么，一句话")
    entry: CentreEntry = Field(description="录入的内容")
    by: str = Field(description="谁录入的，账号")
    by_name: str = Field(description="谁录入的，姓名")
    at: datetime = Field(description="什么时候录入的")
    replaces: str = Field(description="代替了哪一条；没有代替的为空")
    undone_by_name: str = Field(description="谁撤销的；没有撤销的为空")
    undone_at: datetime | None = Field(description="什么时候撤销的；没有撤销的为空")


class EntryList(View):
    """Entries, the latest first."""

    entries: list[EntryView] = Field(description="录入的，最近的在前；撤销了的也在内")
    may_enter: bool = Field(description="您可以录入和撤销")


class NamedPlace(View):
    """Something that an entry can name."""

    id: str = Field(description="编号")
    name: str = Field(description="名称，写给人看")
    of: str = Field(default="", description="窗口所在地点的编号、事项的主管部门的编号；别的为空")


class CentrePlaces(View):
    """What entries can name."""

    sites: list[NamedPlace] = Field(description="办事地点")
    windows: list[NamedPlace] = Field(description="窗口")
    departments: list[NamedPlace] = Field(description="部门")
    items: list[NamedPlace] = Field(description="事项")


class ShiftedLimit(View):
    """A limit of a case in hand whose day becomes another."""

    number: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    what: str = Field(description="哪个期限")
    before: date | None = Field(description="原来哪一天到期；原来算不出的为空")
    after: date | None = Field(description="改到哪一天；改完算不出的为空")


class DisplacedVisit(View):
    """An appointment at a time at which the window is not open."""

    window: str = Field(description="窗口的编号")
    window_name: str = Field(description="窗口的号码和名称")
    day: date = Field(description="哪一天")
    start: str = Field(description="从几点，例如 09:00")
    end: str = Field(description="到几点")
    code: str = Field(description="取号码")
    item: str = Field(description="要办的事项名称")


class ChangePreview(View):
    """What a change would move."""

    line: str = Field(description="要录入的是什么，一句话；只撤销的为空")
    looked_at: int = Field(description="看了几件没有办完的办件；和期限无关的改动不看，是0")
    shifted: int = Field(description="几个期限的日子会变")
    limits: list[ShiftedLimit] = Field(description="会变的期限，最多列500个")
    appointments: list[DisplacedVisit] = Field(description="已经约好、到时候窗口不开的预约")


class PersonOnDuty(View):
    """Somebody who sits at a window on a day."""

    name: str = Field(description="姓名")
    duty_name: str = Field(description="窗口人员、首问责任人、首席代表")
    shift: str = Field(description="这一班的时间；全天的为空")


class WindowOfDay(View):
    """A window on a day: when it is open and who sits there."""

    id: str = Field(description="窗口的编号")
    name: str = Field(description="窗口的号码和名称")
    place: str = Field(description="在哪里")
    phone: str = Field(description="电话")
    hours: str = Field(description="这一天的开放时间；不开放的为空")
    why: str = Field(description="临时停办的原因；不停办的为空")
    people: list[PersonOnDuty] = Field(description="这一天谁在，首席代表在前；没有登记的为空")


class DutyDay(View):
    """Who stands where on a day."""

    day: date = Field(description="哪一天")
    label: str = Field(description="这一天的中文写法")
    windows: list[WindowOfDay] = Field(description="全部窗口")


class RegisterView(View):
    """The register of what is present (应进必进), in short; the whole is the sheet."""

    present: int = Field(description="已进驻几个事项")
    absent: int = Field(description="没有进驻几个事项")
    missing: list[str] = Field(description="通知要求、现在还缺的，一条一句")
