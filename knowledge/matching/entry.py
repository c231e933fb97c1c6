"""What goes into the matcher and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Entry:
    """One candidate: a business item (业务办理项) or a life-cycle bundle (一件事).

    Attributes:
        id: the catalogue's own identifier.
        name: official name, e.g. 食品经营许可(新办).
        aliases: colloquial phrasings written by the tuners.
        operation: 新办, 变更, 延续, 补办, 注销 ...; read from the name if None.
        applicant_kinds: "natural", "legal" or both; may be empty.
        department: name of the department in charge, if known.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    operation: str | None = None
    applicant_kinds: frozenset[str] = frozenset()
    department: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate with the calibrated probability (0..1) that it is what the applicant wants."""

    id: str
    score: float


class Decision(StrEnum):
    """What to do with a sentence: go on alone, ask one question, admit not finding it, say it is not our business."""

    SURE = "sure"
    CLOSE = "close"
    FAR = "far"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Match:
    """The answer of the matcher.

    Attributes:
        decision: see `Decision`.
        candidates: best first, at most ten. When the decision is CLOSE, offer the first four.
        distinguishing: what the offered options differ by ("operation", "applicant", "aspect", "object"), for the
            wording of the question; None when there is nothing to ask.
        operations: names of the operations (操作) that the sentence speaks of.
        cut: more was said than was looked at; say so.
        unsure: the sentence's vector may tell more: match again with it.
    """

    decision: Decision
    candidates: tuple[Candidate, ...]
    distinguishing: str | None
    operations: frozenset[str]
    cut: bool = False
    unsure: bool = False


class MatcherError(ValueError):
    """The training input or a saved model cannot be used; `faults` lists every reason in Chinese."""

    code = "matcher_input_invalid"

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
