"""打 that pays: 打我闺女卡上, 打到俺儿子那个折子上, 打她银行卡. It tells of no blow."""

from __future__ import annotations

import re
from functools import cache

from knowledge.language.danger.load import lists
from knowledge.language.danger.signs import Span, any_of

_REACH = 9
"""Characters that may stand between 打 and where the money goes."""


def payments_in(text: str) -> list[Span]:
    """Where a text says that money is paid to a card or an account."""
    return [found.span() for found in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    features = lists().features
    between = rf"(?:(?!{any_of(features.not_paid)})[^,，。;；!！?？])"
    return re.compile(rf"打{between}{{0,{_REACH}}}?(?:{any_of(features.paid_to)})")
