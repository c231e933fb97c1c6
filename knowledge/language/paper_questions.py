"""Which paper on the list a message asks about: what it is, where it comes from, how it is filled in (``paper_questions.yaml``).

网络经营场所使用证明是啥子东西 asks about a paper of the affair in hand: it is no wish for another affair, declares nothing, and is not
answered with the window's address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from knowledge.language.declared_materials import general_words
from knowledge.language.paper_names import papers_named

_FILE = Path(__file__).with_suffix(".yaml")
_CLAUSE_END = re.compile(r"[,，。;；!！?？:：\s]+")
_LEAST_OWN, _KIND = 3, 2
"""Characters that a clause and the name of a paper share at least where the paper is asked about."""


def papers_asked_about(text: str, names: Mapping[str, str], results: Iterable[str] = ()) -> tuple[str, ...]:
    """Ids of the papers that a message asks about, in the order in which it does.

    Args:
        names: Paper id to name, of those that the affair may ask for.
        results: Names of what the affair leads to; 许可证去哪领 asks for that, even where the old one is to be handed in.
    """
    asked: list[str] = []
    before: tuple[str, ...] = ()
    for clause in filter(None, _CLAUSE_END.split(text)):
        named = () if _names_one(clause, results) else _named(clause, names)
        if asks_about_a_paper(clause):
            asked += named or before
        before = named
    return tuple(dict.fromkeys(asked))


def asks_about_a_paper(clause: str) -> bool:
    """Whether a clause asks what a thing is, where it is got or how it is written."""
    asks, but = _words()
    return bool(asks.search(clause)) and not but.search(clause)


def _named(clause: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The paper that a clause names by enough of its own words."""
    found = papers_named(clause, names, general_words())
    return tuple(key for key in found if _shares(clause, names[key]) or _kind_of(names[key]) in clause)


def _kind_of(name: str) -> str:
    """The last two characters of a name, by which a paper is called (发票, 合同), unless several are: 证明."""
    kind = name.partition("（")[0][-_KIND:]
    return name if kind in general_words() else kind


def _names_one(clause: str, results: Iterable[str]) -> bool:
    return any(_shares(clause, name) for name in results)


def _shares(clause: str, name: str) -> bool:
    return any(name[n : n + _LEAST_OWN] in clause for n in range(len(name) - _LEAST_OWN + 1))


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return re.compile("|".join(raw[key] for key in ("what", "where", "how"))), re.compile(raw["but"])
