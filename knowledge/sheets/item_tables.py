"""The sheets of main items and business items, with what belongs to an item: materials, fees, steps, questions."""

from __future__ import annotations

from knowledge.calendar.unit import Unit
from knowledge.catalogue.item import (
    ApplicantIdentity,
    Asked,
    Audience,
    BusinessItem,
    CaseKind,
    CoApplicant,
    DecidesAlone,
    Fact,
    FactKind,
    Faq,
    Fee,
    ItemType,
    Necessity,
    NeededMaterial,
    SharedPaper,
    Step,
)
from knowledge.sheets.cells import CITATIONS, LINES, NUMBER, WHEN, YES_NO, choice, choices
from knowledge.sheets.columns import Column, Table

_ORIGINS = ("shipped", "imported", "staff")

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
        Column(
            "可以延长", "extension.days", NUMBER, "事项自己的规定；空着的只有按许可法第四十二条算的可以延长"
        ),
        Column("可以延长单位", "extension.unit", choice(Unit)),
        Column("可以延长依据", "extension.basis", CITATIONS),
        Column("可以延长说明", "extension.note"),
        Column(
            "延续提前", "renew_before.days", NUMBER, "延续要在有效期届满前多久申请；空着按行政许可法的30日"
        ),
        Column("延续提前单位", "renew_before.unit", choice(Unit)),
        Column("延续提前依据", "renew_before.basis", CITATIONS),
        Column("延续提前说明", "renew_before.note"),
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
        Column("当场决定的人", "on_spot.by", choice(DecidesAlone), "一个人就能决定的才填；空着是一审一核"),
        Column("当场决定的依据", "on_spot.basis", CITATIONS),
        Column(
            "申请人凭什么",
            "applicant_identity",
            choice(ApplicantIdentity),
            "新生儿还没有号码的，只问孩子的姓名和监护人的信息；单位的问名称、信用代码、法定代表人和经办人",
        ),
        Column("共同申请人", "co_applicant", choice(CoApplicant), "夫妻、共有人一起申请的"),
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
ASKED = Table(
    "事项问题",
    "asks",
    Asked,
    (Column("问题编号", "question"), Column("什么情况下问", "when", WHEN)),
    parent="事项编号",
    about="事项或一件事按行的先后问这些问题；条件里只能用前面问过的。",
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
SHARED = Table(
    "共享核对",
    "shared",
    SharedPaper,
    (
        Column("材料编号", "material", hint="材料表里填了数据共享部门的"),
        Column("什么情况下核对", "when", WHEN),
    ),
    parent="事项编号",
    about="窗口通过数据共享核对、申请人不用交的材料。",
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
    (
        Column("问", "question"),
        Column("答", "answer", hint="结论在前：能、不能、要、不用"),
        Column("问法", "says", LINES, "群众怎么问就怎么写，一行一个"),
        Column("依据", "basis", CITATIONS, "中心自己的规定就空着"),
    ),
    parent="事项编号",
    about="办这个事项的人常问的。",
)
TOLD = Table(
    "答问",
    "facts",
    Fact,
    (
        Column("哪一方面", "about", choice(FactKind)),
        Column("说什么", "text", hint="一两句话，结论在前，最后是下一步"),
        Column("依据", "basis", CITATIONS, "中心自己的规定就空着"),
    ),
    parent="事项编号",
    about="材料、时限、费用以外大家问的：能领多少、能不能代办、谁要到场、办完还要做什么。一个方面一行。",
)
