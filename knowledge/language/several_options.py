"""Several options in one reply, for a question that takes several: 法人和地址都改, 1和3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.catalogue.condition import UNSURE, joined, values_of
from knowledge.language.clause import stating_part
from knowledge.language.mentions import Mention, mentions
from knowledge.language.offered_options import Offered
from knowledge.language.refusal import AROUND

_PLACE = r"第?\s?(\d{1,2}|[一二三四五六七八九])\s?[个项条号]?"
_AND = r"(?:[和跟及与还,，.、+/;；\s]|还有|以及|再加)+"
_PLACES = re.compile(
    rf"(?:我|要|选|改|是|就|,|\s)*{_PLACE}(?:{_AND}{_PLACE})+(?:都|两|个|项|要|改|变|换|一起|的|吧|\s)*"
)
_NUMERALS = "〇一二三四五六七八九"
_INSTEAD = re.compile("只|光|改[成为]|不对|不是|[说记选]错|搞错|弄错|而是")


_CHANGES = "[改变换搬迁增减加]"
_WITH_ANOTHER = r"(?:(?:[和跟与及、,]|还有)[^,。;不没别]{1,8}?)?"
_BEFORE_IT = rf"(?:变更|{_CHANGES})(?:一?下|了|个|成)?"
_AFTER_IT = rf"{_WITH_ANOTHER}(?:[也都要想得了需]|一起|一块|顺便|跟着|同时){{0,3}}{_CHANGES}"
_STAYS = rf"(?:[先就也都]|这次){{0,2}}[不没别]用?要?想?{_CHANGES}"
"""What stands before and after the name of what changes: 改地址, 地址也要改; and after that of what stays: 股东先不变."""


def several_of(text: str, options: Sequence[Offered]) -> str | None:
    """The options that a reply means where it means more than one, as one answer; None where it means one or none."""
    stated = (stating_part(text) or text).strip(AROUND)
    meant = _by_place(stated, options) or {
        one.value for one in apart(mentions(stated, options)) if len(one) > 1
    }
    return in_order(meant, options) if len(meant) > 1 else None


def in_order(values: Iterable[str], options: Sequence[Offered]) -> str:
    """Options as one answer, in the order in which they are offered."""
    meant = set(values)
    return joined(option.value for option in options if option.value in meant)


def added(earlier: str | None, value: str, text: str, options: Sequence[Offered]) -> str:
    """The answer after another option was said: beside the earlier ones (地址也要改), or in their place where the text says so (只改地址)."""
    if earlier in (None, "", UNSURE) or value == UNSURE or _INSTEAD.search(text):
        return value
    return in_order((*values_of(str(earlier)), *values_of(value)), options)


def left_of(earlier: str | None, text: str, options: Sequence[Offered]) -> str | None:
    """The answer without what the text takes back (股东不变); None where it takes nothing back, or all."""
    values = values_of(earlier or "")
    stay = {one.value for one in options for words in _names(one) if re.search(words + _STAYS, text)}
    left = [value for value in values if value not in stay]
    return joined(left) if left and len(left) < len(values) else None


def changing(text: str, options: Sequence[Offered]) -> list[Mention]:
    """Where the text says of a thing by its name that it changes: 地址也要改, 换法人."""
    return [
        Mention(option.value, found.start(), found.end())
        for option in options
        for words in _names(option)
        for found in re.finditer(f"{_BEFORE_IT}{words}|{words}(?={_AFTER_IT})", text)
    ]


def _names(option: Offered) -> list[str]:
    return [re.escape(words) for words in option.words if len(words) > 1]


def apart(found: Iterable[Mention]) -> list[Mention]:
    """Of words that overlap only the longest: 改地址 and not 改 beside it."""
    kept: list[Mention] = []
    for one in sorted(found, key=len, reverse=True):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept


def _by_place(text: str, options: Sequence[Offered]) -> set[str]:
    if not _PLACES.fullmatch(text):
        return set()
    places = [_number(one) for one in re.findall(rf"\d{{1,2}}|[{_NUMERALS}]", text)]
    within = all(1 <= place <= len(options) for place in places)
    return {options[place - 1].value for place in places} if within else set()


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMERALS.index(written)
