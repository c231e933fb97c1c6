"""The sheets of what is a centre's own: departments, windows, sites, places, facts, transfers of items."""

from __future__ import annotations

from knowledge.catalogue.item import Department
from knowledge.catalogue.window import BodyTransfer, CentreFact, Place, Site, Window, WindowKind
from knowledge.sheets.cells import COORDINATES, DATE, DATES, HOURS, LINES, NUMBER, YES_NO, choice
from knowledge.sheets.columns import Column, Table

DEPARTMENTS = Table(
    "部门",
    "departments",
    Department,
    (
        Column("名称", "name"),
        Column("简称", "short"),
        Column("口语说法", "says", LINES),
        Column("电话", "phone"),
        Column("监督电话", "supervise"),
        Column("是示例", "example", YES_NO, "换成自己的以后填否"),
    ),
    key="编号",
    about="随附的名称和电话是示例，请换成本地的；编号不要改。",
)
WINDOWS = Table(
    "窗口",
    "windows",
    Window,
    (
        Column("窗口号", "number"),
        Column("名称", "name"),
        Column("口语说法", "says", LINES, "大家怎么叫这个窗口，例如 车管所"),
        Column("种类", "kind", choice(WindowKind)),
        Column("地点编号", "site"),
        Column("楼层", "floor"),
        Column("部门编号", "departments", LINES),
        Column("专门受理的事项", "items", LINES),
        Column("服务的乡镇编号", "places", LINES),
        Column("受理一件事", "bundles", YES_NO),
        Column("电话", "phone"),
        Column("开放时间", "hours", HOURS),
        Column("开放日期", "open_dates", DATES),
        Column("可以预约", "takes_appointments", YES_NO),
        Column("预约每段几分钟", "appointments.slot_minutes", NUMBER),
        Column("预约每段几人", "appointments.per_slot", NUMBER),
        Column("预约提前几天", "appointments.days_ahead", NUMBER),
    ),
    key="编号",
    about="随附的窗口是示例，请换成本地的。开放时间和地点一样的不用填。",
)
SITES = Table(
    "办事地点",
    "sites",
    Site,
    (
        Column("名称", "name"),
        Column("地址", "address"),
        Column("电话", "phone"),
        Column("开放时间", "hours", HOURS),
        Column("怎么去", "how_to_get_there"),
        Column("坐标", "coordinates", COORDINATES),
        Column("是示例", "example", YES_NO, "换成自己的以后填否"),
    ),
    key="编号",
    about="随附的地址、电话、时间是示例，请换成本地的。",
)
PLACES = Table(
    "乡镇街道",
    "places",
    Place,
    (Column("名称", "name"), Column("口语说法", "says", LINES)),
    key="编号",
    about="本地的乡镇和街道。",
)
FACTS = Table(
    "本中心情况",
    "facts",
    CentreFact,
    (Column("内容", "text"), Column("是示例", "example", YES_NO, "换成自己的以后填否")),
    key="名称",
    about="一般问答里说到本中心的地方，例如停车、复印打印；没有的一样就删去那一行。",
)
TRANSFERS = Table(
    "事项划转",
    "transfers",
    BodyTransfer,
    (
        Column("事项编号", "items", LINES),
        Column("原部门编号", "from_department"),
        Column("新部门编号", "to_department"),
        Column("新窗口编号", "to_window", hint="到哪个窗口交；空着就按分派的规则"),
        Column("生效日期", "effective", DATE),
        Column("文件", "document"),
    ),
    about="从生效日期起由新部门受理，已经受理的不变。",
)
