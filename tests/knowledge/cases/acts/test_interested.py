"""行政许可法 art. 36, 47: people whom a matter bears on are told, have five days to ask for a hearing, and a hearing comes before the decision."""

from __future__ import annotations

from typing import Any

from knowledge.cases.procedure.act_messages import applicant_message
from knowledge.cases.record.terms import Terms
from tests.knowledge.stories import TERMS, Story, accepted

TOLD = {"interest": "楼上住户的油烟", "people": 3, "notice": "告2号"}
GRANT = {"outcome": "grant"}


def told(*, hearing: bool, terms: Terms = TERMS) -> Story:
    """On a Tuesday, with everything else approved."""
    story = accepted(terms=terms).did("tell_interested", "2026-11-03", hearing=hearing, **TOLD)
    return story.did("review", "2026-11-03", opinion="已核", **GRANT).did("approve", "2026-11-03")


def codes(story: Story, day: str, **data: Any) -> list[str]:
    return story.refused("decide", day, **(data or GRANT))


def test_whoever_may_ask_for_a_hearing_has_five_working_days() -> None:
    story = told(hearing=True)
    assert codes(story, "2026-11-03") == codes(story, "2026-11-10") == ["hearing_days_run"]
    assert codes(story, "2026-11-11") == []
    assert "要求听证" in applicant_message(story.log[3])


def test_without_a_weighty_interest_they_are_heard_and_nobody_waits() -> None:
    story = told(hearing=False)
    assert codes(story, "2026-11-03") == []
    assert "陈述、申辩" in applicant_message(story.log[3]) and "听证" not in applicant_message(story.log[3])


def test_what_all_gave_up_in_writing_is_not_waited_for() -> None:
    story = told(hearing=True).did("record_views", "2026-11-04", opinion="都同意", hearing="waived")
    assert codes(story, "2026-11-04") == []
    again = told(hearing=True).did("record_views", "2026-11-04", opinion="不同意")
    assert codes(again, "2026-11-04") == ["hearing_days_run"]


def test_a_hearing_that_was_asked_for_is_held_first() -> None:
    story = told(hearing=True).did("record_views", "2026-11-05", opinion="要听证", hearing="asked")
    assert codes(story, "2026-12-01") == ["hearing_asked"]
    special = {"kind": "hearing", "expected_days": 10, "reason": "要求听证", "notice": "听1号"}
    story.did("start_special", "2026-11-06", **special)
    story.did("end_special", "2026-11-20", kind="hearing", result="已经举行")
    assert codes(story, "2026-11-20") == []


def test_the_notice_says_what_for_how_many_and_its_number() -> None:
    assert accepted().refused("tell_interested", "2026-11-03") == [
        "interest_missing",
        "people_missing",
        "notice_missing",
    ]
    assert accepted().refused("record_views", "2026-11-03") == ["opinion_missing"]
