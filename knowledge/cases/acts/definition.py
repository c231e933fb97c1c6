"""What an act is: its payload, its preconditions, its effect on the facts and its words in one object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import P, Precondition
from knowledge.cases.acts.words import Words, ended_sentences
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry

Effect = Callable[[CaseFacts, LogEntry, P], CaseFacts]
"""The facts after an entry; state and end of the case follow from the transition table and are not its business."""


@dataclass(frozen=True)
class ActDefinition(Generic[P]):
    """One act.

    Attributes:
        payload: What it records. Fields that it cannot do without are checked in ``preconditions``, so that several faults are said
            together. Officers are named by account; nothing in it holds personal data of applicants.
        effect: What it changes in the facts; :func:`only_the_state` where there is nothing else.
        preconditions: What it needs beyond state and role, in the order in which objections are said.
        fields_in_words: Fields of the payload that read otherwise in a sentence than in a form.
    """

    act: Act
    payload: type[P]
    effect: Effect[P]
    words: Words
    preconditions: tuple[Precondition[P], ...] = ()
    fields_in_words: Callable[[P], Mapping[str, str]] = ended_sentences
    _empty: P | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        needed = any(one.is_required() for one in self.payload.model_fields.values())
        object.__setattr__(self, "_empty", None if needed else self.payload())

    def recorded(self, data: Mapping[str, Any]) -> P:
        """The payload that a log entry's data are the record of; most of a log's are empty, and that one is made once.

        Raises:
            ValueError: The data are not a record of this act.
        """
        if not data and self._empty is not None:
            return self._empty
        return self.payload.model_validate(data)


def only_the_state(facts: CaseFacts, entry: LogEntry, payload: Frozen) -> CaseFacts:
    """The effect of an act that changes nothing but the state."""
    return facts
