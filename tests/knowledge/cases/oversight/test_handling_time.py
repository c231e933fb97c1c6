"""How long a case took, against promise and law."""

from __future__ import annotations

from datetime import date

from knowledge.cases.oversight.handling_time import handling_time
from tests.knowledge.stories import CALENDAR, Story, accepted


def decided(story: Story, day: str) -> Story:
    story.did("review", day, outcome="grant", opinion="齐全").did("approve", day, opinion="同意")
    return story.did("decide", day, outcome="grant", document="准字1号")


class TestHandlingTime:
    def test_in_time(self) -> None:
        time = handling_time(decided(accepted("2026-11-03"), "2026-11-06").facts, CALENDAR)
        assert time is not None and time.decided_on == date(2026, 11, 6)
        assert (time.days, time.promised, time.legal, time.in_promise, time.in_law) == (3, 7, 20, True, True)

    def test_late_for_the_promise_and_not_for_the_law(self) -> None:
        time = handling_time(decided(accepted("2026-11-03"), "2026-11-16").facts, CALENDAR)
        assert time is not None and (time.days, time.in_promise, time.in_law) == (9, False, True)

    def test_a_special_procedure_does_not_count(self) -> None:
        story = accepted("2026-11-03").did(
            "start_special", "2026-11-04", kind="testing", expected_days=5, reason="送检", notice="1号"
        )
        story.did("end_special", "2026-11-11", kind="testing", result="合格")
        time = handling_time(decided(story, "2026-11-13").facts, CALENDAR)
        assert time is not None and (time.days, time.promised, time.in_promise) == (3, 7, True)

    def test_none_before_the_decision(self) -> None:
        assert handling_time(accepted("2026-11-03").facts, CALENDAR) is None
