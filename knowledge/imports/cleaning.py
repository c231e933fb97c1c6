"""Published texts made fit to be read: blanks, brackets and placeholders; limits, phones and yes or no out of words."""

from __future__ import annotations

import html
import re
from typing import Any

import cn2an

from knowledge.calendar.unit import Unit
from knowledge.catalogue.item import Limit

NOTHING = frozenset(
    {
        "",
        "无",
        "无。",
        "无w",
        "暂无",
        "没有",
        "-",
        "--",
        "/",
        "null",
        "none",
        "None",
        "[]",
        "{}",
        "[ ]",
        "undefined",
    }
)
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd\ud800-\udfff]"
)
_BLANKS = re.compile(r"[\s\u3000]+")
_HAN = r"[\u3400-\u9fff，。；：、（）《》“”！？]"
_BLANK_BY_HAN = re.compile(rf"(?<={_HAN}) | (?={_HAN})")
_NUMERAL = "[〇零一二两三四五六七八九十百]{1,7}"
_LIMIT = re.compile(
    rf"^(?:自?受理(?:之日)?起)?(\d{{1,4}}|{_NUMERAL})\s*个?\s*[(（]?\s*(工作日|自然日|日|天|月|小时)\s*[)）]?(?:内|以内)?$"
)
_TAG = re.compile(r"<(br|/?p|/?div|/?li|/?tr)\s*/?>|</?[A-Za-z][^<>]*>", re.IGNORECASE)
_UNITS = {
    "工作日": Unit.WORKING_DAY,
    "自然日": Unit.DAY,
    "日": Unit.DAY,
    "天": Unit.DAY,
    "月": Unit.MONTH,
    "小时": Unit.HOUR,
}
_PHONE_LABEL = re.compile(r"^(?:咨询|监督|投诉)?(?:投诉|电话)+(?:投诉|电话)?[:：]\s*")
_NUMBER = re.compile(
    r"400-?\d{3,4}-?\d{3,4}(?!\d)|(?:[(（](?:86)?\d{2,4}[)）]\s?|0\d{2,3}\s?[-—]\s?)?(?<!\d)\d{5,8}(?:-\d{1,5})*(?!\d)"
)
LONGEST_PHONE = 80
"""Characters; longer entries are prose with a number in it."""
LONGEST_DAYS = 400


def text_of(value: Any) -> str | None:
    """A published text without invisible characters and stray blanks; None where it is not a text at all."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return None
    plain = _BLANKS.sub(" ", _UNPRINTABLE.sub("", without_markup(value))).strip()
    plain = _BLANK_BY_HAN.sub("", plain)
    return "" if plain in NOTHING else plain


def without_markup(value: str) -> str:
    """A text of a web page as people read it there: tags are breaks or nothing, ``&lt;`` is <, ``&nbsp;`` a blank."""
    if "&" not in value and "<" not in value:
        return value
    return html.unescape(_TAG.sub(lambda tag: "\n" if tag[1] else "", value))


def bracketed(name: str) -> str:
    """Full-width brackets, none empty, none doubled: ``注册((个人))`` becomes ``注册（个人）``."""
    name = name.replace("(", "（").replace(")", "）").replace("（）", "")
    while (found := re.search(r"（（([^（）]*)））", name)) is not None:
        name = f"{name[: found.start()]}（{found[1]}）{name[found.end() :]}"
    return name


def limit_of(text: str) -> Limit | None:
    """``30(工作日)``, ``20个工作日``, ``五个工作日`` as a limit; None where it is not one or is longer than any real limit."""
    found = _LIMIT.match(text)
    if found is None:
        return None
    try:
        days = int(found[1]) if found[1].isdigit() else int(cn2an.cn2an(found[1], "smart"))
    except ValueError:
        return None
    return Limit(days=days, unit=_UNITS[found[2]]) if days <= LONGEST_DAYS else None


def phone_of(text: str) -> str:
    """A telephone entry without its label, or only the numbers where they stand in prose; empty where there is none."""
    bare = _PHONE_LABEL.sub("", text).rstrip("。；;，, ").replace("—", "-")
    bare = re.sub(r"(?<=[\d-]) (?=\d)", "", bare)
    numbers = _NUMBER.findall(bare)
    if len(bare) <= LONGEST_PHONE and numbers and not re.search("[A-Za-z]", bare):
        return bare
    return (
        "、".join(dict.fromkeys(number for number in numbers if len(number) > 7))
        if len(bare) > LONGEST_PHONE / 2
        else ""
    )


def yes_or_no(text: str) -> bool | None:
    """是 支持 and 1 are yes; 否 不支持 and 0 are no; anything else is not known."""
    return {"是": True, "支持": True, "1": True, "否": False, "不支持": False, "0": False}.get(text)


def count_of(text: str) -> int | None:
    """A number of visits, 0 to 9."""
    return int(text) if re.fullmatch(r"[0-9]", text) else None
