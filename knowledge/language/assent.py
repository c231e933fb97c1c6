"""Whether a reply to 现在提交吗 is nothing but a yes, in whatever colour, or a yes with something beside it (``assent.yaml``)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.language.aspects import is_question

_FILE = Path(__file__).with_name("assent.yaml")
_MARKS = r"[,，。.!！~～;；\s]"
_TURNS = "那(?!就)|不过|但|可是|就是|还有|顺便"
"""What opens something else without a mark before it: 好的那照片呢."""
_LONGEST = 24
"""Characters of a reply that says nothing but yes."""


class _Words(Frozen):
    """The file, as regular expressions."""

    assent: str
    beside: str
    of_act: dict[str, str]
    but: str


@cache
def _words() -> _Words:
    return _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _words()
    other = rf"(?:{words.assent}|{words.beside}|{_MARKS})*"
    return re.compile(rf"{other}(?:{words.assent}){other}", re.IGNORECASE), re.compile(words.but)


def assents(text: str) -> bool:
    """Whether the whole text says yes: 是的嘛, 要得, 好，交吧."""
    whole, but = _patterns()
    return len(text) <= _LONGEST and whole.fullmatch(text) is not None and not but.search(text)


def assents_to(act: str, text: str) -> bool:
    """Whether the whole text says yes to an act that is asked for now, or says the act again: 是的撤了吧, 确定撤回."""
    again = _words().of_act.get(act)
    if again is None or is_question(text):
        return False
    rest = re.sub(again, "", text)
    return rest != text and (not re.sub(rf"(?:{_words().beside}|{_MARKS})+", "", rest) or assents(rest))


def beside_assent(text: str) -> str:
    """What a text says after the yes that it opens with; empty where it opens with none or says no more."""
    head, *rest = re.split(rf"{_MARKS}+|(?<=.)(?={_TURNS})", text, maxsplit=1)
    if not rest or assents(text) or not assents(head):
        return ""
    return rest[0]
