"""What the applicant declares of the materials: 都齐了, 健康证明还没办, 除了合同都有 (``declaration.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.language.paper_names import papers_named

_FILE = Path(__file__).with_name("declaration.yaml")
_CLAUSES = re.compile(r"[,，;；。!！\s]+|(?<=[?？])")
_TOKEN = re.compile(r"\[[^\[\]]{1,8}\]")
"""Stands for somebody's data or for words that were not kept, and names no paper."""
_EXCEPT = re.compile(r"^除")
_LONGEST_BARE = 10
"""Characters of a clause that says of the paper named before it whether it is there: 租房合同，还在房东那."""
_SUPPOSES = re.compile("(?:那|那么|等|等到|要是|如果|假如|以后)+[^,，]*(?:办下来|下来|办好|拿到)")
"""那残疾证办下来，有啥补贴没 thinks of later, and says of no paper that it is there."""
_ALL_THE_SAME = re.compile(r"都没|全没|都缺")


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is said to be there and what is not.

    Attributes:
        rest_ready: Everything is there that is not named as lacking.
        ready: Ids of the materials that are named as there.
        lacking: Ids of those that are named as not there yet.
        lacks_unnamed: Something is lacking, and what it is was not recognised.
        of_the_rest: It is the others of which it is said that they are there (别的都齐了).
    """

    rest_ready: bool = False
    ready: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    lacks_unnamed: bool = False
    of_the_rest: bool = False

    @property
    def all_ready(self) -> bool:
        """Whether nothing is lacking."""
        return self.rest_ready and not (self.lacking or self.lacks_unnamed or self.of_the_rest)

    @property
    def names_some(self) -> bool:
        """Whether it tells of a certain material."""
        return bool(self.ready or self.lacking)

    @property
    def excepts(self) -> bool:
        """Whether it says 除了……都齐, whatever the exception is."""
        return self.rest_ready and not self.all_ready


class _Stance(StrEnum):
    LACKING = "lacking"
    READY = "ready"
    ALL = "all"
    NONE = "none"


class _Words(Frozen):
    """The file, as regular expressions and words."""

    breaks_before: str
    breaks_after: str
    rest: str
    between: str
    all_ready: str
    ready: str
    lacking: str
    there: str
    lost: str
    of_leisure: str
    asks: str
    asks_to_wait: str
    whole: tuple[str, ...]
    general: tuple[str, ...]


@cache
def _words() -> _Words:
    return _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def general_words() -> tuple[str, ...]:
    """Words that several papers have in their names."""
    return _words().general


def declares_all_ready(text: str) -> bool:
    """Whether the sentence says that every material is there."""
    return declaration_in(text, {}).all_ready


def declaration_in(text: str, names: Mapping[str, str]) -> Declaration:
    """What a sentence says of the materials.

    Args:
        names: Material id to name, of those on the list.
    """
    ready: list[str] = []
    lacking: list[str] = []
    rest_ready = lacks_unnamed = of_the_rest = False
    before: tuple[str, ...] = ()
    for clause in _clauses(text):
        if _SUPPOSES.match(clause):
            continue
        stance = _stance(clause)
        named = _named(clause, names)
        told = named or (before if len(clause) <= _LONGEST_BARE else ())
        before = named if stance is _Stance.NONE and not _asks(clause) else ()
        if stance is _Stance.LACKING:
            lacking += told
            lacks_unnamed = lacks_unnamed or not told
            rest_ready = rest_ready or (bool(_EXCEPT.match(clause)) and _says(_words().all_ready, clause))
        elif stance is _Stance.READY or (stance is _Stance.ALL and named):
            ready += told
        elif stance is _Stance.ALL:
            rest_ready = True
            if _says(_words().rest, clause):
                of_the_rest = True
                lacking += told
    still = tuple(dict.fromkeys(lacking))
    there = tuple(key for key in dict.fromkeys(ready) if key not in still)
    return Declaration(rest_ready, there, still, lacks_unnamed, of_the_rest)


def tells_a_loss(text: str) -> bool:
    """Whether a sentence says that a paper is lost, and not only that it is not at hand: 户口本也丢了."""
    return any(
        _stance(clause) is _Stance.LACKING and _says(_words().lost, clause) for clause in _clauses(text)
    )


def materials_named(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the materials that a sentence names, whatever it says of them.

    Args:
        names: Material id to name.
    """
    return tuple(dict.fromkeys(key for clause in _clauses(text) for key in _named(clause, names)))


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a sentence, also where none is marked: 都齐了就差照片."""
    words = _words()
    text = _TOKEN.sub(",", text)
    text = re.sub(rf"(?:{words.breaks_before})", r",\g<0>", text)
    text = re.sub(rf"(?:{words.breaks_after})", r"\g<0>,", text)
    return (clause for clause in _CLAUSES.split(text) if clause.strip("?？"))


def _stance(clause: str) -> _Stance:
    words = _words()
    if _says(words.asks_to_wait, clause):
        return _Stance.LACKING
    if _asks(clause):
        return _Stance.NONE
    if _EXCEPT.match(clause) and _ALL_THE_SAME.search(clause):
        return _Stance.NONE
    if _says(words.there, clause):
        return _Stance.READY
    if _says(words.of_leisure, clause):
        return _Stance.NONE
    if _says(words.lacking, clause):
        return _Stance.LACKING
    if _says(words.all_ready, clause):
        return _Stance.ALL
    return _Stance.READY if _says(words.ready, clause) else _Stance.NONE


def _asks(clause: str) -> bool:
    return _says(_words().asks, clause)


def _named(clause: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The materials of a clause, one for each of its parts."""
    words = _words()
    parts = re.split("|".join((words.between, *words.whole)), clause)
    return tuple(dict.fromkeys(key for part in parts for key in papers_named(part, names, words.general)))


def _says(pattern: str, clause: str) -> bool:
    return re.search(pattern, clause) is not None
