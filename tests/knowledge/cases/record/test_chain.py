"""The hash chain: any single change of a log is found, at its first place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base.roles import Role
from knowledge.cases.record.chain import Link, canonical, entry_hash, genesis, linked, verify
from knowledge.cases.record.log import LogEntry
from tests.knowledge.stories import accepted, at, decided

NUMBER = "261123000014"
LOG = decided().log
CHAIN = linked(NUMBER, LOG)
HEAD = CHAIN[-1].hash


def with_link(n: int, **changes: Any) -> tuple[Link, ...]:
    return (*CHAIN[:n], replace(CHAIN[n], **changes), *CHAIN[n + 1 :])


class TestHolds:
    def test_as_written(self) -> None:
        assert verify(NUMBER, CHAIN, HEAD) is None
        assert verify(NUMBER, [], genesis(NUMBER)) is None

    def test_grown_entry_by_entry(self) -> None:
        grown: tuple[Link, ...] = ()
        for entry in LOG:
            grown += linked(NUMBER, [entry], grown[-1].hash if grown else "")
        assert grown == CHAIN

    def test_after_the_database_gave_it_back(self) -> None:
        stored = tuple(
            replace(
                link,
                entry=replace(
                    link.entry,
                    at=link.entry.at.astimezone(UTC),
                    role=Role(str(link.entry.role)),
                    data=json.loads(json.dumps(dict(link.entry.data))),
                ),
            )
            for link in CHAIN
        )
        assert verify(NUMBER, stored, HEAD) is None


class TestAnySingleChangeIsFound:
    @pytest.mark.parametrize("n", range(len(LOG)))
    @pytest.mark.parametrize(
        "changes",
        [
            {"at": at("2026-11-10") + timedelta(microseconds=1)},
            {"actor": "another"},
            {"act": "urge"},
            {"role": Role.SUPERVISOR},
            {"before": "special"},
            {"after": "withdrawn"},
            {"data": {"reason": "改过"}},
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_of_a_field(self, n: int, changes: dict[str, Any]) -> None:
        broken = verify(NUMBER, with_link(n, entry=replace(LOG[n], **changes)), HEAD)
        assert broken is not None and (broken.number, broken.code) == (n + 1, "altered")

    @pytest.mark.parametrize("n", range(len(LOG)))
    def test_an_entry_taken_out(self, n: int) -> None:
        broken = verify(NUMBER, CHAIN[:n] + CHAIN[n + 1 :], HEAD)
        last = n == len(LOG) - 1
        assert broken is not None and (broken.number, broken.code) == (n + 1, "cut" if last else "unlinked")

    def test_an_altered_entry_with_its_hash_made_anew(self) -> None:
        forged = replace(LOG[2], actor="another")
        broken = verify(NUMBER, with_link(2, entry=forged, hash=entry_hash(CHAIN[2].previous, forged)), HEAD)
        assert broken is not None and broken.number == 4

    def test_the_last_entry_made_anew_is_found_by_the_head(self) -> None:
        n = len(LOG) - 1
        forged = replace(LOG[n], actor="another")
        broken = verify(NUMBER, with_link(n, entry=forged, hash=entry_hash(CHAIN[n].previous, forged)), HEAD)
        assert broken is not None and broken.code == "cut"

    def test_another_cases_log(self) -> None:
        assert verify("261123000022", CHAIN, HEAD) is not None

    def test_two_entries_exchanged(self) -> None:
        assert verify(NUMBER, (CHAIN[0], CHAIN[2], CHAIN[1], *CHAIN[3:]), HEAD) is not None

    @given(st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=4), max_size=3),
           st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=4), max_size=3))  # fmt: skip
    def test_other_data_other_hash(self, first: dict[str, Any], second: dict[str, Any]) -> None:
        hashes = [entry_hash("0", replace(LOG[0], data=data)) for data in (first, second)]
        assert (hashes[0] == hashes[1]) == (first == second)


class TestCanonical:
    def test_the_order_of_keys_is_nothing(self) -> None:
        assert canonical({"b": 1, "a": "中"}) == canonical({"a": "中", "b": 1}) == '{"a":"中","b":1}'.encode()

    def test_a_moment_is_the_same_in_any_zone(self) -> None:
        assert (
            canonical(at("2026-11-02", 8))
            == canonical(at("2026-11-02", 8).astimezone(UTC))
            == b'"2026-11-02T00:00:00.000000+00:00"'
        )

    @pytest.mark.parametrize("value", [1.5, {1: "a"}, b"x", at("2026-11-02").replace(tzinfo=None)], ids=str)
    def test_what_has_no_canonical_form(self, value: Any) -> None:
        with pytest.raises(TypeError):
            canonical(value)

    def test_every_payload_that_is_written_has_one(self) -> None:
        assert all(isinstance(entry, LogEntry) and canonical(entry.data) for entry in accepted().log)
