"""Ranges of a quantity that labels name themselves: 满16周岁, 3年以内, 两个以上股东, 一次."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from knowledge.language.age import UNIT as YEARS_OF_AGE
from knowledge.language.age import age_in
from knowledge.language.quantity import Span, quantity_in

Bounds = tuple[float, float]

_N = r"(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)"
_UNIT = r"(?P<unit>周岁|岁|年|次|吨|公顷|个月|天|个股东|个人|人)"
_FROM = re.compile(
    rf"(?:年满|满){_N}{_UNIT}|{_N.replace('?P<n>', '?P<n2>')}(?P<unit2>周岁|岁|年|吨|公顷)(?:及以上|以上)"
)
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?:不满|未满|不到|小于|低于){_N}{_UNIT}"), "under"),
    (
        re.compile(
            rf"{_N}{_UNIT}(?:以内|以下|之内)|不超过{_N.replace('?P<n>', '?P<n2>')}(?P<unit2>周岁|年|次|吨|公顷)"
        ),
        "up to",
    ),
    (_FROM, "from"),
    (re.compile(rf"(?:超过|多于|大于){_N}{_UNIT}"), "over"),
    (re.compile(r"(?P<n>两)个以上(?P<unit>股东|人)"), "from"),
    (re.compile(rf"^{_N}(?P<unit>次|个股东|个人)$"), "exactly"),
    (re.compile(r"^几(?P<unit>个人)"), "several"),
)
_ONE_UNIT = {"周岁": "岁", "个股东": "人", "股东": "人", "个人": "人"}
_HAIR = 1e-2
_OF_AGE = 18
_MANY = re.compile(r"俩|仨|两口子|夫妻|我(?:跟|和|同|与)我?.{1,4}(?:一起|两个|合|都|的名字)")
_ALONE = re.compile(
    r"(?:就|只有?|独|光|仅)(?:我|他|她)?(?:自己)?一?(?:个人|个|人)|我(?:自己)?一个人|自己一个|单独一人"
)


_RECENT: tuple[tuple[re.Pattern[str], Span], ...] = (
    (
        re.compile(
            r"刚[考拿领取通下过]|(?:这|上|前两?)个?(?:月|星期|礼拜|周)|今年|最近|前几天|昨天|才(?:考|拿|领|过)"
        ),
        Span(0.0, 0.99),
    ),
    (re.compile(r"去年|去岁"), Span(0.0, 1.99)),
    (re.compile(r"(?:大)前年"), Span(1.0, 3.99)),
    (re.compile(r"好几年|好些年|好多年|很多年|老早|很久"), Span(3.01, 50.0)),
)
"""How long ago, in years, without a number. 前年 is between 1 and 3 years ago, 大前年 between 2 and 4."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """The options that stand for ranges of one quantity.

    Attributes:
        bounds: By value: more than the first, up to and including the second number.
    """

    unit: str
    bounds: tuple[tuple[str, Bounds], ...]

    def holding(self, span: Span) -> str | None:
        """The option in whose range the whole span lies."""
        least = min(low for _, (low, _) in self.bounds)
        most = max(high for _, (_, high) in self.bounds)
        return next((value for value, bounds in self.bounds if span.within(bounds, least, most)), None)


@lru_cache(maxsize=4_096)
def named_by_labels(options: tuple[tuple[str, str], ...]) -> Ranges | None:
    """The ranges that the labels of options (value and label) name, all of one unit; None where they name none.

    A single option with a range among others that name none (年满70周岁) is one too: what lies elsewhere chooses nothing.
    """
    found = [(value, _named(label)) for value, label in options]
    named = [(value, *one) for value, one in found if one is not None]
    units = {unit for _, unit, _ in named}
    if len(units) != 1:
        return None
    return Ranges(units.pop(), tuple((value, bounds) for value, _, bounds in named))


@lru_cache(maxsize=1_024)
def named_by_question(text: str, values: tuple[str, ...]) -> Ranges | None:
    """The ranges of yes and no to a question that names a bound itself: 是不是12吨及以上的重型货车."""
    if set(values) == {"yes", "no"} and "未成年" in text:
        return Ranges(YEARS_OF_AGE, (("yes", (-1.0, _OF_AGE - _HAIR)),))
    found = list(_FROM.finditer(text))
    if set(values) != {"yes", "no"} or len(found) != 1:
        return None
    named = _named(found[0][0])
    if named is None:
        return None
    unit, (low, _) = named
    return Ranges(unit, (("yes", (low, inf)), ("no", (-1.0, low))))


def span_of(text: str, unit: str, *, bare_counts: bool) -> Span | None:
    """The quantity of a unit in a text; ages and people also as they are said without a number."""
    if unit == YEARS_OF_AGE and bare_counts:
        return age_in(text)
    span = quantity_in(text, unit, bare_counts=bare_counts)
    if span is None and unit == "年" and bare_counts:
        ago = [span for words, span in _RECENT if words.search(text)]
        return ago[0] if len(ago) == 1 else None
    if span is None and unit == "人" and bare_counts:
        if _MANY.search(text):
            return Span(2, 9)
        return Span(1, 1) if _ALONE.search(text) else None
    return span


def of_options(options: Sequence[tuple[str, str, Bounds | None]], unit: str) -> Ranges | None:
    """The ranges of options (value, label, bounds): those that the catalogue gives, else those that labels name."""
    given = tuple((value, bounds) for value, _, bounds in options if bounds)
    if given and unit:
        return Ranges(unit, given)
    return named_by_labels(tuple((value, label) for value, label, _ in options))


def _named(label: str) -> tuple[str, Bounds] | None:
    for pattern, form in _FORMS:
        found = pattern.search(label)
        if found is None:
            continue
        groups = found.groupdict()
        unit = groups.get("unit") or groups.get("unit2") or ""
        unit = _ONE_UNIT.get(unit, unit)
        span = quantity_in(f"{groups.get('n') or groups.get('n2') or '两'}{unit}", unit)
        return None if span is None else (unit, _bounds(form, span.low))
    return None


def _bounds(form: str, number: float) -> Bounds:
    return {
        "under": (-1.0, number - _HAIR),
        "up to": (-1.0, number),
        "from": (number - _HAIR, inf),
        "over": (number, inf),
        "exactly": (number - 1, number),
        "several": (1.0, inf),
    }[form]
