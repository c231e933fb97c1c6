"""Things that are gone: 老父亲的卡找不见了, 我妈手机不见了. Nobody is missing."""

from __future__ import annotations

import re
from functools import cache

from knowledge.language.danger.load import lists
from knowledge.language.danger.signs import Span, any_of

_REACH, _KIND = 4, 3
"""Characters that may stand between the thing and that it is gone, and before it, for what kind it is: 那张老年卡."""


def losses_in(text: str) -> list[Span]:
    """Where a text says that a thing is gone, from its owner on."""
    return [found.span() for found in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    features = lists().features
    between, thing, gone = "[^,，。;；!！?？]", any_of(features.things), any_of(features.gone)
    of_a_kind = f"(?:(?!{any_of(features.with_it)}){between}){{0,{_KIND}}}?"
    return re.compile(
        f"(?:{any_of(features.owners)}){of_a_kind}(?:{thing}){between}{{0,{_REACH}}}?(?:{gone})了?"
    )
