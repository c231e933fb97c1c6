"""Gentle words for a death, said plainly: 我爸前天走了 is 我爸前天去世了.

People say of their own that they have gone; what is looked for, and 节哀, goes by the plain word. The words are data (``departed.yaml``).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_suffix(".yaml")
_PLAIN = "去世了"


class _Words(Frozen):
    died: str
    left_behind: str


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    raw = _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
    return re.compile(raw.died), re.compile(raw.left_behind)


def plainly(text: str) -> str:
    """The text with a death said in the plain word; any other as it is."""
    return _words()[0].sub(lambda found: f"{found[1]}{_PLAIN}", text)


def of_who_died(text: str) -> str:
    """Said after a death was told of: the text with the death before what somebody left behind (他名下一套房子); any other as it is."""
    return f"{_PLAIN},{text}" if _words()[1].search(text) else text
