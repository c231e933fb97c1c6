"""Quantities as people say them: 一百来平, 120平米, 两百多, 三四十个人."""

from __future__ import annotations

import re

import cn2an

_UNITS: dict[str, str] = {
    "平方米": r"(?:平方米|平方|平米|平|㎡|m2|个平方)",
    "人": r"(?:个?人|名|位|个员工|个职工)",
    "年": r"(?:年)",
    "岁": r"(?:岁|周岁)",
    "元": r"(?:元|块|块钱)",
    "万元": r"(?:万元|万块|万)",
    "天": r"(?:天|日)",
    "吨": r"(?:吨)",
    "个月": r"(?:个月)",
}
_ARABIC = r"\d+(?:\.\d+)?"
_CHINESE = r"[零一二两三四五六七八九十百千万]+"
_MORE = re.compile(r"多|来|几|余|左右|大概|差不多")
_A_BIT_MORE = 1.0001
"""两百多 is more than 200: a bound up to and including 200 must not take it in."""


def quantity_in(text: str, unit: str, *, bare_counts: bool = False) -> float | None:
    """The quantity of ``unit`` in a sentence; None without one.

    Args:
        bare_counts: A number without unit counts, as in the reply to a question about that quantity.
    """
    words = _UNITS.get(unit, re.escape(unit))
    with_unit = re.search(rf"(?P<n>{_ARABIC}|{_CHINESE})(?P<more>[多来几余]*)个?{words}", text)
    bare = re.fullmatch(rf"(?:大概|大约|差不多|有|也就)*(?P<n>{_ARABIC}|{_CHINESE})(?P<more>[多来几余]*)(?:左右|吧|的)*", text)
    found = with_unit or (bare if bare_counts else None)
    if not found:
        return None
    number = _number(found["n"])
    if number is None:
        return None
    return number * _A_BIT_MORE if found["more"] and found["more"][0] in "多几余" else number


def _number(written: str) -> float | None:
    try:
        return float(written) if written[0].isdigit() else float(cn2an.cn2an(written, "smart"))
    except ValueError:
        return None
