"""How long something has lasted is nobody's age: 离厂三个月了, 医保断了一个月了; 娃三个月了 and 才三个月了 are ages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.language.relatives import RELATIVE, THIRD

_FILE = Path(__file__).with_suffix(".yaml")


class _Words(Frozen):
    of_age: tuple[str, ...]


@cache
def _of_age() -> re.Pattern[str]:
    words = _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8"))).of_age
    either = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?:[{RELATIVE}{THIRD}]|{either})*")


def lasts(before: str) -> bool:
    """Whether months or years lasted, by what stands before them in their clause.

    Args:
        before: With signs for people (:mod:`knowledge.language.relatives`); an age has nothing but a person and adverbs before it.
    """
    return _of_age().fullmatch(before) is None
