"""What a form of an act offers to choose among has words, and each field says first what it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.base.roles import STAFF_ROLES
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.procedure.transitions import TRANSITIONS
from knowledge.cases.record.act import Act

OF_STAFF = sorted({row.act for row in TRANSITIONS if set(row.roles) & set(STAFF_ROLES)})


def choices(act: Act) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Values and labels of everything to choose among."""
    for part in ACTS[act].payload.model_json_schema().get("$defs", {}).values():
        if "enum" in part:
            yield part["enum"], part.get("x-labels", {})


def test_some_act_has_something_to_choose() -> None:
    assert list(choices(Act.REFUSE))


@pytest.mark.parametrize("act", OF_STAFF)
def test_each_choice_has_a_label(act: Act) -> None:
    for values, labels in choices(act):
        assert set(values) == set(labels) and all(labels.values())


@pytest.mark.parametrize("act", OF_STAFF)
def test_each_field_begins_with_its_name(act: Act) -> None:
    for field in ACTS[act].payload.model_fields.values():
        assert field.description and not field.description[0].isascii()
