"""The sheets of what several items share: questions with their options, materials, bundles with their parts."""

from __future__ import annotations

from knowledge.catalogue.item import (
    Audience,
    Bundle,
    BundlePart,
    Material,
    MaterialForm,
    Necessity,
    Option,
    Question,
    Source,
)
from knowledge.sheets.cells import CITATIONS, LINES, NUMBER, WHEN, YES_NO, choice, choices
from knowledge.sheets.columns import Column, Table

QUESTIONS = Table(
    "问题",
    "questions",
    Question,
    (
        Column("问题", "text", hint="不写问号"),
        Column("为什么问", "why"),
        Column("不知道时怎么说", "help"),
        Column("数量单位", "unit", hint="选项是数量范围时才填，例如平方米"),
        Column("可以选几样", "several", YES_NO, hint="几个选项可以同时成立的填是，例如变更了哪几项"),
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
