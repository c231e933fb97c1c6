"""The day on which a paper expires, as people say it: 2027年3月1号, 明年3月1号, 3月1号."""

from __future__ import annotations

import re
from datetime import date

import cn2an

_NUMERAL = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_WRITTEN = re.compile(r"(?<!\d)(?P<year>20\d{2})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_SPOKEN = re.compile(
    rf"(?:(?P<year>20\d{{2}}|\d{{2}}|今|明|后|去)年)?(?P<month>{_NUMERAL})月(?:份)?(?P<day>{_NUMERAL})(?:[号日]|(?![\d个天]))"
)
_YEARS = {"去": -1, "今": 0, "明": 1, "后": 2}
_CENTURY = 2000


def names_expiry(text: str) -> bool:
    """Whether a message names a day with its month."""
    return bool(_WRITTEN.search(text) or _SPOKEN.search(text))


def expiry_said(text: str, today: date) -> date | None:
    """The day that a message names; without a year the next one that comes. None where it names none, or one that does not exist."""
    found = _WRITTEN.search(text) or _SPOKEN.search(text)
    if found is None:
        return None
    month, day = _number(found["month"]), _number(found["day"])
    if found["year"] is not None:
        return _day(_year(found["year"], today), month, day)
    this_year = _day(today.year, month, day)
    return this_year if this_year and this_year >= today else _day(today.year + 1, month, day)


def _year(said: str, today: date) -> int:
    if said in _YEARS:
        return today.year + _YEARS[said]
    return int(said) if len(said) > 2 else _CENTURY + int(said)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(cn2an.cn2an(text.replace("两", "二"), "smart"))
