"""The records of a case in the national field names, each field with its format, and the check of a record against them.

Source: GB/T 39046-2020 政务服务平台基础数据规范, tables 5 to 9; field names as national platforms write them. Formats: ``an..50`` up to 50
characters, ``a..30`` the same (the standard writes it also for texts with figures), ``n1`` one digit, ``n..9`` up to nine digits,
``datetime`` ``2026-11-23 10:00:00``, ``ul`` without limit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from knowledge.exchange.codes import A5_CHANNEL, A6_CASE_KIND, A7_SPECIAL, A8_SATISFACTION, RESULT, CodeList

Record = dict[str, str | int]
"""One flat record; fields without value are left out."""

DATETIME = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True)
class Field:
    """One field of a record."""

    name: str
    chinese: str
    format: str
    required: bool = False
    codes: CodeList | None = None


@dataclass(frozen=True)
class ExchangeFault:
    """One thing wrong with a record: never repeats the value, which may be personal."""

    record: str
    field: str
    say: str


def _table(text: str, codes: Mapping[str, CodeList] | None = None) -> tuple[Field, ...]:
    """Lines ``name chinese format``, a star after the name for fields that must be there."""
    rows = [line.split() for line in text.strip().splitlines()]
    known = codes or {}
    return tuple(
        Field(name.rstrip("*"), chinese, format_, name.endswith("*"), known.get(name.rstrip("*")))
        for name, chinese, format_ in rows
    )


_PERSONS = """
applyer_name*       申请者名称              an..100
applyer_page_type*  申请者证件类型代码      n3
applyer_page_code*  申请者证件号码          an..18
contact_name        联系人姓名              a..30
contact_type        联系人证件类型代码      n3
contact_code        联系人证件号码          an..18
contact_mobile*     联系人手机号码          an..18
zip_code            邮政编码                n6
address             通讯地址                an..100
legal               法定代表人              a..30
"""

TABLES: dict[str, tuple[Field, ...]] = {
    "application": _table(
        """
project_no*         办件编号                an..50
task_code           实施编码                an..24
task_name*          事项名称                an..200
project_type_name*  办件类型                an..20
project_type*       办件类型代码            n1
"""
        + _PERSONS.strip()
        + """
apply_type*         申报来源代码            n1
apply_date*         申请时间                datetime
investment_no       投资项目编号            an..24
region              行政区划                n..9
""",
        {"project_type": A6_CASE_KIND, "apply_type": A5_CHANNEL},
    ),
    "material": _table(
        """
project_no*         办件编号                an..20
material_name*      材料名称                an..200
material_attach_name 附件名称               an..255
is_get*             是否收取                n1
get_type            收取方式                an..20
get_name            收取数量                n..2
get_time            收取时间                datetime
"""
    ),
    "accept": _table(
        """
project_no*         办件编号                an..50
catalog_code        基本编码                an..10
task_code           实施编码                an..24
task_name*          事项名称                an..200
org_name*           受理单位名称            an..100
org_code            受理单位统一社会信用代码 an..18
handle_user_name*   受理人员                an..30
accept_date*        受理时间                datetime
accept_doc_no       受理文书编号            an..30
promise_date        承诺办结时间            an..20
project_type_name*  办件类型                an..20
project_type*       办件类型代码            n1
region              行政区划                n..9
""",
        {"project_type": A6_CASE_KIND},
    ),
    "process": _table(
        """
project_no*         办件编号                an..50
event_name*         业务动作                an..20
process_name*       环节名称                an..100
handle_user_name*   环节处理人              a..30
handle_explain      环节处理意见            an..1000
event_start_time*   环节开始时间            datetime
event_end_time*     环节结束时间            datetime
org_name*           处理单位名称            an..100
org_code            处理单位统一社会信用代码 an..18
process_state*      环节办理状态代码        n1
"""
    ),
    "special": _table(
        """
project_no*         办件编号                an..50
special_name*       特别程序种类名称        an..100
special_type*       特别程序种类代码        n1
special_time*       特别程序开始时间        datetime
special_reason*     特别程序启动理由或依据  ul
applyer_user_name*  申请人                  a..30
end_time            特别程序结束时间        datetime
result              特别程序结果            ul
special_explain     特别程序办理意见        ul
org_name*           办理单位名称            an..100
org_code            办理单位统一社会信用代码 an..18
handle_user*        办理人                  a..30
""",
        {"special_type": A7_SPECIAL},
    ),
    "result": _table(
        """
project_no*         办件编号                an..50
result_type*        办结结果                n1
handle_user_name*   办理人姓名              a..30
result_date*        办结时间                datetime
result_cetr_name    结果证照名称            an..200
result_cetr_no      结果证照编号            an..50
result_explain      办件结果描述            an..1000
valid_until         证照有效期限            an..30
issue_org           发证单位                an..100
region              行政区划                n..9
is_delivery_results* 是否快递寄送结果       n1
is_fee*             是否收费                n1
""",
        {"result_type": RESULT},
    ),
    "rating": _table(
        """
project_no*         办件编号                an..50
channel*            评价渠道                an..50
evaluator           评价人                  a..30
evaluate_time*      评价时间                datetime
times*              评价次数                n..2
satisfaction_name*  满意度                  an..20
satisfaction*       满意度代码              n1
text                文字评价                ul
region              行政区划                n..9
""",
        {"satisfaction": A8_SATISFACTION},
    ),
}
"""All records, by name."""

_FORMAT = re.compile(r"(?P<kind>an|a|n)(?P<upto>\.\.)?(?P<length>\d+)$")


def faults(record_name: str, record: Mapping[str, str | int]) -> tuple[ExchangeFault, ...]:
    """Everything that a record lacks or has wrong, at once; empty where it may be sent."""
    fields = {field.name: field for field in TABLES[record_name]}
    found = [
        ExchangeFault(record_name, name, f"没有「{name}」这个字段。") for name in record if name not in fields
    ]
    for field in fields.values():
        say = _wrong(field, record.get(field.name))
        if say:
            found.append(ExchangeFault(record_name, field.name, say))
    return tuple(found)


def _wrong(field: Field, value: str | int | None) -> str:
    if value is None or value == "":
        return f"缺少{field.chinese}。" if field.required else ""
    text = str(value)
    if field.codes is not None and text not in field.codes.codes:
        return f"{field.chinese}只能是{'、'.join(field.codes.codes)}。"
    if field.format == "datetime":
        return "" if _is_datetime(text) else f"{field.chinese}应写成 2026-11-23 10:00:00。"
    found = _FORMAT.match(field.format)
    return _misfit(field, text, found["kind"], bool(found["upto"]), int(found["length"])) if found else ""


def _misfit(field: Field, text: str, kind: str, up_to: bool, length: int) -> str:
    if kind == "n" and not (text.isascii() and text.isdigit()):
        return f"{field.chinese}只能是数字。"
    if not up_to and len(text) != length:
        return f"{field.chinese}应是{length}位。"
    return f"{field.chinese}超过{length}个字。" if len(text) > length else ""


def _is_datetime(text: str) -> bool:
    try:
        datetime.strptime(text, DATETIME)
    except ValueError:
        return False
    return True
