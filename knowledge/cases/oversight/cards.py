"""红黄牌 of supervision: which marks bring a department a yellow or a red card, by the rules of ``cards.yaml``.

A card is issued by rule and never by hand; the department answers it within working days, a supervisor closes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field, model_validator

from knowledge.base.frozen import Frozen
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.cases.oversight.supervision import EVERY_MARK_NAME

_FILE = Path(__file__).with_name("cards.yaml")


class CardColour(StrEnum):
    """How grave it is."""

    YELLOW = "yellow"
    RED = "red"


COLOUR_NAMES: dict[CardColour, str] = {CardColour.YELLOW: "黄牌", CardColour.RED: "红牌"}


class CardState(StrEnum):
    """Whose turn it is: the department's, the supervisor's, nobody's."""

    ISSUED = "issued"
    ANSWERED = "answered"
    CLOSED = "closed"


STATE_NAMES: dict[CardState, str] = {
    CardState.ISSUED: "等部门答复",
    CardState.ANSWERED: "等督查核实",
    CardState.CLOSED: "已了结",
}


class CardOutcome(StrEnum):
    """What a supervisor finds once the department has answered."""

    UPHELD = "upheld"
    WITHDRAWN = "withdrawn"
    AGAIN = "again"


OUTCOME_NAMES: dict[CardOutcome, str] = {
    CardOutcome.UPHELD: "属实，已整改",
    CardOutcome.WITHDRAWN: "不属实，收回",
    CardOutcome.AGAIN: "说明不够，退回重答",
}


class CardRule(Frozen):
    """One rule; see the head of ``cards.yaml``."""

    code: str = Field(pattern=r"^[a-z_]{3,40}$")
    name: str = Field(min_length=2)
    colour: CardColour
    marks: frozenset[str] = frozenset()
    cards: bool = False
    count: int = Field(default=1, ge=1)
    within: int = Field(default=0, ge=0)
    pending: int = Field(default=0, ge=0)
    basis: str = Field(min_length=4)

    @model_validator(mode="after")
    def _counts_something(self) -> CardRule:
        if unknown := self.marks - EVERY_MARK_NAME.keys():
            raise ValueError(f"红黄牌规则「{self.code}」里有不认识的提示：{'、'.join(sorted(unknown))}。")
        if bool(self.marks) == self.cards:
            raise ValueError(f"红黄牌规则「{self.code}」要么数提示（marks），要么数黄牌（cards）。")
        if (self.count > 1) != bool(self.within):
            raise ValueError(f"红黄牌规则「{self.code}」的 count 和 within 要一起写。")
        return self

    @property
    def is_of_a_case(self) -> bool:
        """Whether it looks at one case and not at what a department has gathered."""
        return not self.within


class CardRules(Frozen):
    """All rules, with the days that a department has to answer and how far back marks are looked at."""

    answer_days: int = Field(ge=1)
    look_back: int = Field(ge=1)
    rules: tuple[CardRule, ...]

    def named(self, code: str) -> CardRule | None:
        """The rule of that code; None where it is a rule of an older release."""
        return next((rule for rule in self.rules if rule.code == code), None)


@dataclass(frozen=True)
class Mark:
    """A mark on a case, as far as cards look at it.

    Attributes:
        is_pending: What was due by ``day`` is still to be done.
    """

    case: str
    code: str
    day: date
    department: str
    is_pending: bool = False


@dataclass(frozen=True)
class Card:
    """A card that is due, or there already.

    Attributes:
        case: Empty where it is for what a department has gathered.
        day: Of the mark; of a gathered one the day on which the count was reached.
        is_withdrawn: It does not count towards others, and is not issued again.
    """

    rule: str
    colour: CardColour
    case: str
    department: str
    day: date
    is_withdrawn: bool = False


@cache
def shipped_rules() -> CardRules:
    """The rules that come with the product.

    Raises:
        pydantic.ValidationError: A rule is not well-formed.
    """
    return CardRules.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def due_cards(
    marks: Sequence[Mark],
    there: Collection[Card],
    rules: CardRules,
    calendar: WorkCalendar,
    today: date,
) -> list[Card]:
    """The cards that are to be issued today, each once; the yellow ones of today count for the red ones already.

    Args:
        marks: Of the last ``look_back`` days.
        there: Cards of the same time that have been issued.
    """
    since = today - timedelta(days=rules.look_back)
    young = sorted((one for one in marks if since <= one.day <= today), key=lambda one: (one.day, one.case))
    known = {(card.rule, card.case) for card in there if card.case}
    found: list[Card] = []
    for rule in rules.rules:
        if rule.is_of_a_case:
            found += _of_cases(rule, young, known, calendar, today)
        elif rule.cards:
            yellow = [
                one for one in (*there, *found) if one.colour is CardColour.YELLOW and not one.is_withdrawn
            ]
            found += _gathered(rule, [(one.department, one.day) for one in yellow], there, today)
        else:
            counted = [(one.department, one.day) for one in young if one.code in rule.marks]
            found += _gathered(rule, counted, there, today)
    return found


def answer_by(issued: date, rules: CardRules, calendar: WorkCalendar) -> date | None:
    """The day by which the department answers; None where the calendar does not reach so far."""
    try:
        return calendar.add(issued, rules.answer_days)
    except CalendarGap:
        return None


def _of_cases(
    rule: CardRule,
    marks: Iterable[Mark],
    known: set[tuple[str, str]],
    calendar: WorkCalendar,
    today: date,
) -> Iterator[Card]:
    for one in marks:
        if one.code not in rule.marks or (rule.code, one.case) in known:
            continue
        if rule.pending and not (one.is_pending and _passed(one.day, calendar, today) > rule.pending):
            continue
        known.add((rule.code, one.case))
        yield Card(rule.code, rule.colour, one.case, one.department, one.day)


def _gathered(
    rule: CardRule, counted: Iterable[tuple[str, date]], there: Iterable[Card], today: date
) -> Iterator[Card]:
    """A card for each department that has reached the count since its last card by this rule."""
    since = today - timedelta(days=rule.within)
    last: dict[str, date] = {}
    for card in there:
        if card.rule == rule.code:
            last[card.department] = max(card.day, last.get(card.department, card.day))
    days: dict[str, list[date]] = {}
    for department, day in counted:
        if day > max(since, last.get(department, since)):
            days.setdefault(department, []).append(day)
    for department, reached in sorted(days.items()):
        if len(reached) >= rule.count:
            yield Card(rule.code, rule.colour, "", department, max(reached))


def _passed(day: date, calendar: WorkCalendar, today: date) -> int:
    """Working days since; 0 where the year is not entered, so that nobody gets a card by guess."""
    try:
        return calendar.between(day, today)
    except CalendarGap:
        return 0
