"""Days and times of day as people say them, for picking a slot in talk."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path

import cn2an
import yaml

from knowledge.base.dates import WEEKDAYS
from knowledge.language.aspects import Aspect, aspects_in

_NAMED_DAYS = Path(__file__).with_name("named_days.yaml")
_HOURS = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_NOON, _DAYS_OF_WEEK = 12, 7


def words_of_day(day: date, today: date) -> tuple[str, ...]:
    """What people call a day: 明天, 周二, 下周二, 24号."""
    ahead = (day - today).days
    relative = {0: ("今天",), 1: ("明天",), 2: ("后天",), 3: ("大后天",)}.get(ahead, ())
    weeks = (day - (today - timedelta(days=today.weekday()))).days // _DAYS_OF_WEEK
    name = WEEKDAYS[day.weekday()]
    weekday = [f"{word}{name}" for word in ("周", "星期", "礼拜")]
    if weeks:
        weekday = ["下" * weeks + one for one in (*weekday, f"个星期{name}")] if weeks < 3 else []
    return (*relative, *weekday, f"{day.day}号", f"{day.month}月{day.day}日", f"{day.month}月{day.day}号")


def words_of_time(start: time) -> tuple[str, ...]:
    """What people call a time of day: 9点半, 上午九点半, 下午2点."""
    half = {0: ("", "整"), 30: ("半", "30", "三十")}.get(
        start.minute, (f"{start.minute:02d}", f"{start.minute:02d}分")
    )
    hour = start.hour if start.hour <= _NOON else start.hour - _NOON
    part = ("上午", "早上") if start.hour < _NOON else ("下午",) if start.hour > _NOON else ("中午",)
    names = [f"{name}点" for name in dict.fromkeys((str(hour), _HOURS[hour]))]
    bare = [*names, *([f"{start.hour}点"] if start.hour > _NOON else [])]
    spoken = [*bare, *(f"{before}{name}" for before in part for name in names)]
    return (*(f"{name}{rest}" for name in spoken for rest in half), f"{start:%H:%M}")


_NUMERAL = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_RELATIVE = {"大后天": 3, "后天": 2, "明天": 1, "明早": 1, "今天": 0}
_WEEKDAY = re.compile(r"(下*)个?(?:周|星期|礼拜)([一二三四五六日天])")
_DATE = re.compile(
    rf"(?:({_NUMERAL})月)?({_NUMERAL})[号日](?!线|楼|窗)|(\d{{1,2}})月(\d{{1,2}})(?![\d个.月次回天])"
)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)")
_OCLOCK = re.compile(
    rf"(?P<part>上午|早上|早晨|清早|中午|下午|晌午|后晌|傍晚|夜里|夜间|晚上)?(?!(?<=[早晚快慢多少有])一点)(?P<hour>{_NUMERAL})[点时](?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<minute>{_NUMERAL}|五十五)分?)?"
)
_AFTER_NOON = ("下午", "后晌", "傍晚", "夜里", "夜间", "晚上")
_EARLIEST = 7
"""No window opens before; without 上午 or 下午, an earlier hour is one of the afternoon."""


_ASKS = re.compile("吗|几点|什么时候|[?？]|么$")


def names_day_or_time(text: str) -> bool:
    """Whether a reply names a day or a time, and does not ask for one: 星期天, 9点; not 星期天开门吗."""
    named = any(word in text for word in _RELATIVE) or any(
        pattern.search(text) for pattern in (_WEEKDAY, _DATE, _CLOCK, _OCLOCK)
    )
    return named and not _ASKS.search(text)


def asks_of_a_moment(text: str) -> bool:
    """Whether a text asks if somebody is there at a day or hour that it names: 晚上七点还能办不."""
    if not names_a_moment(_PAST.sub("", text)):
        return False
    return _OPEN_OR_NOT.search(text) is not None and _open_words().search(text) is not None


def aspects_asked(text: str) -> tuple[Aspect, ...]:
    """The aspects that a text asks about; the hours as well, where it asks if somebody is there at a moment."""
    aspects = aspects_in(text)
    of_hours = {Aspect.HOURS, Aspect.OPEN_NOW} & set(aspects)
    return aspects if of_hours or not asks_of_a_moment(text) else (*aspects, Aspect.HOURS)


_PAST = re.compile("(?:上个?(?:周|星期|礼拜)|昨|前)[一二三四五六日天末]?")
"""我媳妇上周六生了个女儿 names no day to come on."""
_OPEN_OR_NOT = re.compile(r"吗|[不没么][呀啊哦]?(?:$|[,，。?？])|[?？]|(.)不\1|有没有|在不在")


@cache
def _open_words() -> re.Pattern[str]:
    return re.compile(yaml.safe_load(_NAMED_DAYS.read_text(encoding="utf-8"))["open"])


def names_a_moment(text: str) -> bool:
    """Whether a text names a day or a time of day, also in a question."""
    return time_said(text) is not None or day_said(text.replace("礼拜", "星期"), _SOME_DAY) is not None


_SOME_DAY = date(2026, 1, 1)


def day_said(text: str, today: date) -> date | None:
    """The day that a reply names: 明天, 下周二, 24号; None where it names none or one that does not exist."""
    for word, ahead in _RELATIVE.items():
        if word in text:
            return today + timedelta(days=ahead)
    if found := _DATE.search(text):  # before the weekday: 2026年11月30日（星期一） is no Monday of this week
        return _date_named(found[1] or found[3], found[2] or found[4], today)
    if named := _named(text):
        month, day = named
        return date(today.year + ((month, day) < (today.month, today.day)), month, day)
    found = _WEEKDAY.search(text)
    if found is None:
        return None
    monday = today - timedelta(days=today.weekday())
    weekday = WEEKDAYS.index("日" if found[2] == "天" else found[2])
    return monday + timedelta(days=_DAYS_OF_WEEK * len(found[1]) + weekday)


def _named(text: str) -> tuple[int, int] | None:
    """Month and day of a day with a name of its own: 520, 元旦."""
    return next((day for day, pattern in _named_days() if pattern.search(text)), None)


@cache
def _named_days() -> tuple[tuple[tuple[int, int], re.Pattern[str]], ...]:
    raw = yaml.safe_load(_NAMED_DAYS.read_text(encoding="utf-8"))
    return tuple(
        (_month_and_day(key), re.compile(rf"(?<!\d)(?:{words})(?![\d]|{raw['but']})"))
        for key, words in raw["days"].items()
    )


def _month_and_day(key: str) -> tuple[int, int]:
    month, _, day = key.partition("-")
    return int(month), int(day)


def _date_named(month: str | None, day: str, today: date) -> date | None:
    """The next day of that number; without a month in this month or the next."""
    number = _number(day)
    first = today.replace(day=1)
    months = [first, (first + timedelta(days=32)).replace(day=1)]
    if month is not None:
        named = _number(month)
        if not 1 <= named <= _NOON:
            return None
        months = [first.replace(year=today.year + (named < today.month), month=named)]
    for one in months:
        try:
            found = one.replace(day=number)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def time_said(text: str) -> time | None:
    """The time of day that a reply names: 9:30, 九点半, 下午两点; None where it names none."""
    if found := _CLOCK.search(text):
        return _time(int(found[1]), int(found[2]), "")
    found = _OCLOCK.search(text)
    if found is None:
        return None
    minute = 30 if found["half"] else {"一": 15, "三": 45}.get(found["quarter"] or "", 0)
    if found["minute"]:
        minute = _number(found["minute"])
    return _time(_number(found["hour"]), minute, found["part"] or "")


def _time(hour: int, minute: int, part: str) -> time | None:
    if hour < _NOON and (part in _AFTER_NOON or (not part and hour < _EARLIEST)):
        hour += _NOON
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _number(text: str) -> int:
    """Digits or Chinese numerals up to 99."""
    return int(text) if text.isdigit() else int(cn2an.cn2an(text.replace("两", "二"), "smart"))


_LIBAI = re.compile("礼拜(?=[一二三四五六日天几])")


def in_weeks(text: str) -> str:
    """The text with 星期六 for 礼拜六, which speaks of no church."""
    return _LIBAI.sub("星期", text)
