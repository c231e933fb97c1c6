"""红黄牌: which marks bring a card, each once, and what departments gather."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from knowledge.cases.oversight.cards import (
    Card,
    CardColour,
    CardRule,
    CardRules,
    Mark,
    answer_by,
    due_cards,
    shipped_rules,
)
from tests.knowledge.stories import CALENDAR

MONDAY = date(2026, 11, 23)
RULES = shipped_rules()


def mark(code: str, day: date = MONDAY, case: str = "1", *, pending: bool = False) -> Mark:
    return Mark(case, code, day, "market", pending)


def issued(marks: list[Mark], there: list[Card] | None = None, today: date = MONDAY) -> list[tuple[str, str]]:
    return [(one.rule, one.case) for one in due_cards(marks, there or [], RULES, CALENDAR, today)]


class TestOfACase:
    def test_a_mark_brings_one_card_and_never_a_second(self) -> None:
        marks = [mark("overdue"), mark("overdue", MONDAY - timedelta(days=3))]
        first = due_cards(marks, [], RULES, CALENDAR, MONDAY)
        assert [(one.rule, one.day) for one in first] == [("overdue", MONDAY - timedelta(days=3))]
        assert due_cards(marks, first, RULES, CALENDAR, MONDAY) == []

    def test_one_that_was_withdrawn_is_not_issued_again(self) -> None:
        there = [Card("overdue", CardColour.YELLOW, "1", "market", MONDAY, is_withdrawn=True)]
        assert issued([mark("overdue")], there) == []

    def test_what_stays_undone_for_more_than_five_working_days_is_red(self) -> None:
        story = [mark("overdue", pending=True)]
        there = [Card("overdue", CardColour.YELLOW, "1", "market", MONDAY)]
        assert issued(story, there, date(2026, 11, 30)) == []
        assert issued(story, there, date(2026, 12, 1)) == [("long_overdue", "1")]
        assert issued([mark("overdue")], there, date(2026, 12, 1)) == []

    def test_old_marks_bring_none(self) -> None:
        assert issued([mark("overdue", MONDAY - timedelta(days=61))]) == []

    def test_other_marks_bring_none(self) -> None:
        assert issued([mark("urged"), mark("bad_rating")]) == []


class TestGathered:
    def test_three_neglected_claims_of_a_department_in_a_month(self) -> None:
        marks = [mark("claim_neglected", MONDAY - timedelta(days=n), str(n)) for n in (0, 5, 10)]
        assert issued(marks[:2]) == []
        first = due_cards(marks, [], RULES, CALENDAR, MONDAY)
        assert [(one.rule, one.case, one.department) for one in first] == [("claims_neglected", "", "market")]
        later = MONDAY + timedelta(days=1)
        assert issued([*marks, mark("claim_neglected", later, "9")], first, later) == []

    def test_the_third_yellow_card_brings_a_red_one_the_same_day(self) -> None:
        marks = [mark("overdue", case=str(n)) for n in range(3)]
        assert issued(marks)[-1] == ("yellow_cards", "")
        withdrawn = [Card("overdue", CardColour.YELLOW, "0", "market", MONDAY, is_withdrawn=True)]
        assert ("yellow_cards", "") not in issued(marks, withdrawn)


class TestRules:
    def test_every_rule_says_on_what_it_rests(self) -> None:
        assert all(rule.basis for rule in RULES.rules)
        assert len({rule.code for rule in RULES.rules}) == len(RULES.rules)

    @pytest.mark.parametrize(
        "faulty",
        [{"marks": ["nonsense"]}, {"marks": []}, {"marks": ["overdue"], "count": 3}, {"colour": "green"}],
    )
    def test_a_faulty_one_is_named(self, faulty: dict[str, object]) -> None:
        good = {"code": "overdue", "name": "办件超期", "colour": "yellow", "marks": ["overdue"], "basis": "本中心的规定"}  # fmt: skip
        CardRule.model_validate(good)
        with pytest.raises(ValidationError):
            CardRules.model_validate({"answer_days": 3, "look_back": 60, "rules": [good | faulty]})

    def test_three_working_days_to_answer_none_where_the_year_is_not_entered(self) -> None:
        assert answer_by(date(2026, 11, 27), RULES, CALENDAR) == date(2026, 12, 2)
        assert answer_by(date(2026, 12, 31), RULES, CALENDAR) is None
