"""A no to something that was offered, and what else is said with it: 不要办那个。钱啥时候打到卡上."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("asides.yaml")
_CLAUSE = re.compile(r"[,，。;；!！?？\s]+")
_LONGEST = 14
"""Characters of a clause that declines and says nothing else."""


def declined(text: str) -> str | None:
    """What is left of a message that declines what was offered.

    Returns:
        Empty where it says nothing else; None where it does not decline.
    """
    first, *rest = [clause for clause in _CLAUSE.split(text) if clause] or [""]
    if len(first) > _LONGEST or not _pattern("declines").search(first):
        return None
    told = [clause for clause in rest if not (_is_said_along(clause) or _declines(clause))]
    return text[text.index(told[0]) :] if told else ""


def _declines(clause: str) -> bool:
    return len(clause) <= _LONGEST and _pattern("declines").search(clause) is not None


def _is_said_along(clause: str) -> bool:
    """Whether a clause is only polite: 谢谢, 再见."""
    return _pattern("said_along").fullmatch(clause) is not None


@cache
def _pattern(group: str) -> re.Pattern[str]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return re.compile("|".join(map(re.escape, sorted(entries[group], key=len, reverse=True))))
