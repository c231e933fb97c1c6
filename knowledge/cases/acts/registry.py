"""All acts by name, gathered from the modules that define them; every act has exactly one definition, or this module does not load."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any

from knowledge.cases.acts import (
    acceptance,
    correction,
    decision,
    delivery,
    ending,
    examination,
    extension,
    interested,
    joint_handling,
    passing_up,
    review,
    silence,
    special_procedure,
    submission,
    supervision,
    transfer,
)
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.record.act import Act

FAMILIES: tuple[ModuleType, ...] = (
    submission, correction, acceptance, transfer, interested, special_procedure, extension, joint_handling, examination, review, passing_up,
    decision, delivery, ending, supervision, silence,
)  # fmt: skip
"""The modules whose acts there are."""


class Incomplete(TypeError):
    """An act is not defined, defined twice, or cannot be done anywhere: the program is wrong and does not start."""


def gathered(definitions: Iterable[ActDefinition[Any]]) -> Mapping[Act, ActDefinition[Any]]:
    """Definitions by act, in the order of :class:`Act`.

    Raises:
        Incomplete: An act has none, or several.
    """
    found: dict[Act, ActDefinition[Any]] = {}
    for definition in definitions:
        if definition.act in found:
            raise Incomplete(f"{definition.act} is defined twice")
        found[definition.act] = definition
    if missing := [act for act in Act if act not in found]:
        raise Incomplete(f"acts without definition: {', '.join(missing)}")
    return {act: found[act] for act in Act}


ACTS: Mapping[Act, ActDefinition[Any]] = gathered(
    one for family in FAMILIES for one in vars(family).values() if isinstance(one, ActDefinition)
)
"""Every act's definition."""
