"""Conditions as staff write them in one cell: ``premises=leased/borrowed 且 agent=agent``.

``且`` binds parts that must all hold, ``或`` parts of which one must; a group inside another stands in brackets, and
``非（…）`` turns a part round. Names that have signs of this notation in them stand in 「」, in which 」 is doubled.
"""

from __future__ import annotations

import re

from knowledge.catalogue.condition import All, Any_, Condition, Is, Not

_TOKEN = re.compile(
    r"\s*(?:「(?P<quoted>(?:[^」]|」」)*)」|(?P<sign>[=＝/（）()])|(?P<name>[^\s=＝/（）()「」]+))"
)
_PLAIN = re.compile(r"[^\s=＝/（）()「」]+")
_WORDS = ("且", "或", "非")
_HOW = "条件应写成 问题编号=选项编号，例如 premises=leased 且 agent=agent"


def text_of(condition: Condition) -> str:
    """The condition as one line."""
    if isinstance(condition, Is):
        return f"{_name(condition.question)}={'/'.join(map(_name, condition.values))}"
    if isinstance(condition, Not):
        return f"非（{text_of(condition.not_)}）"
    word, parts = ("且", condition.all) if isinstance(condition, All) else ("或", condition.any)
    if len(parts) < 2:
        return f"{word}（{''.join(map(text_of, parts))}）"
    return f" {word} ".join(_grouped(part) for part in parts)


def _grouped(part: Condition) -> str:
    parts = part.all if isinstance(part, All) else part.any if isinstance(part, Any_) else ()
    return f"（{text_of(part)}）" if len(parts) > 1 else text_of(part)


def _name(name: str) -> str:
    return name if _PLAIN.fullmatch(name) and name not in _WORDS else f"「{name.replace('」', '」」')}」"


def condition_of(text: str) -> Condition:
    """Read such a line.

    Raises:
        ValueError: It is not one; the message says how to write it.
    """
    return _Reader(text).whole()


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        end = 0
        text = text.strip()
        while end < len(text):
            found = _TOKEN.match(text, end)
            if not found:
                raise ValueError(f"{_HOW}；「{text[end:][:10]}」看不懂")
            self._tokens.append(_token(found))
            end = found.end()
        self._next = 0

    def whole(self) -> Condition:
        condition = self._group()
        if self._next < len(self._tokens):
            raise ValueError(f"{_HOW}；「{self._tokens[self._next][1]}」多余")
        return condition

    def _group(self) -> Condition:
        parts = [self._part()]
        word = ""
        while self._sees("word", "且", "或"):
            found = self._take()
            if word and found != word:
                raise ValueError("同一层里不能又写且又写或，请用括号分开")
            word = found
            parts.append(self._part())
        if len(parts) == 1:
            return parts[0]
        return All(all=tuple(parts)) if word == "且" else Any_(any=tuple(parts))

    def _part(self) -> Condition:
        if self._sees("sign", "（"):
            return self._bracketed()
        if self._sees("word", "非"):
            self._take()
            return Not(not_=self._bracketed())
        if self._sees("word", "且", "或"):
            return self._short(self._take())
        return self._equation()

    def _short(self, word: str) -> Condition:
        """且（…） or 或（…）: a group of one part or none."""
        self._demand("（")
        parts: tuple[Condition, ...] = ()
        if not self._sees("sign", "）"):
            parts = (self._group(),)
        self._demand("）")
        return All(all=parts) if word == "且" else Any_(any=parts)

    def _bracketed(self) -> Condition:
        self._demand("（")
        condition = self._group()
        self._demand("）")
        return condition

    def _equation(self) -> Condition:
        question = self._named()
        self._demand("=")
        values = [self._named()]
        while self._sees("sign", "/"):
            self._take()
            values.append(self._named())
        return Is(question=question, values=tuple(values))

    def _sees(self, kind: str, *words: str) -> bool:
        if self._next >= len(self._tokens):
            return False
        found, word = self._tokens[self._next]
        return found == kind and (not words or word in words)

    def _take(self) -> str:
        self._next += 1
        return self._tokens[self._next - 1][1]

    def _named(self) -> str:
        if not self._sees("name"):
            raise ValueError(_HOW)
        return self._take()

    def _demand(self, sign: str) -> None:
        if not self._sees("sign", sign):
            raise ValueError(f"{_HOW}；这里少了「{sign}」")
        self._take()


def _token(found: re.Match[str]) -> tuple[str, str]:
    if found["quoted"] is not None:
        return "name", found["quoted"].replace("」」", "」")
    if found["sign"]:
        return "sign", found["sign"].replace("(", "（").replace(")", "）").replace("＝", "=")
    return ("word" if found["name"] in _WORDS else "name"), found["name"]
