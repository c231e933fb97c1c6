"""The log as stored: read as acts and states, and verified whatever somebody has written into it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from api.cases.log import entry_of, link_of
from knowledge.cases.record.act import Act
from knowledge.cases.record.chain import Link, linked, verify
from knowledge.cases.record.state import CaseState
from tests.knowledge.stories import accepted

NUMBER = "261102000014"


def row(link: Link, **changed: Any) -> Any:
    entry = link.entry
    columns = {
        "at": entry.at,
        "actor": entry.actor,
        "role": str(entry.role),
        "act": str(entry.act),
        "before": entry.before and str(entry.before),
        "after": str(entry.after),
        "data": dict(entry.data),
        "previous": link.previous,
        "hash": link.hash,
    }
    return SimpleNamespace(**columns | changed)


class TestReading:
    def test_names_become_acts_and_states(self) -> None:
        story = accepted()
        rows = [row(link) for link in linked(NUMBER, story.log)]
        entries = [entry_of(one) for one in rows]
        assert entries == story.log
        assert [type(entry.act) for entry in entries] == [Act] * 3
        assert {type(entry.after) for entry in entries} == {CaseState}
        assert verify(NUMBER, map(link_of, rows)) is None

    @pytest.mark.parametrize("changed", [{"act": "acept"}, {"before": "recieved"}, {"after": "granted"}])
    def test_a_name_that_is_none_of_ours_is_found_and_not_read(self, changed: dict[str, str]) -> None:
        links = linked(NUMBER, accepted().log)
        rows = [*map(row, links[:2]), row(links[2], **changed)]
        broken = verify(NUMBER, map(link_of, rows))
        assert broken is not None and (broken.number, broken.code) == (3, "altered")
        with pytest.raises(KeyError):
            entry_of(rows[2])
