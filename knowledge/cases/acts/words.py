"""The words of an act, and how what it recorded is put into them."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.cases.record.choices import NamedChoice
from knowledge.cases.record.facts import CorrectionPoint
from knowledge.cases.record.state import CaseState


@dataclass(frozen=True)
class Words:
    """How an act is said; fields of its payload stand in braces.

    Attributes:
        name: As buttons and documents call it.
        timeline: What the timeline says.
        message: What the applicant is told; empty where nothing is sent.
        message_from: The message in its place where the act is done in one of these states.
        paper: Title of the paper that it leaves in the archive; empty where it stands in the log alone.
    """

    name: str
    timeline: str
    message: str = ""
    message_from: Mapping[CaseState, str] = field(default_factory=dict)
    paper: str = ""

    def message_in(self, state: CaseState | None) -> str:
        """The message where the act is done in a state; None for the act that makes the case."""
        return self.message_from.get(state, self.message) if state else self.message


REMEDIES = "不服的，可以依法申请行政复议或者提起行政诉讼。"
"""行政许可法 art. 38 (2)."""

_GENERAL: dict[str, str] = {
    "kind": "特别程序",
    "days": "若干",
    "outcome": "",
    "way": "",
    "on": "",
    "expected_days": "若干",
    "who": "您",
    "told": "您的申请已撤回",
}
"""What stands where a record holds nothing: log rows older than the payloads."""


def filled(template: str, words: Mapping[str, str]) -> str:
    """The sentence; a field without words is left out."""
    return template.format_map(_Gaps(words))


def fields_of(template: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def word(value: Any) -> str:
    """A value of a payload as a sentence says it."""
    if isinstance(value, NamedChoice):
        return value.label
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, tuple):
        return "；".join(_point(n, one) for n, one in enumerate(value, 1) if isinstance(one, CorrectionPoint))
    return str(value)


def ended_sentences(payload: Frozen) -> dict[str, str]:
    """Reason and legal basis as staff wrote them, each ended as a sentence."""
    return {name: sentence(getattr(payload, name)) for name in ("reason", "basis") if hasattr(payload, name)}


def sentence(text: str) -> str:
    """A text that staff wrote, ended as a sentence."""
    bare = text.strip()
    return bare if not bare or bare[-1] in "。？！" else f"{bare}。"


class _Gaps(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _GENERAL.get(key, "")


def _point(number: int, point: CorrectionPoint) -> str:
    return f"{number}. {point.name}：{point.what.rstrip('。')}" if point.what else f"{number}. {point.name}"
