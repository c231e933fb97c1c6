"""The sheets: which record stands on which, and which field in which column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from pydantic import BaseModel

from knowledge.item import (
    Asked,
    Audience,
    Bundle,
    BundlePart,
    BusinessItem,
    CaseKind,
    Department,
    Faq,
    Fee,
    ItemType,
    Material,
    MaterialForm,
    Necessity,
    NeededMaterial,
    Option,
    Question,
    Source,
    Step,
    Unit,
)
from knowledge.sheets.cells import (
    CITATIONS,
    DATE,
    DATES,
    HOURS,
    LINES,
    NUMBER,
    TEXT,
    WHEN,
    YES_NO,
    Codec,
    choice,
    choices,
)
from knowledge.window import BodyTransfer, Place, Site, Window, WindowKind

_ORIGINS = ("shipped", "imported", "staff")


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        heading: As it stands in the first row.
        field: The record's field, with dots into its parts: ``legal_limit.days``.
    """

    heading: str
    field: str
    codec: Codec = TEXT
    hint: str = ""

    def value(self, record: BaseModel) -> Any:
        """The field's value; None where the part around it is missing."""
        return reduce(_part, self.field.split("."), record)


def _part(whole: Any, name: str) -> Any:
    if whole is None:
        return None
    return whole[int(name)] if name.isdigit() else getattr(whole, name)


@dataclass(frozen=True)
class Table:
    """One sheet.

    Attributes:
        member: The catalogue's member for records of their own (``items``), or the record's field for those that belong to
            another one (``options``).
        key: Heading of the column that names the record; empty where it belongs to another one.
        parent: Heading of the column that names the record it belongs to.
    """

    sheet: str
    member: str
    kind: type[BaseModel]
    columns: tuple[Column, ...]
    key: str = ""
    parent: str = ""
    about: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        first = [heading for heading in (self.parent, self.key) if heading]
        return (*first, *(column.heading for column in self.columns))

    def heading_of(self, field: str) -> str:
        """The heading of a field, or of the first column of its part; the field itself where no column has it."""
        exact = {column.field: column.heading for column in self.columns}
        if field in exact:
            return exact[field]
        first = field.split(".")[0]
        part = next((column.heading for column in self.columns if column.field.split(".")[0] == first), None)
        return part or (self.key if field == "id" and self.key else field)


MAIN = Table(
    "主项",
    "main_items",
    BusinessItem,
    (Column("名称", "main_name"),),
    key="编号",
    about="一个主项下面有几个业务办理项，例如食品经营许可下面有新办、变更、延续。",
)
ITEMS = Table(
    "业务办理项",
    "items",
    BusinessItem,
    (
        Column("主项编号", "main"),
        Column("主项名称", "main_name", hint="空着就用主项表里的名称"),
        Column("名称", "name"),
        Column("操作", "operation", hint="新办、变更、延续、补办、换领、注销、备案等"),
        Column("别名", "aliases", LINES, "群众怎么说就怎么写，至少8个，一行一个"),
        Column("情形用语", "scenario", hint="2到8个字，用来说「您想…」"),
        Column("事项类型", "type", choice(ItemType)),
        Column("办件类型", "case_kind", choice(CaseKind)),
        Column("部门编号", "department", hint="部门表里的编号"),
        Column("行使层级", "level"),
        Column("服务对象", "audience", choices(Audience)),
        Column("实施编码", "task_code"),
        Column("设定依据", "bases", CITATIONS),
        Column("受理条件", "conditions", LINES),
        Column("法定时限", "legal_limit.days", NUMBER),
        Column("法定时限单位", "legal_limit.unit", choice(Unit)),
        Column("法定时限依据", "legal_limit.basis", CITATIONS),
        Column("法定时限说明", "legal_limit.note"),
        Column("承诺时限", "promised_limit.days", NUMBER),
        Column("承诺时限单位", "promised_limit.unit", choice(Unit)),
        Column("承诺时限依据", "promised_limit.basis", CITATIONS),
        Column("承诺时限说明", "promised_limit.note"),
        Column("不收费", "free_of_charge", YES_NO),
        Column("结果名称", "result.name"),
        Column("结果有效期", "result.valid"),
        Column("结果送达", "result.delivery", LINES),
        Column("到现场次数", "visits", NUMBER),
        Column("通办范围", "scope"),
        Column("并联部门编号", "joint_with", LINES),
        Column("现场勘验", "inspection", YES_NO),
        Column("专家论证", "expert_review", YES_NO),
        Column("下放乡镇", "delegated", YES_NO),
        Column("上报机关", "passed_up_to"),
        Column("超时默许", "silence_is_consent", YES_NO),
        Column("可告知承诺的材料编号", "promise_instead", LINES),
        Column("前置事项编号", "prerequisites", LINES),
        Column("中介服务", "intermediaries", LINES, "只写种类，不写哪一家"),
        Column("支持邮寄", "by_post", YES_NO),
        Column("支持预约", "by_appointment", YES_NO),
        Column("支持网办", "online", YES_NO),
        Column("备注", "remarks", LINES),
        Column("咨询方式", "consult"),
        Column("监督方式", "supervise"),
        Column("办理地点原文", "place_text"),
        Column("来历", "origin", choice(_ORIGINS), "自己写的填 staff；随附的是 shipped，导入的是 imported"),
        Column("来源", "source"),
        Column("来源没有的字段", "absent", LINES),
    ),
    key="编号",
    about="一行一个业务办理项。编号写成 主项编号.操作，例如 food_operation.new，定了就不改。",
)
QUESTIONS = Table(
    "问题",
    "questions",
    Question,
    (
        Column("问题", "text", hint="不写问号"),
        Column("为什么问", "why"),
        Column("不知道时怎么说", "help"),
        Column("数量单位", "unit", hint="选项是数量范围时才填，例如平方米"),
    ),
    key="编号",
    about="一行一个情形问题。只有一个主项用的，编号写成 主项编号.问题；几个事项共用的不带点。",
)
OPTIONS = Table(
    "选项",
    "options",
    Option,
    (
        Column("选项", "label"),
        Column("口语说法", "says", LINES, "一句话里有这几个字，就算这样回答了"),
        Column("被问到时的说法", "replies", LINES, "只在问到这个问题时才算回答的字"),
        Column("大于", "bounds.0", NUMBER),
        Column("不超过", "bounds.1", NUMBER),
    ),
    key="选项编号",
    parent="问题编号",
    about="每个问题至少两个选项。选项编号用英文，条件里写的就是它。",
)
MATERIALS = Table(
    "材料",
    "materials",
    Material,
    (
        Column("材料名称", "name", hint="不能叫其他材料"),
        Column("依据", "basis", CITATIONS),
        Column("材料类型", "form", choice(MaterialForm)),
        Column("份数", "copies", NUMBER),
        Column("来源渠道", "source", choice(Source)),
        Column("必要性", "necessity", choice(Necessity)),
        Column("受理标准", "standard"),
        Column("填报须知", "filling"),
        Column("出具机构", "issued_by"),
        Column("数据共享部门", "shared_from", hint="能共享取得的就不再向申请人要"),
        Column("空白表格", "blank_form"),
    ),
    key="编号",
    about="一行一份材料。同一份材料几个事项共用一行，办一件事时才只交一次。",
)
NEEDED = Table(
    "事项材料",
    "materials",
    NeededMaterial,
    (
        Column("材料编号", "material"),
        Column("什么情况下要", "when", WHEN),
        Column("为什么要", "because"),
        Column("必要性", "necessity", choice(Necessity)),
        Column("份数", "copies", NUMBER),
        Column("依据", "basis", CITATIONS),
    ),
    parent="事项编号",
    about="哪个事项在什么情况下要哪份材料。份数、必要性、依据和材料表不同时才填。",
)
ASKED = Table(
    "事项问题",
    "asks",
    Asked,
    (Column("问题编号", "question"), Column("什么情况下问", "when", WHEN)),
    parent="事项编号",
    about="事项或一件事按行的先后问这些问题；条件里只能用前面问过的。",
)
FEES = Table(
    "费用",
    "fees",
    Fee,
    (
        Column("收费项目", "name"),
        Column("金额（元）", "amount", NUMBER),
        Column("计费单位", "per"),
        Column("计费办法", "rule", hint="不是固定金额时用文字写"),
        Column("依据", "basis", CITATIONS),
        Column("什么情况下收", "when", WHEN),
        Column("减免", "relief"),
    ),
    parent="事项编号",
    about="收费的事项才填，每一项都要有依据。",
)
STEPS = Table(
    "步骤",
    "steps",
    Step,
    (
        Column("步骤", "name"),
        Column("谁来办", "who"),
        Column("工作日", "days", NUMBER),
        Column("做什么", "what"),
    ),
    parent="事项编号",
    about="办理流程，按行的先后画成流程图。",
)
FAQ = Table(
    "常见问题",
    "questions",
    Faq,
    (Column("问", "question"), Column("答", "answer")),
    parent="事项编号",
    about="办这个事项的人常问的。",
)
BUNDLES = Table(
    "一件事",
    "bundles",
    Bundle,
    (
        Column("名称", "name"),
        Column("别名", "aliases", LINES),
        Column("情形用语", "scenario"),
        Column("牵头部门编号", "department"),
        Column("服务对象", "audience", choices(Audience)),
        Column("依据", "bases", CITATIONS),
        Column("备注", "remarks", LINES),
    ),
    key="编号",
    about="为一个目的要办的几个事项，共用的材料只交一次。",
)
PARTS = Table(
    "一件事事项",
    "parts",
    BundlePart,
    (Column("事项编号", "item"), Column("什么情况下办", "when", WHEN)),
    parent="一件事编号",
    about="一件事里有哪几个事项，至少两个。",
)
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
TRANSFERS = Table(
    "事项划转",
    "transfers",
    BodyTransfer,
    (
        Column("事项编号", "items", LINES),
        Column("原部门编号", "from_department"),
        Column("新部门编号", "to_department"),
        Column("生效日期", "effective", DATE),
        Column("文件", "document"),
    ),
    about="从生效日期起由新部门受理，已经受理的不变。",
)

RECORDS: tuple[Table, ...] = (ITEMS, QUESTIONS, MATERIALS, BUNDLES, DEPARTMENTS, WINDOWS, SITES, PLACES)
"""Records of the catalogue that are kept by id."""

CHILDREN: Mapping[str, tuple[Table, ...]] = {
    "items": (ASKED, NEEDED, FEES, STEPS, FAQ),
    "questions": (OPTIONS,),
    "bundles": (ASKED, PARTS),
}
"""What belongs to a record, by the record's member."""

TABLES: tuple[Table, ...] = (
    MAIN,
    ITEMS,
    QUESTIONS,
    OPTIONS,
    MATERIALS,
    ASKED,
    NEEDED,
    FEES,
    STEPS,
    FAQ,
    BUNDLES,
    PARTS,
    DEPARTMENTS,
    WINDOWS,
    SITES,
    PLACES,
    TRANSFERS,
)
"""All sheets beside 说明, in their order."""
