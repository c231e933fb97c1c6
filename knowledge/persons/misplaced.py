"""Data that are kept as somebody else's: 闺女的身份证不是这个，这个是我的 moves the number; 那个不是她的 only takes it away from her."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.persons.parties import SELF, Parties
from knowledge.persons.people import one_of, people
from knowledge.privacy.kinds import Personal

_FILE = Path(__file__).with_suffix(".yaml")
_I, _THIRD = "(?:我|俺|咱|本人)", "(?:他|她|佢|伊)"
_MY = r"(?:我|俺|咱)?(?:家|们家)?的?"
_THE_OTHER = "other"


class _Words(Frozen):
    kinds: dict[Personal, tuple[str, ...]]
    this: tuple[str, ...]
    wrong: tuple[str, ...]
    asks: tuple[str, ...]
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Misplaced:
    """What a sentence says of whose some value is.

    Attributes:
        kind: The plain kind of the value.
        not_of: Whose it is not: the id of somebody, :data:`SELF`, ``other`` for 他 and 她, or empty.
        of: Whose it is; empty where it is not said.
    """

    kind: Personal
    not_of: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A value to be kept in another field, or in none."""

    source: Personal
    target: Personal | None


def misplaced_in(text: str) -> Misplaced | None:
    """What a sentence says of it; None where it says nothing, or only asks (那个号是我的吗)."""
    words, rules = _words(), _rules()
    if re.search("|".join(words.asks), text):
        return None
    not_of, of = _first(rules.not_of, text), _first(rules.of, text)
    if not_of is None and of is None:
        return None
    kind = next((kind for kind, says in words.kinds.items() if any(one in text for one in says)), None)
    if kind is None and (of is None or not_of is None):
        return None
    told = Misplaced(kind or Personal.ID_NUMBER, _who(not_of), _who(of))
    return None if told.not_of == told.of else told


def move_of(told: Misplaced, parties: Parties, contact: Collection[str]) -> Move | None:
    """Where the value belongs, by who is who; None where nothing is kept that could be meant.

    Args:
        told: What was said of it.
        parties: Who is who; somebody acts for the applicant.
        contact: The fields that are there.
    """
    fields = (told.kind, told.kind.of_agent)
    target = _field(told.of, told.kind, parties) if told.of else None
    source = _field(told.not_of, told.kind, parties) if told.not_of else _beside(fields, target)
    if source == target or source not in contact:
        return None
    return Move(source, target)


def _field(who: str, kind: Personal, parties: Parties) -> Personal:
    """The field of somebody."""
    speaker = kind.of_agent if parties.is_for_another else kind
    if who == SELF:
        return speaker
    if who == parties.applicant:
        return kind
    if who == parties.agent:
        return kind.of_agent
    return _beside((kind, kind.of_agent), speaker)


def _beside(fields: tuple[Personal, Personal], one: Personal | None) -> Personal:
    return fields[1] if one == fields[0] else fields[0]


def _who(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    if found["me"]:
        return SELF
    return people().id_of[found["who"]] if found["who"] else _THE_OTHER


def _first(patterns: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.search(text))), None)


@dataclass(frozen=True, slots=True)
class _Rules:
    not_of: tuple[re.Pattern[str], ...]
    of: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    words = _words()
    data = one_of({one for says in words.kinds.values() for one in says})
    whose = rf"(?:{_MY}(?P<who>{people().someone})|(?P<me>{_I})|{_THIRD})的?"
    opens = rf"(?:^|[,，。;；!！ ]|{one_of(words.opens)})"
    this = rf"(?:(?:{one_of(words.this)})(?:个|串|条)?(?:{data}|号)?|{opens}(?:{data}))(?:号码?)?"
    wrong = "|".join(words.wrong)
    ends = r"(?=$|[,，。;；!！ ]|啊|呀|吧|嘛|哦)"
    return _Rules(
        (
            # 闺女的身份证不是这个
            re.compile(rf"{whose}(?:{data})(?:号码?)?(?:也|又|都)?(?:不是(?:这|那)个?|{wrong})"),
            # 那个不是她的
            re.compile(rf"{this}(?:也|又|都|可)?不是{whose}"),
        ),
        (
            # 这个是我的
            re.compile(rf"{this}(?:才|就|其实|明明)*是{whose}(?:{data})?{ends}"),
            # 那个不是她的，是我的
            re.compile(
                rf"不是(?:{_MY}(?:{people().someone})|{_I}|{_THIRD})的[,，]?(?:而|应该|其实)?是{whose}{ends}"
            ),
        ),
    )
