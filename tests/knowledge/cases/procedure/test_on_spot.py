"""当场决定: one officer decides where the item says so, and nowhere else."""

from __future__ import annotations

from knowledge.base.roles import Role
from knowledge.cases.acts.attempt import Context
from knowledge.cases.procedure.page_acts import Doer, acts_on_page
from knowledge.cases.procedure.result import result_of
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome
from tests.knowledge.stories import CALENDAR, TERMS, Story, accepted, at, decided

ALONE = TERMS.model_copy(update={"on_spot": Role.WINDOW, "promised": None})


def offered(story: Story, role: Role = Role.WINDOW) -> set[Act]:
    found = acts_on_page(story.facts, Doer([role], "w1", "market"), at("2026-11-03"), Context(CALENDAR))
    return {one.act for one in found if not one.reasons}


class TestDecideOnSpot:
    def test_by_whom_the_item_names(self) -> None:
        story = accepted(terms=ALONE)
        assert story.refused("decide_on_spot", "2026-11-03", role=Role.APPROVER) == ["not_alone"]
        assert Act.DECIDE_ON_SPOT in offered(story)
        assert story.did("decide_on_spot", "2026-11-03").state == "decided"
        assert story.facts.decision is Outcome.GRANT and "w1" in story.facts.reviewers

    def test_two_persons_where_the_item_says_nothing(self) -> None:
        story = accepted()
        assert story.refused("decide_on_spot", "2026-11-03") == ["two_persons"]
        shown = acts_on_page(
            story.facts, Doer([Role.WINDOW], "w1", "market"), at("2026-11-03"), Context(CALENDAR)
        )
        assert Act.DECIDE_ON_SPOT not in {one.act for one in shown}

    def test_not_while_something_is_still_to_come(self) -> None:
        late = accepted(terms=ALONE.model_copy(update={"later": ("layout",)}))
        assert late.refused("decide_on_spot", "2026-11-03") == ["later_outstanding"]
        sent = accepted(terms=ALONE).did("send_out", "2026-11-03", departments=["fire"], days=3)
        assert sent.refused("decide_on_spot", "2026-11-03") == ["not_simple"]


class TestResult:
    def test_is_what_the_log_says_last(self) -> None:
        story = decided()
        assert (found := result_of(story.log)) is not None and found.headline == "准予" and not found.name
        story.did("issue", "2026-11-11", name="证", number="JY1", valid_from="2026-11-11", certificate="ab")
        story.did("deliver", "2026-11-12", way="post", tracking="EM1")
        found = result_of(story.log)
        assert found is not None
        assert (found.number, found.certificate, found.tracking) == ("JY1", "ab", "EM1")
        assert result_of(accepted().log) is None

    def test_a_denial_and_a_revocation_say_so(self) -> None:
        denied = result_of(decided(outcome="deny").log)
        assert denied is not None and denied.headline == "不予" and denied.reason
        revoked = decided().did("revoke", "2026-11-12", reason="欺骗", basis="《行政许可法》第六十九条")
        found = result_of(revoked.log)
        assert found is not None and found.revoked_on is not None

    def test_validity_that_ends_before_it_begins_is_refused(self) -> None:
        dates = {"valid_from": "2031-01-01", "valid_until": "2026-01-01"}
        assert decided().refused("issue", "2026-11-11", name="证", **dates) == ["validity_reversed"]
