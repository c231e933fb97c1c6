"""Whether somebody is of the age that an item asks for: 我妈七十八，够不够 where 年满80周岁 is a condition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.catalogue.item import BusinessItem
from knowledge.language.agent import people_in
from knowledge.language.clause import clauses_of
from knowledge.language.stated_age import age_of_holder, bare_age

_ASKS = re.compile(
    r"够不够|够格|够(?:岁数|年龄|条件|年纪)?(?:了)?(?:不|吗|没|么)|(?:到|满)(?:岁数|年龄)?了?(?:没|吗)|能不能|可不可以|行不行|(?:能|可以|行|得)[^,，。]{0,6}(?:不|吗|么)$|符不符合|算不算"
)
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百]")
_LEAST = re.compile(r"(?:年满|满|达到)(\d{1,3})周?岁|(\d{1,3})周?岁(?:及)?以上")
_LESS = re.compile(r"(?:不满|未满|不足)(\d{1,3})周?岁|(\d{1,3})周?岁以下")


@dataclass(frozen=True, slots=True)
class AgeVerdict:
    """What a condition on age says of an age that was told.

    Attributes:
        fits: None where the told span of years lies on both sides.
        condition: The sentence of the item.
    """

    fits: bool | None
    condition: str


def age_verdict(text: str, items: Iterable[BusinessItem]) -> AgeVerdict | None:
    """The verdict on the age of a normalised question; None where none is told or asked about, or no condition speaks of age."""
    if not _ASKS.search(text):
        return None
    years = _years_told(text)
    condition = next(
        (one for item in items for one in item.conditions if _LEAST.search(one) or _LESS.search(one)), None
    )
    if years is None or condition is None:
        return None
    return AgeVerdict(_fits(years, condition), condition)


def _years_told(text: str) -> tuple[float, float] | None:
    age = age_of_holder(people_in(text), clauses_of(text))
    if age is not None and _NUMBER.search(text, age.start, age.end):  # 老人 alone tells no age
        return age.low, age.high
    told = [years for part in re.split("[,，。;；]", text) if (years := bare_age(part)) is not None]
    return told[0] if told else None


def _fits(years: tuple[float, float], condition: str) -> bool | None:
    low, high = years
    if least := _LEAST.search(condition):
        bound = int(least[1] or least[2])
        return True if low >= bound else False if high < bound else None
    less = _LESS.search(condition)
    assert less is not None
    bound = int(less[1] or less[2])
    return True if high < bound else False if low >= bound else None
