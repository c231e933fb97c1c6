"""What the timeline says of an act and what the applicant is told, filled with what the act recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.cases.acts.registry import ACTS
from knowledge.cases.acts.words import filled, word
from knowledge.cases.procedure.transitions import transition
from knowledge.cases.record.act import Act
from knowledge.cases.record.log import LogEntry


def timeline_text(act: Act, data: Mapping[str, Any] | None = None) -> str:
    """What the timeline says of an act, with what it recorded; without data, general words stand in.

    Raises:
        ValueError: The data are not a record of that act.
    """
    return _sentence(ACTS[act].words.timeline, act, data or {})


def applicant_message(entry: LogEntry) -> str:
    """What the applicant is told of an act; empty where nothing is sent.

    Raises:
        ValueError: The entry's data are not a record of its act.
    """
    allowed = transition(entry.before, entry.act)
    return _sentence(allowed.message, entry.act, entry.data) if allowed else ""


def words_of(act: Act, data: Mapping[str, Any]) -> dict[str, str]:
    """The fields of an act as words of a sentence.

    Raises:
        ValueError: The data are not a record of that act.
    """
    if not data:
        return {}
    definition = ACTS[act]
    payload = definition.recorded(data)
    words = {name: word(getattr(payload, name)) for name in type(payload).model_fields}
    return {**words, **definition.fields_in_words(payload)}


def _sentence(template: str, act: Act, data: Mapping[str, Any]) -> str:
    """Most templates have no fields, so that the record need not be read."""
    return filled(template, words_of(act, data)) if "{" in template else template
