"""Quantities as people say them: 一百来平, 120平米, 两百多, 三四十个人, 不到200, 100到150.

What is said is seldom one number, so a quantity is a span; an answer is a range of a quantity, and fits where the whole span lies in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

import cn2an

_UNITS: dict[str, str] = {
    "平方米": r"(?:平方米|平方(?!公里)|平米|平(?![时常安均台凡方])|㎡|m2|M2|个平方)",
    "人": r"(?:个?人|名(?![称字])|位|个员工|个职工)",
    "年": r"年",
    "岁": r"(?:周岁|岁)",
    "元": r"(?:元|块钱|块)",
    "万元": r"(?:万元|万块钱|万块|万)",
    "天": r"(?:天|日)",
    "吨": r"吨",
    "个月": r"个月",
}
_NUMBER = r"(?:\d+(?:\.\d+)?\s?[百千万]?|几[十百千万]|[零〇一二两三四五六七八九十百千万]+)"
_MORE = r"(?P<more>[多来几余]*)"
_FILLER = r"(?:大概|大约|约|差不多|估计|应该|可能|有|也就|就|是|我|们|的|店|面积|一共|总共|吧|了|呢|啊|左右|上下|那么|这样|样子|个|\s|,)*"
_AT_MOST = r"(?:不超过|不大于|不多于|最多|顶多|至多|小于|少于|低于)"
_JUST_UNDER = r"(?:不到|没到|不足|不满|将近|快到|接近|没有|快|近)"
_OVER = r"(?:超过|大于|多于|高于|不止|不少于|不低于|至少|起码|超)"
_COMPARED = rf"(?:{_AT_MOST}|{_JUST_UNDER}|{_OVER})?"
_AFTER_MOST = r"(?:以内|以下|之内|内)"
_AFTER_OVER = r"(?:以上|往上|出头|开外)"
_TO = r"\s?(?:到|至|-|~|—|–)\s?"
_HAIR = 1e-6
"""两百多 is more than 200, and 不到200 is less: a bound that is one of these numbers lies on the other side."""

_ONES = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``, both included; equal where one number was said."""

    low: float
    high: float

    def within(self, bounds: tuple[float, float], least: float, most: float) -> bool:
        """Whether the whole span lies in the range ``bounds`` (first number excluded, second included).

        Args:
            least: Where the lowest range that is offered begins.
            most: Where the highest ends; 超过200 reaches no further than what is offered.
        """
        begins_within = bounds[0] < self.low if self.low > -inf else bounds[0] <= least
        ends_within = self.high <= bounds[1] if self.high < inf else most <= bounds[1]
        return begins_within and ends_within


def quantity_in(text: str, unit: str, *, bare_counts: bool = False) -> Span | None:
    """The quantity of ``unit`` in a sentence; None without one, or where several are named.

    Args:
        bare_counts: A number without unit counts, as in the reply to a question about that quantity.
    """
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    words = _UNITS.get(unit, re.escape(unit))
    spans = list(_with_unit(text, words))
    if not spans and bare_counts:
        spans = list(_bare(text))
    return spans[0] if len(set(spans)) == 1 else None


def _with_unit(text: str, words: str) -> Iterator[Span]:
    between = re.compile(
        rf"(?<![\d.])(?P<a>{_NUMBER})[多来几余]*(?:{words})?{_TO}(?P<b>{_NUMBER})[多来几余]*\s?{words}"
    )
    single = re.compile(rf"(?<![\d.月])(?P<n>{_NUMBER}){_MORE}\s?个?{words}")
    for found in between.finditer(text):
        yield from _between(found)
    for found in single.finditer(between.sub("", text)):
        rest = between.sub("", text)
        after = rest[found.end() :]
        span = _with_part(_span(found["n"], found["more"]), after)
        if span is not None and not re.search(r"(?:不是|并非)$", rest[: found.start()]):
            yield _compared(span, rest[: found.start()], after)


def _with_part(span: Span | None, after: str) -> Span | None:
    """两年多 is between 2 and 3, 一年半 is 1.5: what is said behind the unit."""
    if span is None or span.low != span.high or not after.startswith(("多", "半")):
        return span
    if after[0] == "半":
        return Span(span.low + 0.5, span.low + 0.5)
    return Span(span.low * (1 + _HAIR), span.low + 1 - _HAIR)


def _bare(text: str) -> Iterator[Span]:
    if found := re.fullmatch(rf"{_FILLER}(?P<a>{_NUMBER}){_TO}(?P<b>{_NUMBER}){_FILLER}", text):
        yield from _between(found)
    elif found := re.fullmatch(
        rf"{_FILLER}{_COMPARED}{_FILLER}(?P<n>{_NUMBER}){_MORE}(?:{_AFTER_MOST}|{_AFTER_OVER})?{_FILLER}",
        text,
    ):
        span = _span(found["n"], found["more"])
        if span is not None:
            yield _compared(span, text[: found.start("n")], text[found.end("more") :])


def _between(found: re.Match[str]) -> Iterator[Span]:
    ends = [_span(found[name], "") for name in ("a", "b")]
    if ends[0] and ends[1]:
        yield Span(min(ends[0].low, ends[1].low), max(ends[0].high, ends[1].high))


def _compared(span: Span, before: str, after: str) -> Span:
    """The span as 不超过, 不到, 超过, 以上 and 以下 move it."""
    if re.search(rf"{_AT_MOST}{_FILLER}$", before) or re.match(_AFTER_MOST, after):
        return Span(-inf, span.high)
    if re.search(rf"{_JUST_UNDER}{_FILLER}$", before):
        return Span(span.low * 0.9, span.low * (1 - _HAIR))
    if re.search(rf"{_OVER}{_FILLER}$", before) or re.match(_AFTER_OVER, after):
        return Span(span.low * (1 + _HAIR), inf)
    return span


def _span(written: str, more: str) -> Span | None:
    """One number as said: 三四十 is 30 to 40, 两百多 is over 200 and under 300, 百来 is about 100."""
    if written[0] == "几":
        unit = _TENS[written[1]]
        return Span(2 * unit * (1 + _HAIR), 10 * unit * (1 - _HAIR))
    if two := re.fullmatch(r"(.*?)([一二两三四五六七八])([二三四五六七八九])([十百千万]?)", written):
        head, first, second, unit_word = two.groups()
        if _ONES[second] == _ONES[first] + 1 and (unit_word or not head or re.search("[十百千万]", head)):
            low, high = _number(head + first + unit_word), _number(head + second + unit_word)
            return Span(low, high) if low is not None and high is not None else None
    number = _number(written)
    if number is None:
        return None
    if more and more[0] in "多几余":
        return Span(number * (1 + _HAIR), number + _last_place(number))
    return Span(number, number)


def _last_place(number: float) -> float:
    """The place of the last digit that is not zero: 100 of 200, 10 of 120."""
    place = 1
    while number >= place * 10 and number % (place * 10) == 0:
        place *= 10
    return float(place)


def _number(written: str) -> float | None:
    if written[0].isdigit():
        times = _TENS.get(written[-1], 1)
        return float(written.rstrip("百千万 ")) * times
    try:
        return float(cn2an.cn2an("一" + written if written[0] in "百千万" else written, "smart"))
    except ValueError:
        return None
