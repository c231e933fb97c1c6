"""Records of 广东政务服务网 (one JSON object a line) as business items of our catalogue.

The platform publishes what an applicant reads, in words: limits, places, phones, names of materials. It has no legal bases, no
number of copies, no fees; these are listed as absent on every item, so that nobody is told something the source does not say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from knowledge.catalogue.item import Audience, BusinessItem, CaseKind, ItemType, Limit, Material
from knowledge.imports.bodies import bodies_of, deciding_above, examining_with
from knowledge.imports.cleaning import (
    bracketed,
    count_of,
    limit_of,
    phone_of,
    text_of,
    without_markup,
    yes_or_no,
)
from knowledge.imports.item_names import Read, aliases_of, departments_of, with_distinct_names
from knowledge.imports.json_lines import in_utf8, read_records
from knowledge.imports.materials import materials_of, needed
from knowledge.imports.operation import operation_of
from knowledge.imports.report import Duplicate, Imported, Mended, Notes, Refused, Report

PLATFORM = "广东政务服务网"
ID_PREFIX = "gd-"
ALWAYS_ABSENT = ("设定依据", "办件类型", "收费", "办理流程", "结果名称", "办公时间", "通办范围")
"""Fields of the national list that this source never has."""

LONGEST_NAME = 200
LONGEST_CONDITION = 2000
CUT_AT = 350
"""The platform's export cuts 受理条件 at this many characters."""

_NEWS = re.compile(
    "荣获|被认定为|入选“|获[“「《].*奖|召开|座谈会|[在于].+(举办|举行)$|举办.+(党课|活动|大赛)$|启用仪式|回信强调|精彩不断|持续助热"
    "|连续.年取得|圆满(举办|结课)|——记20"
)
_TRIAL = re.compile(r"^(测试|test|demo|示例)|测试(数据|事项|用)|请勿(办理|申报|使用)", re.IGNORECASE)
_LINK_MARK = re.compile("（转链接）$")
_NO_WINDOW = "无线下办理窗口"
_PLACE_LABEL = re.compile("^办理地点[:：]")
_UNFINISHED = re.compile("[:：；;，,、]$")
_AUDIENCES: Mapping[str, Audience] = {
    **{audience.value: audience for audience in Audience},
    "非法人企业": Audience.OTHER,
}


class _Refusal(ValueError):
    """A record that cannot become an item; the message is the reason."""


def import_guangdong(content: bytes) -> Imported:
    """Read a whole file. The same bytes give the same result; nothing is raised for bad records."""
    read: list[Read] = []
    materials: dict[str, Material] = {}
    mended: list[Mended] = []
    refused: list[Refused] = []
    lines_of_code: dict[str, list[int]] = {}
    years: set[int] = set()
    count = 0
    content, written_in = in_utf8(content)
    if written_in:
        mended.append(Mended(1, "", "文件", f"照 {written_in} 编码读", "文件不是 UTF-8 编码"))
    for entry in read_records(content):
        count += 1
        if isinstance(entry, Refused):
            refused.append(entry)
            continue
        line, record = entry
        name = _shown_name(record)
        try:
            code = _code(record)
            lines_of_code.setdefault(code, []).append(line)
            if len(lines_of_code[code]) > 1:
                raise _Refusal(f"实施编码与第{lines_of_code[code][0]}行相同，只收先出现的一条")
            notes = Notes(line, name)
            item, papers = _item(record, code, notes)
        except _Refusal as error:
            refused.append(Refused(line, name, str(error)))
            continue
        read.append(Read(line, item))
        materials |= papers
        mended += notes.mended
        years |= _years(record)
    source = f"{PLATFORM}（{max(years)}年）" if years else PLATFORM
    kept, duplicates = with_distinct_names(read)
    duplicates += [
        Duplicate(f"实施编码 {code}", tuple(lines), "只收第一条")
        for code, lines in lines_of_code.items()
        if len(lines) > 1
    ]
    items = {record.item.id: record.item.model_copy(update={"source": source}) for record in kept}
    used = {need.material for item in items.values() for need in item.materials}
    materials = {key: material for key, material in materials.items() if key in used}
    report = Report(
        source, count, len(items), len(materials), tuple(mended), tuple(refused), tuple(duplicates)
    )
    return Imported(items, materials, departments_of(items.values()), report)


def _item(record: Mapping[str, Any], code: str, notes: Notes) -> tuple[BusinessItem, dict[str, Material]]:
    _note_markup(record, notes)
    name = _name(record, notes)
    kind = _type(record)
    department = text_of(record.get("DEPT_NAME"))
    if not department:
        raise _Refusal("没有实施主体（DEPT_NAME），不知道由谁办理")
    level = _text(record, "matter_level", "行使层级", notes)
    materials, dropped = materials_of(record.get("material_intro"), f"{ID_PREFIX}m-", notes)
    legal, promised = _limits(record, notes)
    condition = _condition(record, notes)
    if kind is ItemType.SERVICE and _NEWS.search(name) and not materials:
        raise _Refusal("是一条新闻报道，不是可以办理的事项")
    bodies = bodies_of(_text(record, "co_department", "", notes))
    item = BusinessItem(
        id=f"{ID_PREFIX}{code.lower()}",
        main=f"{ID_PREFIX}{text_of(record.get('parentCatalogId')) or code}".lower(),
        main_name=bracketed(text_of(record.get("CATANAME")) or name),
        name=name,
        operation=operation_of(name),
        aliases=aliases_of((record.get("matter_short"), record.get("matter_daily")), name, notes),
        type=kind,
        case_kind=CaseKind.PROMISED,
        department=department,
        level=level,
        audience=_audience(record, notes),
        task_code=code,
        conditions=(condition,) if condition else (),
        materials=needed(materials, notes),
        legal_limit=legal,
        promised_limit=promised,
        visits=count_of(_text(record, "visit_number", "到现场次数", notes)),
        joint_with=examining_with(bodies, level),
        passed_up_to=deciding_above(bodies, level),
        by_post=yes_or_no(_text(record, "courier_service", "邮寄", notes)),
        by_appointment=_appointment(record, notes),
        online=yes_or_no(_text(record, "ONLINECHECK", "网上办理", notes)),
        consult=_phone(record, "consult_phone", "咨询方式", notes),
        supervise=_phone(record, "complain_phone", "监督投诉方式", notes),
        place_text=_place(record, notes),
        remarks=tuple(_remarks(record, tuple(map(str, bodies)), dropped, condition)),
        origin="imported",
        source=PLATFORM,
        absent=(*ALWAYS_ABSENT, *notes.absent),
    )
    return item, materials


def _note_markup(record: Mapping[str, Any], notes: Notes) -> None:
    """Texts with codes of a web page in them, which are read as people see them there."""
    for key, value in record.items():
        if isinstance(value, str) and (plain := without_markup(value)) != value:
            notes.mend(
                key, "网页代码换成文字", "内容里有网页的标签或者字符代码", f"{value[:28]} → {plain[:28]}"
            )


def _shown_name(record: Mapping[str, Any]) -> str:
    return next((text for key in ("TASK_NAME", "matter_name") if (text := text_of(record.get(key)))), "")


def _code(record: Mapping[str, Any]) -> str:
    code = text_of(record.get("TASK_CODE")) or ""
    if not code and not {"TASK_CODE", "TASK_NAME", "matter_name"} & set(record):
        named = "、".join(str(key) for key in list(record)[:6])
        raise _Refusal(
            f"这种记录的写法还不认识（字段是 {named}），没有收入；请改成广东政务服务网的字段名，或者用 Excel 导入"
        )
    if not re.fullmatch(r"[0-9A-Za-z]{12,40}", code):
        raise _Refusal("没有可用的实施编码（TASK_CODE），无法给出固定的编号")
    return code


def _name(record: Mapping[str, Any], notes: Notes) -> str:
    published = text_of(record.get("TASK_NAME"))
    if not published:
        published = text_of(record.get("matter_name"))
        if not published:
            raise _Refusal("没有事项名称")
        notes.mend("事项名称", "用 matter_name 代替", "TASK_NAME 没有内容", published)
    if not re.search("[\u3400-\u9fff]{2}", published) or _TRIAL.search(published):
        raise _Refusal("名称不像事项名称")
    name = bracketed(published)
    if len(name) > LONGEST_NAME:
        raise _Refusal(f"名称超过{LONGEST_NAME}个字")
    if "（（" in published.replace("(", "（"):
        notes.mend("事项名称", "去掉重复的括号", "括号里套着同样的括号", published)
    if (plain := _LINK_MARK.sub("", name)) != name:
        notes.mend("事项名称", "去掉“（转链接）”", "是网站的标记，不是名称", name)
        name = plain
    return name


def _type(record: Mapping[str, Any]) -> ItemType:
    published = text_of(record.get("TASK_TYPE_TEXT")) or text_of(record.get("matter_type")) or ""
    try:
        return ItemType(published)
    except ValueError:
        raise _Refusal(
            f"事项类型「{published}」不在国家标准的代码表里" if published else "没有事项类型"
        ) from None


def _text(record: Mapping[str, Any], key: str, field: str, notes: Notes) -> str:
    """A published text; noted as absent under the field's Chinese name where there is none."""
    text = text_of(record.get(key))
    if text is None:
        notes.mend(field or key, "不收", "内容不是文字", str(record.get(key)))
    if not text and field:
        notes.lack(field)
    return text or ""


def _limits(record: Mapping[str, Any], notes: Notes) -> tuple[Limit | None, Limit | None]:
    legal = _limit(record, "handle_time", "法定办结时限", notes)
    promised = _limit(record, "handle_time_limit", "承诺办结时限", notes)
    if legal and promised and legal.unit is promised.unit and promised.days > legal.days:
        notes.mend("承诺办结时限", "不收", "承诺的时限比法定的还长", f"{promised.days}>{legal.days}")
        notes.lack("承诺办结时限")
        promised = None
    return legal, promised


def _limit(record: Mapping[str, Any], key: str, field: str, notes: Notes) -> Limit | None:
    text = _text(record, key, field, notes)
    limit = limit_of(text)
    if text and limit is None:
        notes.mend(field, "不收", "不是「天数（工作日）」的写法", text)
        notes.lack(field)
    return limit


def _condition(record: Mapping[str, Any], notes: Notes) -> str:
    text = _text(record, "accept_standard", "受理条件", notes)
    if len(text) > LONGEST_CONDITION:
        notes.mend("受理条件", f"只留前{LONGEST_CONDITION}个字", "太长", text)
        text = text[:LONGEST_CONDITION] + "……"
    elif _is_unfinished(text):
        notes.mend("受理条件", "注明不完整", "来源只有前面一部分", text[-20:])
    return text


def _is_unfinished(condition: str) -> bool:
    return bool(_UNFINISHED.search(condition)) or (
        len(condition) >= CUT_AT and not condition.endswith(("。", "）", "”"))
    )


def _audience(record: Mapping[str, Any], notes: Notes) -> tuple[Audience, ...]:
    published = record.get("service_object_name")
    names = (
        [text_of(name) or "" for name in published]
        if isinstance(published, list)
        else [text_of(published) or ""]
    )
    for name in names:
        if name == "非法人企业":
            notes.mend("服务对象", "归入其他组织", "国家标准的代码表里没有非法人企业", name)
        elif name and name not in _AUDIENCES:
            notes.mend("服务对象", "不收", "不在国家标准的代码表里", name)
    known = dict.fromkeys(_AUDIENCES[name] for name in names if name in _AUDIENCES)
    if not known:
        notes.lack("服务对象")
    return tuple(known)


def _appointment(record: Mapping[str, Any], notes: Notes) -> bool | None:
    """The flag ``online_book`` repeats ``ONLINECHECK`` on every record; only an address shows that one can book."""
    if _text(record, "online_book_addr", "", notes):
        return True
    notes.lack("预约")
    return None


def _phone(record: Mapping[str, Any], key: str, field: str, notes: Notes) -> str:
    text = _text(record, key, field, notes)
    phone = phone_of(text)
    if text and not phone:
        notes.mend(field, "不收", "里面没有认得出的电话号码", text)
        notes.lack(field)
    elif len(phone) < len(text) / 2:
        notes.mend(field, "只取电话号码", "来源写成了一段文字", text)
    return phone


def _place(record: Mapping[str, Any], notes: Notes) -> str:
    text = _text(record, "handle_location", "办理地点", notes)
    return "" if text == _NO_WINDOW else _PLACE_LABEL.sub("", text)


def _remarks(
    record: Mapping[str, Any], bodies: tuple[str, ...], dropped: tuple[str, ...], condition: str
) -> list[str]:
    remarks = []
    if text_of(record.get("handle_location")) == _NO_WINDOW:
        remarks.append("来源写明没有线下办理窗口。")
    if platform := text_of(record.get("bear_paltform")):
        remarks.append(f"网上办理平台：{platform}。")
    if bodies:
        remarks.append(f"参与办理的机构：{'、'.join(bodies)}。")
    if dropped:
        named = "、".join(f"「{name}」" for name in dropped)
        remarks.append(f"来源还列有{named}，没有写明是什么材料，没有收入清单。")
    if _is_unfinished(condition):
        remarks.append("来源的受理条件不完整，请以办理部门的答复为准。")
    return remarks


def _years(record: Mapping[str, Any]) -> set[int]:
    """The year in which the record was stored: the first four bytes of a MongoDB id are its time in seconds."""
    mongo = record.get("_id")
    oid = mongo.get("$oid") if isinstance(mongo, dict) else None
    if not isinstance(oid, str) or not re.fullmatch("[0-9a-f]{24}", oid):
        return set()
    return {datetime.fromtimestamp(int(oid[:8], 16), tz=UTC).year}
