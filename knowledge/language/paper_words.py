"""Which papers a question names: 要不要户口本, 没有租房合同行不行 - also such as the item does not ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from knowledge.language.lexicon.load import HERE

FILE = HERE / "papers.yaml"

_LEAST_SHARED = 3
"""Characters that a material's name and the sentence must share, where the words for it are not in the file."""

_COMMON_ENDS = ("申请表", "申请书", "证明材料", "登记表", "证明", "材料")


@dataclass(frozen=True, slots=True)
class PapersNamed:
    """What a sentence names.

    Attributes:
        known: Ids of the papers among those that were given.
        others: The applicant's words for papers that are not among them.
    """

    known: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paper:
    says: tuple[str, ...]
    names: tuple[str, ...]


@cache
def _papers() -> tuple[_Paper, ...]:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(_Paper(tuple(entry["says"]), tuple(entry["names"])) for entry in raw["papers"])


def papers_in(text: str, names: Mapping[str, str]) -> PapersNamed:
    """The papers that a sentence names.

    Args:
        names: Paper id to official name, of the item's papers.
    """
    known: list[str] = []
    others: list[str] = []
    rest = text
    for said, paper in _said(text):
        if said not in rest:
            continue
        rest = rest.replace(said, "、")
        found = [key for key, name in names.items() if any(word in name for word in (said, *paper.names))]
        known += found
        others += [] if found else [said]
    known += [key for key, name in names.items() if _shares(rest, name)]
    return PapersNamed(tuple(dict.fromkeys(known)), tuple(dict.fromkeys(others)))


def _said(text: str) -> list[tuple[str, _Paper]]:
    """The words for papers in a text, the longest first: 劳动合同 before 合同."""
    said = [(word, paper) for paper in _papers() for word in paper.says if word in text]
    return sorted(said, key=lambda one: -len(one[0]))


def _shares(text: str, name: str) -> bool:
    for end in _COMMON_ENDS:
        name = name.removesuffix(end)
    return any(name[n : n + _LEAST_SHARED] in text for n in range(len(name) - _LEAST_SHARED + 1))
