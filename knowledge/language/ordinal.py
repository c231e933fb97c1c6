"""Which place in a numbered list a reply names: 2, 第二个, 选2, 最后一个, 倒数第二个."""

from __future__ import annotations

import re

import cn2an

_LEAD = r"(?:我|还是|应该|大概|可能|感觉|好像|估计|想|要|选择?|办|是|就|那|嗯|好|的|,|\s)*"
_NUMBER = r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})"
_COUNTED = r"(?P<counted>个|号|项|种|条|类|款)?"
_END = r"(?:那个|个|情况|选项|吧|的|呢|啊|哈|了|好|行|可以|呀|嘛|\s)*"
_ORDINAL = re.compile(rf"{_LEAD}(?P<th>第|选项|序号)?\s?[(\[]?{_NUMBER}[)\].:、]?\s?{_COUNTED}{_END}")
_FROM_END = re.compile(rf"{_LEAD}(?:倒数第){_NUMBER}{_COUNTED}{_END}")
_LAST = re.compile(rf"{_LEAD}(?:最后|末尾|最下面)(?:面|边)?(?:那?一?)(?:个|项|种|条)?{_END}")
_FORMER = re.compile(rf"{_LEAD}(?:前者|前一个|前面(?:那|的)?一?个?|上面(?:那|的)?一?个?|头一个){_END}")
_LATTER = re.compile(rf"{_LEAD}(?:后者|后一个|后面(?:那|的)?一?个?|下面(?:那|的)?一?个?){_END}")
_FIRST_CLAUSE = re.compile(r"^(?P<clause>[^,，。;；]*[第选][^,，。;；]*)[,，。;；]")

_AND_REST = re.compile(
    rf"(?:我|想|要|把|将|就|那|,|\s)*(?:(?P<last>最后一?[个项条])|第?{_NUMBER}(?:个|项|条|题|[).]){{0,2}})"
    r"(?:那个|那项|的|的?答案)?[,，、.:：;\s]*(?:改[成为作]?|换[成为]?|应该是|选|填|是)?[,，:：\s]*"
    r"(?P<rest>(?![百千万亩平米岁个项条月年天人块元.,\d])[^,].*)"
)


def place_named(text: str, count: int, *, of_a_quantity: bool = False) -> int | None:
    """The 1-based place that a reply names; ``count + 1`` is what is always offered last (不确定, 都不是).

    Args:
        text: Normalised reply.
        count: How many options stand before that.
        of_a_quantity: The question asks for a quantity, so that 「3个」 is one and no place.
    """
    if _LAST.fullmatch(text):
        return count
    if count == 2 and _FORMER.fullmatch(text):
        return 1
    if count == 2 and _LATTER.fullmatch(text):
        return 2
    if found := _FROM_END.fullmatch(text):
        return _known(count + 1 - _value(found["n"]), count)
    clause = _FIRST_CLAUSE.match(text)
    for part in (text, clause["clause"] if clause else ""):
        found = _ORDINAL.fullmatch(part)
        if found and not (of_a_quantity and found["counted"] and not found["th"]):
            return _known(_value(found["n"]), count)
    return None


def place_and_rest(text: str, count: int) -> tuple[int, str] | None:
    """The 1-based place that a message names and what it says of it: 2,没有 and 第2个改成没有; None where it says nothing of it."""
    found = _AND_REST.fullmatch(text)
    if found is None:
        return None
    place = count if found["last"] else _value(found["n"])
    return (place, found["rest"]) if 1 <= place <= count else None


def _known(place: int, count: int) -> int | None:
    return place if 1 <= place <= count + 1 else None


def _value(written: str) -> int:
    if written.isdigit():
        return int(written)
    try:
        return int(cn2an.cn2an(written, "smart"))
    except ValueError:
        return 0
