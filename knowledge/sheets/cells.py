"""What stands in a cell: each kind of value as text or number, and back.

Nothing is lost: what would be read as a formula gets an apostrophe, what cannot stand in a cell is written with a backslash,
and a value that is deliberately empty where the default is not is written ``（空）``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from knowledge.base.basis import Basis
from knowledge.catalogue.window import Hours
from knowledge.sheets.condition_text import condition_of, text_of

Cell = str | int | float | None
EMPTY = "（空）"
LONGEST = 32_767
"""Characters that Excel lets stand in one cell."""

MOST_DIGITS = 15
"""Of a number in a cell; a longer code has lost its end."""
_FORMULA = ("=", "+", "-", "@", "'")
INVISIBLE = "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff\\u00ad"
"""Class of characters that nobody sees; our own export writes them with a backslash, so that plain ones come from elsewhere."""
_UNPRINTABLE = re.compile(
    # control characters, halves of pairs, what XML does not allow, and what readers of workbooks take for an escape
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff" + INVISIBLE + "]|_(?=x[0-9A-Fa-f]{4}_)"
)
_EDGE = re.compile(r"^\s+|\s+$")
_ESCAPED = re.compile(r"\\(\\|n|-|u[0-9a-f]{4})")


def escaped(text: str) -> str:
    """Text as it may stand in a cell: no control characters, no space at its ends, and nothing that Excel would run."""
    text = _UNPRINTABLE.sub(_coded, text.replace("\\", "\\\\"))
    text = _EDGE.sub(_coded, text)
    return "'" + text if text.startswith(_FORMULA) or text == EMPTY else text


def _coded(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(sign):04x}" for sign in found.group())


def unescaped(text: str) -> str:
    """What :func:`escaped` was given."""
    return _ESCAPED.sub(_original, text.removeprefix("'"))


def _original(found: re.Match[str]) -> str:
    sign = found[1]
    if sign == "n":
        return "\n"
    if sign == "-":
        return ""
    return "\\" if sign == "\\" else chr(int(sign[1:], 16))


def as_text(cell: Any) -> str:
    """A cell that should be text: Excel turns 12 or 2026-01-01 into numbers and dates by itself."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell)


def lost_digits(cell: Any) -> bool:
    """Whether a number has more digits than a table program keeps, so that its end is made of noughts or noise."""
    return isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) >= 10**MOST_DIGITS


@dataclass(frozen=True)
class Codec:
    """How one kind of value is written into a cell and read from it.

    Attributes:
        write: Value to cell; an empty value gives None.
        read: Cell to raw value; ``ValueError`` with a Chinese sentence where it cannot.
        empty: The empty value itself.
        choices: What may stand in the cell, where that is a short list.
        hint: How to fill it in.
    """

    write: Callable[[Any], Cell]
    read: Callable[[Any], Any]
    empty: Any = ""
    choices: tuple[str, ...] = ()
    hint: str = ""


def _lines_written(values: Any) -> Cell:
    return "\n".join(escaped(value).replace("\n", "\\n") or "\\-" for value in values) or None


def _lines_read(cell: Any) -> list[str]:
    return [unescaped(line) for line in as_text(cell).split("\n") if line.strip()]


def _citation_written(basis: Basis) -> str:
    written = str(basis)
    try:
        if Basis.parse(written) == basis:
            return written
    except ValueError:
        pass
    return json.dumps(basis.model_dump(), ensure_ascii=False)


def _citation_read(line: str) -> Any:
    return json.loads(line) if line.startswith("{") else line


def _yes_no(cell: Any) -> bool:
    said = as_text(cell).strip()
    if said not in ("是", "否", "true", "false"):
        raise ValueError(f"应填是或否，现在是「{said[:20]}」")
    return said in ("是", "true")


def _number(cell: Any) -> float | int:
    try:
        number = float(cell)
    except (TypeError, ValueError):
        raise ValueError(f"应是数字，现在是「{as_text(cell)[:20]}」") from None
    return int(number) if number.is_integer() else number


def _coordinates(cell: Any) -> list[float]:
    said = as_text(cell).replace("，", ",").split(",")
    try:
        latitude, longitude = (float(one) for one in said)
    except ValueError:
        raise ValueError(f"应写成 纬度,经度，现在是「{as_text(cell)[:20]}」") from None
    return [latitude, longitude]


def _hours_written(spans: Any) -> Cell:
    return (
        "\n".join(
            f"{','.join(map(str, one.days))} {one.opens.isoformat()[:8]}-{one.closes.isoformat()[:8]}"
            for one in spans
        )
        or None
    )


def _hours_read(cell: Any) -> list[Hours]:
    return [_span(line.strip()) for line in as_text(cell).split("\n") if line.strip()]


def _span(line: str) -> Hours:
    found = re.fullmatch(r"([1-7](?:[,，、][1-7])*) +(\d{1,2}:\d\d(?::\d\d)?)-(\d{1,2}:\d\d(?::\d\d)?)", line)
    wrong = f"开放时间「{line[:30]}」应写成 1,2,3,4,5 09:00-12:00，一行一段"
    if not found:
        raise ValueError(wrong)
    days = [int(day) for day in re.split("[,，、]", found[1])]
    try:
        return Hours.model_validate({"days": days, "opens": found[2].zfill(5), "closes": found[3].zfill(5)})
    except ValidationError:
        raise ValueError(wrong) from None


def choice(kind: Any) -> Codec:
    """A value of an enumeration or of a few words."""
    values = tuple(getattr(one, "value", one) for one in kind)
    return Codec(str, lambda cell: as_text(cell).strip(), "", values, "从下拉列表里选")


def choices(kind: Any) -> Codec:
    """Several values of an enumeration, one a line."""
    values = "、".join(one.value for one in kind)
    return Codec(_lines_written, _lines_read, (), (), f"一行一个，只能是{values}")


TEXT = Codec(lambda value: escaped(value) or None, lambda cell: unescaped(as_text(cell)), "")
LINES = Codec(_lines_written, _lines_read, (), (), "一行一个，格子里换行按 Alt+Enter")
CITATIONS = Codec(
    lambda bases: _lines_written([_citation_written(basis) for basis in bases]),
    lambda cell: [_citation_read(line) for line in _lines_read(cell)],
    (),
    (),
    "一行一条，写成《法律名称》第N条；部门规章在名称后用括号写文号和年份",
)
YES_NO = Codec(lambda value: "是" if value else "否", _yes_no, None, ("是", "否"), "填是或否，不知道就空着")
NUMBER = Codec(lambda value: value, _number, None, (), "填数字")
WHEN = Codec(
    lambda condition: text_of(condition) or None,
    lambda cell: condition_of(as_text(cell)),
    None,
    (),
    "什么情况下才要，空着就是都要。写成 问题编号=选项编号，用 且、或、非（）组合",
)
HOURS = Codec(_hours_written, _hours_read, (), (), "一行一段，写成 1,2,3,4,5 09:00-12:00，1是星期一")
DATES = Codec(
    lambda days: "\n".join(day.isoformat() for day in days) or None,
    _lines_read,
    (),
    (),
    "一行一天，写成 2026-11-22",
)
COORDINATES = Codec(
    lambda place: f"{place[0]},{place[1]}" if place else None,
    _coordinates,
    None,
    (),
    "纬度,经度，照国内地图（GCJ-02），写成 23.101,114.401；不知道就空着",
)
DATE = Codec(lambda day: date.isoformat(day), as_text, None, (), "写成 2026-11-22")
