"""Days that lie behind, as people say them: 上个月8号, 前天, 9月30号, 上周五. What was said last of a day is not weighed: 8号 is the last 8th."""

from __future__ import annotations

import re
from datetime import date, timedelta

import cn2an

from knowledge.base.dates import WEEKDAYS

_NUMERAL = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_RELATIVE = (
    ("大前天", 3),
    ("前天", 2),
    ("昨天", 1),
    ("昨晚", 1),
    ("昨儿", 1),
    ("今天", 0),
    ("刚刚", 0),
    ("今儿", 0),
)
_DATE = re.compile(
    rf"(?:(?P<year>\d{{4}}|今|去|前)年)?(?:(?P<month>{_NUMERAL})月|(?P<before>上+|这|本)个?月(?:的)?)?(?P<day>{_NUMERAL})[号日](?!线|楼|窗)"
)
_WEEKDAY = re.compile(r"(?P<before>上+|这|本)个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_AGO = re.compile(rf"(?P<count>{_NUMERAL})(?P<unit>天|个?星期|周|个?礼拜)(?:之?前|以前)")
_YEARS = {"今": 0, "去": 1, "前": 2}
_MONTHS, _WEEK = 12, 7


def past_day_said(text: str, today: date) -> date | None:
    """The last day up to today that a text names; None where it names none, or one that does not exist."""
    if found := _DATE.search(text):
        return _dated(found, today)
    if found := _WEEKDAY.search(text):
        monday = today - timedelta(days=today.weekday() + _WEEK * found["before"].count("上"))
        day = monday + timedelta(days=WEEKDAYS.index("日" if found["day"] == "天" else found["day"]))
        return day if day <= today else None
    if found := _AGO.search(text):
        days = _number(found["count"]) * (1 if found["unit"] == "天" else _WEEK)
        return today - timedelta(days=days)
    return next((today - timedelta(days=days) for word, days in _RELATIVE if word in text), None)


def _dated(found: re.Match[str], today: date) -> date | None:
    day = _number(found["day"])
    if found["before"]:
        return _day(today.year, today.month - found["before"].count("上"), day, today)
    if found["month"] is None:
        return _day(today.year, today.month, day, today) or _day(today.year, today.month - 1, day, today)
    month = _number(found["month"])
    if not 1 <= month <= _MONTHS:
        return None
    if year := found["year"]:
        return _day(today.year - _YEARS[year] if year in _YEARS else int(year), month, day, today)
    return _day(today.year, month, day, today) or _day(today.year - 1, month, day, today)


def _day(year: int, month: int, day: int, today: date) -> date | None:
    """The day, where it exists and does not lie ahead; months before January are those of the year before."""
    years, month = divmod(month - 1, _MONTHS)
    try:
        found = date(year + years, month + 1, day)
    except ValueError:
        return None
    return found if found <= today else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(cn2an.cn2an(text.replace("两", "二"), "smart"))
