"""Sentences that say within which time something must be done: 在1年内申请, 届满30日前."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TERM = re.compile(
    r"(?:[\d一二两三四五六七八九十半]+)个?(?:工作日|自然日|日|天|月|年|小时|周)(?:之?内|以内|之?前|以前|至|起)|之日起|届满|期满前|当年|每年\d"
)


def terms_in(sentences: Iterable[str]) -> list[str]:
    """Those of the sentences that name a term, each once."""
    return [sentence for sentence in dict.fromkeys(sentences) if _TERM.search(sentence)]
