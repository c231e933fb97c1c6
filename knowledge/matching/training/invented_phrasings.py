"""Phrasings invented from an official name, for entries of which nobody has written any.

A name is said the way people say names: without the words of procedure, with another word for the operation or the
thing, with a filler in front, with a character left out. Invented phrasings only teach what evidence is worth; they
are never taken for something an applicant has said.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from knowledge.language.lexicon import Lexicon, Term

_PROCEDURE = (
    "审批",
    "许可",
    "核准",
    "核发",
    "登记",
    "备案",
    "申请",
    "办理",
    "审核",
    "确认",
    "服务",
    "业务",
    "的",
    "证件",
)
_BRACKETS = re.compile(r"[((〔\[][^))〕\]]*[))〕\]]")
_FILLERS = ("我要", "我想", "怎么", "办", "办理", "申请", "想办", "", "", "", "")
_PLAIN_WORD = re.compile(r"^[\u4e00-\u9fff]{2,}$")


def invent(name: str, lexicon: Lexicon, number: int, seed: int) -> list[str]:
    """Invent up to `number` different phrasings of an official name, always the same for the same seed."""
    dice = random.Random(f"{seed}:{name}")
    found: dict[str, None] = {}
    for _ in range(4 * number):
        text = _one(name, lexicon, dice)
        if len(text) >= 2 and text != name:
            found[text] = None
        if len(found) == number:
            break
    return list(found)


def _one(name: str, lexicon: Lexicon, dice: random.Random) -> str:
    text = name
    brackets = _BRACKETS.findall(text)
    if brackets and dice.random() < 0.6:
        spoken = any(lexicon.find_operations(bracket) for bracket in brackets)
        text = re.sub(r"[(())〔〕\[\]]", "", text) if spoken else _BRACKETS.sub("", text)
    if dice.random() < 0.6:
        text = _swap(text, lexicon.operations, dice)
    if dice.random() < 0.7:
        text = _swap(text, lexicon.synonyms, dice)
    if dice.random() < 0.5:
        text = _swap(text, lexicon.synonyms, dice)
    for word in _PROCEDURE:
        if word in text and len(text) > len(word) + 3 and dice.random() < 0.4:
            text = text.replace(word, "", 1)
    text = _shorten(text, dice)
    return dice.choice(_FILLERS) + text


def _shorten(text: str, dice: random.Random) -> str:
    """Leave out some of the words, here pairs of characters: nobody says an official name in full."""
    pairs = [text[start : start + 2] for start in range(0, len(text), 2)]
    share = dice.choice((0.0, 0.2, 0.35, 0.5))
    kept = [pair for pair in pairs if dice.random() >= share]
    return "".join(kept) if len(kept) >= 2 else text


def _swap(text: str, terms: Sequence[Term], dice: random.Random) -> str:
    """Say one of the terms found in the text with another of its words."""
    options = [
        (word, other)
        for term in terms
        for word in term.patterns
        if len(word) > 1 and word in text
        for other in term.patterns
        if other != word and _PLAIN_WORD.match(other)
    ]
    if not options:
        return text
    word, other = dice.choice(options)
    return text.replace(word, other, 1)
