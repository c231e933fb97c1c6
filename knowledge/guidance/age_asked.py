"""Whether somebody is of the age that an item asks for: 我妈七十八，够不够 where 年满80周岁 is a condition."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.base.dates import day_text
from knowledge.catalogue.item import BusinessItem
from knowledge.language.agent import people_in
from knowledge.language.clause import clauses_of
from knowledge.language.spoken_time import day_said
from knowledge.language.stated_age import age_of_holder, bare_age

_ASKS = re.compile(
    r"满(?:了)?\d{1,2}(?:周?岁)?(?:了)?(?:吗|没|不|么)|够不够|够格|够(?:岁数|年龄|条件|年纪)?(?:了)?(?:不|吗|没|么)|(?:到|满)(?:岁数|年龄)?了?(?:没|吗)|能不能|可不可以|行不行|(?:能|可以|行|得)[^,，。]{0,6}(?:不|吗|么)$|符不符合|算不算"
)
_BORN = re.compile(
    r"(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月份?)?(?:(?P<day>\d{1,2})[号日])?(?=的|出?生|[,，。]|$)"
)
_OF_EACH = re.compile(r"男[^,，。]{0,2}满(\d{1,3})周?岁[^。]{0,3}女[^,，。]{0,2}满(\d{1,3})周?岁")
_MAN, _WOMAN = re.compile("男|小伙|儿子|老公|丈夫"), re.compile("女|姑娘|闺女|老婆|媳妇")
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百]")
_LEAST = re.compile(r"(?:年满|满|达到)(\d{1,3})周?岁|(\d{1,3})周?岁(?:及)?以上")
_LESS = re.compile(r"(?:不满|未满|不足)(\d{1,3})周?岁|(\d{1,3})周?岁以下")


@dataclass(frozen=True, slots=True)
class AgeVerdict:
    """What a condition on age says of an age that was told.

    Attributes:
        fits: None where the told span of years lies on both sides.
        condition: The sentence of the item.
        counted: The age worked out from a day of birth, in words: 到2026年12月24日（星期四）是21周岁; empty where the age itself was told.
    """

    fits: bool | None
    condition: str
    counted: str = ""


def age_verdict(text: str, items: Iterable[BusinessItem], today: date) -> AgeVerdict | None:
    """The verdict on the age of a normalised question; None where none is told or asked about, or no condition speaks of age.

    Args:
        today: The day on which the age is counted, where the text names no other.
    """
    if not _ASKS.search(text):
        return None
    condition = next(
        (one for item in items for one in item.conditions if _LEAST.search(one) or _LESS.search(one)), None
    )
    if condition is None:
        return None
    if born := _BORN.search(text):
        return _by_birth(born, text, condition, today)
    years = _years_told(text)
    return AgeVerdict(_fits(years, condition, text), condition) if years is not None else None


def _by_birth(born: re.Match[str], text: str, condition: str, today: date) -> AgeVerdict | None:
    """By the day of birth, on the day that the rest of the text names."""
    year, month = int(born["year"]), int(born["month"] or 0)
    try:
        earliest = date(year, month or 1, int(born["day"] or 1))
        last_month = month or 12
        latest = date(year, last_month, int(born["day"] or monthrange(year, last_month)[1]))
    except ValueError:
        return None
    on = day_said(text[: born.start()] + "," + text[born.end() :], today) or today
    low, high = _full_years(latest, on), _full_years(earliest, on)
    counted = f"到{day_text(on)}是{low}周岁" if low == high else ""
    return AgeVerdict(_fits((low, high), condition, text), condition, counted)


def _full_years(born: date, on: date) -> int:
    """周岁: the birthdays that have passed."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _years_told(text: str) -> tuple[float, float] | None:
    age = age_of_holder(people_in(text), clauses_of(text))
    if age is not None and _NUMBER.search(text, age.start, age.end):  # 老人 alone tells no age
        return age.low, age.high
    told = [years for part in re.split("[,，。;；]", text) if (years := bare_age(part)) is not None]
    return told[0] if told else None


def _fits(years: tuple[float, float], condition: str, text: str) -> bool | None:
    low, high = years
    if each := _OF_EACH.search(condition):
        man, woman = int(each[1]), int(each[2])
        said = [bound for bound, words in ((man, _MAN), (woman, _WOMAN)) if words.search(text)]
        bounds = said if len(said) == 1 else [man, woman]
        return True if low >= max(bounds) else False if high < min(bounds) else None
    if least := _LEAST.search(condition):
        bound = int(least[1] or least[2])
        return True if low >= bound else False if high < bound else None
    less = _LESS.search(condition)
    assert less is not None
    bound = int(less[1] or less[2])
    return True if high < bound else False if low >= bound else None
