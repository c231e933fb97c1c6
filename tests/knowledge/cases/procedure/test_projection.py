"""Facts from the log alone: the same entries, the same facts, whatever acts a case goes through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base.roles import Role
from knowledge.cases.acts.attempt import Attempt, Context
from knowledge.cases.limits.clocks import clocks
from knowledge.cases.oversight.supervision import findings
from knowledge.cases.procedure.act_messages import applicant_message, timeline_text
from knowledge.cases.procedure.performance import ActRefused, perform
from knowledge.cases.procedure.projection import BrokenLog, facts_at, fold
from knowledge.cases.procedure.sweep import pending
from knowledge.cases.procedure.transitions import TRANSITIONS
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import STATES
from tests.knowledge.stories import DECEMBER_ON, Story, accepted, at, correction, decided

NOTICE = {"reason": "核实", "notice": "告1号"}
DATA: dict[str, list[dict[str, Any]]] = {
    "request_correction": [correction("lease", by="2026-12-20"), correction("layout", reason="图纸对不上")],
    "correct": [{"materials": ["lease"]}, {"materials": ["layout"]}],
    "put_right": [{"reason": "补签名"}],
    "refuse": [{"ground": "not_needed", "reason": "不用办"}],
    "transfer": [{"to_window": "unified", "reason": "分错了"}, {"to_window": "market", "reason": "转回"}],
    "tell_interested": [{"interest": "楼上住户的油烟", "people": 3, "hearing": True, "notice": "告2号"}],
    "record_views": [{"opinion": "不同意"}, {"opinion": "要求听证", "hearing": "asked"}],
    "start_special": [{"kind": kind, "expected_days": 3, **NOTICE} for kind in ("hearing", "testing")],
    "end_special": [{"kind": kind, "result": "完成"} for kind in ("hearing", "testing")],
    "extend": [{"days": 10, "approval": "批1号", **NOTICE}],
    "send_out": [{"departments": ["fire", "health"], "days": 3}],
    "give_opinion": [{"department": one, "agrees": True} for one in ("fire", "health")],
    "arrange_examination": [{"kind": "on_site", "on": "2026-12-31"}],
    "hold_examination": [{"kind": "on_site", "on": "2026-10-20", "officers": ["a", "b"]}],
    "conclude_examination": [{"kind": "on_site", "passed": True, "opinion": "合格"}],
    "return": [{"ground": "duplicate", "reason": "重复", "duplicate_of": "261102000014"}],
    "review": [{"outcome": "grant"}, {"outcome": "deny", "opinion": "不合格"}],
    "send_back": [{"reason": "再核"}],
    "pass_up": [{"authority": "市局"}],
    "pass_back": [{"outcome": "grant"}],
    "decide": [{"outcome": "grant"}, {"outcome": "deny", "reason": "不合格", "remedies_told": True}],
    "issue": [{"name": "证"}],
    "deliver": [{"way": "counter"}],
    "terminate": [{"ground": "object_gone", "reason": "标的灭失", "basis": "《某法》第一条"}],
    "revoke": [{"reason": "欺骗", "basis": "《行政许可法》第六十九条"}],
    "urge": [{"reason": "快到期"}],
}
ACTORS = {Role.REVIEWER: ("r1", "r2"), Role.APPROVER: ("h1", "r1")}


@st.composite
def logs(draw: st.DrawFn) -> list[LogEntry]:
    """A case's log: acts tried at random, those kept that the rules allow, and swept in between."""
    story = Story("2026-09-28", calendar=DECEMBER_ON)
    now = at("2026-09-28", 11)
    for _ in range(draw(st.integers(0, 14))):
        now += timedelta(hours=draw(st.integers(1, 90)))
        story.log += pending(story.facts, DECEMBER_ON, now).entries
        rows = [row for row in TRANSITIONS if row.state == story.state and row.roles != (Role.SYSTEM,)]
        rows = [row for row in rows if row.act != "withdraw"] or rows
        if not rows:
            break
        row = draw(st.sampled_from(rows))
        data = draw(st.sampled_from(DATA.get(row.act, [{}])))
        role = row.roles[0]
        actor = draw(st.sampled_from(ACTORS.get(role, (role.value,))))
        try:
            story.log.append(
                perform(story.facts, Attempt(row.act, role, actor, now, data), Context(DECEMBER_ON))
            )
        except ActRefused as refused:
            assert all(objection.code and objection.say.endswith("。") for objection in refused.objections)
    return story.log


def prefixes(log: list[LogEntry]) -> Iterator[tuple[datetime, list[LogEntry]]]:
    for n, entry in enumerate(log, 1):
        if n == len(log) or log[n].at > entry.at:
            yield entry.at, log[:n]


class TestFold:
    @settings(max_examples=150, deadline=None)
    @given(logs())
    def test_is_deterministic_and_survives_the_database(self, log: list[LogEntry]) -> None:
        stored = [replace(entry, data=json.loads(json.dumps(dict(entry.data)))) for entry in log]
        assert fold(log) == fold(list(log)) == fold(stored)
        assert fold(log).state == log[-1].after in STATES

    @settings(max_examples=100, deadline=None)
    @given(logs())
    def test_at_any_moment_it_is_the_fold_of_what_had_happened(self, log: list[LogEntry]) -> None:
        for moment, before in prefixes(log):
            assert facts_at(log, moment) == fold(before)
        assert facts_at(log, log[0].at - timedelta(seconds=1)).state is None

    @settings(max_examples=100, deadline=None)
    @given(logs())
    def test_clocks_sentences_and_findings_can_always_be_said(self, log: list[LogEntry]) -> None:
        facts = fold(log)
        running = clocks(facts, DECEMBER_ON, log[-1].at)
        assert all(
            clock.rule and (clock.due or not clock.open or clock.left is not None) for clock in running
        )
        assert all(
            "{" not in applicant_message(entry) + timeline_text(entry.act, entry.data) for entry in log
        )
        assert all(finding.say for finding in findings(facts, running))

    @settings(max_examples=100, deadline=None)
    @given(logs())
    def test_a_second_sweep_at_the_same_moment_finds_nothing(self, log: list[LogEntry]) -> None:
        now = log[-1].at + timedelta(days=40)
        once = pending(fold(log), DECEMBER_ON, now)
        assert fold([*log, *once.entries]) == once.facts
        assert pending(once.facts, DECEMBER_ON, now).entries == ()

    @settings(max_examples=100, deadline=None)
    @given(logs())
    def test_nobody_approves_what_they_reviewed(self, log: list[LogEntry]) -> None:
        reviewed: set[str] = set()
        for entry in log:
            assert not (entry.act in ("approve", "decide") and entry.actor in reviewed)
            reviewed |= {entry.actor} if entry.act == "review" else set()


class TestBrokenLog:
    def test_an_entry_is_missing(self) -> None:
        log = accepted().log
        with pytest.raises(
            BrokenLog, match="第2条（accept）接不上：上一条之后是 submitted，这一条写的是 received"
        ):
            fold([log[0], log[2]])


class TestChangingFacts:
    def test_as_replace_does(self) -> None:
        facts = decided().facts
        assert facts.but(state="issued", urged=2) == replace(facts, state="issued", urged=2)
        assert facts.state == "decided" and facts.urged == 0

    def test_a_fact_that_does_not_exist(self) -> None:
        with pytest.raises(TypeError, match="stat"):
            CaseFacts().but(stat="issued")
