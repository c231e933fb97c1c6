"""Dates and spans of validity as papers print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_DATE = re.compile(r"((?:19|20)\d{2})[年./\-]?(1[0-2]|0?[1-9])[月./\-]?([12]\d|3[01]|0?[1-9])(?!\d)日?")
_MARKED = re.compile(r"((?:19|20)\d{2})[年./\-](1[0-2]|0?[1-9])[月./\-]([12]\d|3[01]|0?[1-9])日?")
_WRITTEN = re.compile(
    r"([二〇零一三四五六七八九十]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_DIGITS = {character: digit for digit, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_LONG = re.compile(r"长期|永久|无固定期限|不约定期限")
_TERM = re.compile(r"^(?:为)?(?:期)?([一二三四五六七八九十]{1,3}|\d{1,2})(个月|年)")
_BEGINS = re.compile(rf"^(?:自|从)|(?:{_MARKED.pattern}|{_DATE.pattern})(?:起|至|到|[-—~–一])")
_NOT_YEARS = 110
"""A year this far from today is a misreading."""


def dates_in(text: str) -> list[date]:
    """The dates of a compact text, in their order; days that do not exist are left out."""
    found: list[tuple[int, date]] = []
    for match in _MARKED.finditer(text) if _MARKED.search(text) else _DATE.finditer(text):
        found += [(match.start(), day) for day in _day(*(int(part) for part in match.groups()))]
    for match in _WRITTEN.finditer(text):
        year = int("".join(str(_DIGITS.get(character, 0)) for character in match[1]))
        found += [(match.start(), day) for day in _day(year, number_of(match[2]), number_of(match[3]))]
    return [day for _, day in sorted(found)]


def end_in(text: str) -> date | None:
    """The last day of a validity. Where a span was printed and only one of its days was read, it may be the first: None."""
    days = dates_in(text)
    if not days or (len(days) == 1 and _BEGINS.search(text)):
        return None
    return max(days)


def has_no_expiry(text: str) -> bool:
    """Whether a validity says 长期."""
    return bool(_LONG.search(text))


def months_of_validity(text: str) -> int | None:
    """A length of validity (一年, 12个月) in months, where the text begins with one."""
    found = _TERM.match(text)
    if not found:
        return None
    count = int(found[1]) if found[1].isdigit() else number_of(found[1])
    return count * 12 if found[2] == "年" else count


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    for last in (day.day, 30, 29, 28):
        for later in _day(year, month, last):
            return later
    raise AssertionError("every month has 28 days")


def plausible(day: date, today: date) -> bool:
    """Whether a date can stand on a paper that somebody hands in today."""
    return abs(day.year - today.year) <= _NOT_YEARS


def number_of(words: str) -> int:
    """A Chinese numeral up to 99."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.get(words, 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
