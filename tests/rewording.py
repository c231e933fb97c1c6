"""Every sentence of the dialogue in other words, so that a test finds whatever depends on the words."""

from __future__ import annotations

import re
from collections.abc import Mapping

_CHINESE = re.compile("[\u4e00-\u9fff]")
_PLACE = re.compile(r"(\{[^{}]*\})")
_FIRST, _HOW_MANY = 0x3400, 0x1900


def reworded(templates: Mapping[str, str]) -> dict[str, str]:
    """The templates with every Chinese character outside their places replaced by one that nobody uses.

    What has no Chinese character (numbers of options, the gap between them) gets words around it.
    """
    return {key: _other_words(template) for key, template in templates.items()}


def _other_words(template: str) -> str:
    parts = [
        part if _PLACE.fullmatch(part) else _CHINESE.sub(_replaced, part) for part in _PLACE.split(template)
    ]
    text = "".join(parts)
    return text if text != template else f"㐀{template}㐁"


def _replaced(found: re.Match[str]) -> str:
    return chr(_FIRST + ord(found[0]) % _HOW_MANY)
