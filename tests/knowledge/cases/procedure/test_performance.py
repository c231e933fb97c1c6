"""Who may do what in which state, and the entry that an act makes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from knowledge.base.roles import Role
from knowledge.cases.acts.attempt import Attempt, Context
from knowledge.cases.procedure.performance import ActRefused, objections, perform
from knowledge.cases.procedure.transitions import TRANSITIONS
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import STATES
from tests.knowledge.stories import CALENDAR, accepted, at, received


class TestStateAndRole:
    def test_says_what_is_possible_instead(self) -> None:
        found = objections(
            received().facts, Attempt("decide", Role.WINDOW, "w1", at("2026-11-02"), {}), Context(CALENDAR)
        )
        assert [one.code for one in found] == ["wrong_state"]
        assert found[0].say.startswith("办件现在是「已收件」，不能决定。现在可以：要求补正、当场更正、受理")

    def test_wrong_role_says_whose_it_is(self) -> None:
        found = objections(
            received().facts,
            Attempt("accept", Role.APPLICANT, "applicant", at("2026-11-02")),
            Context(CALENDAR),
        )
        assert [(one.code, one.say) for one in found] == [
            ("wrong_role", "「受理」由受理窗口来做，您现在的身份是申请人。")
        ]

    def test_unknown_act(self) -> None:
        assert received().refused("burn", "2026-11-02") == ["unknown_act"]

    def test_raises_with_every_objection(self) -> None:
        story = received()
        with pytest.raises(ActRefused) as refused:
            perform(
                story.facts, story.attempt("refuse", "2026-11-02", ground="other_body"), Context(CALENDAR)
            )
        assert [one.code for one in refused.value.objections] == ["reason_missing", "authority_missing"]
        assert refused.value.code == "reason_missing"

    def test_data_of_the_wrong_shape(self) -> None:
        story = received()
        with pytest.raises(ValidationError):
            story.refused("refuse", "2026-11-02", ground="mood")

    def test_all_roles_in_all_states_either_act_or_are_told(self) -> None:
        facts = received().facts
        allowed = {(row.state, row.act): row.roles for row in TRANSITIONS}
        for state in STATES:
            for act in Act:
                for role in Role:
                    here = replace(facts, state=state)
                    if role in allowed.get((state, act), ()):
                        continue
                    found = objections(here, Attempt(act, role, "x", at("2026-11-02")), Context(CALENDAR))
                    assert [one.code for one in found] in (["wrong_state"], ["wrong_role"])


class TestEntry:
    def test_holds_only_what_was_said(self) -> None:
        entry = accepted().log[-1]
        assert (entry.before, entry.after, entry.data) == ("received", "accepted", {})
