"""The one table: complete, walkable, and the same in code, screens and docs."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.base.roles import ROLE_NAMES, Role
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.acts.words import fields_of
from knowledge.cases.procedure import states_page
from knowledge.cases.procedure.act_messages import timeline_text
from knowledge.cases.procedure.transitions import RESUME, TRANSITIONS, acts_of, transition
from knowledge.cases.record.state import OPEN, STATES, CaseState

PAGE = Path(__file__).parents[4] / "docs" / "办件状态.md"
ENDED = {"refused", "delivered", "withdrawn", "returned", "terminated", "revoked"}


class TestTable:
    def test_one_row_for_each_state_and_act(self) -> None:
        keys = [(row.state, row.act) for row in TRANSITIONS]
        assert len(keys) == len(set(keys))

    def test_every_name_is_known(self) -> None:
        for row in TRANSITIONS:
            assert row.state is None or row.state in STATES
            assert row.next in STATES or row.next == RESUME
            assert row.act in ACTS and row.words.name
            assert row.roles and all(role in ROLE_NAMES for role in row.roles)
        assert set(ACTS) == {row.act for row in TRANSITIONS}

    def test_every_state_can_be_reached_and_every_open_one_left(self) -> None:
        reached, before = {CaseState.SUBMITTED}, set()
        while reached != before:
            before = set(reached)
            reached |= {row.next for row in TRANSITIONS if row.state in reached and row.next != RESUME}
        assert reached == set(STATES)
        assert set(STATES) - OPEN == ENDED
        for state in OPEN:
            assert any(row.next not in (state, RESUME) for row in TRANSITIONS if row.state == state)

    def test_nothing_leads_out_of_an_end_but_revocation(self) -> None:
        assert {row.act for row in TRANSITIONS if row.state in ENDED} == {"revoke"}

    def test_whoever_must_act_next_can(self) -> None:
        doers = {"受理窗口": [Role.WINDOW], "承办部门": [Role.REVIEWER], "申请人": [Role.APPLICANT],
                 "审核人员": [Role.APPROVER], "上级机关": [Role.REVIEWER]}  # fmt: skip
        for state in STATES.values():
            assert (state.code in OPEN) == bool(state.who)
            for role in doers.get(state.who, []):
                moving = {act for act in acts_of(role, state.code) if act not in ("withdraw", "transfer")}
                assert moving, state.code

    def test_only_what_an_act_records_is_said(self) -> None:
        derived = {"remedies", "about", "where", "who", "told", "rights"}
        for row in TRANSITIONS:
            fields = set(ACTS[row.act].payload.model_fields) | derived
            said = fields_of(row.words.timeline) | fields_of(row.message)
            assert said <= fields and said <= set(states_page._FIELDS)

    @pytest.mark.parametrize("state", sorted(OPEN - {"decided", "closed"}))
    def test_withdrawal_until_the_decision(self, state: str) -> None:
        assert "withdraw" in acts_of("applicant", state)

    @pytest.mark.parametrize("state", ["decided", "closed", "delivered", "refused"])
    def test_no_withdrawal_afterwards(self, state: str) -> None:
        assert transition(state, "withdraw") is None

    def test_what_callers_use(self) -> None:
        assert acts_of("applicant", "submitted") == ["withdraw"]
        allowed = transition("submitted", "withdraw")
        assert allowed is not None and (allowed.by, allowed.next) == ("applicant", "withdrawn")
        assert timeline_text("submit") == "您提交了申请，清单上没有缺项"

    def test_applicants_words_end_as_sentences_and_shout_nowhere(self) -> None:
        for row in TRANSITIONS:
            assert not row.message or row.message[-1] in "。}"
            assert "！" not in row.message + row.words.timeline


class TestPage:
    def test_is_the_table(self) -> None:
        assert PAGE.read_text(encoding="utf-8") == states_page.page(), (
            "运行 python -m knowledge.cases.procedure.states_page 重写这一页"
        )
