"""What a sentence asks of a submitted case: when it is ready, what to bring, its number, who calls ... as data that staff can edit."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("case_questions.yaml")
_MOST_BESIDE = 1
"""Characters that may be left of a sentence about one's case when its asking words and fillers are gone."""
_NOT_A_LETTER = re.compile(r"[\W_]+")
_TOKEN = re.compile(r"\[[^\[\]]{1,6}\]")


class CaseQuestion(StrEnum):
    """What can be asked of a case once it is submitted."""

    PROGRESS = "progress"
    ANSWER = "answer"
    READY = "ready"
    COLLECT = "collect"
    FEE = "fee"
    BRING = "bring"
    CONTACT = "contact"
    CONTENT = "content"
    NUMBER = "number"
    NOTICE = "notice"
    AGAIN = "again"
    WHO = "who"
    NOTIFY = "notify"
    CHANGE_TIME = "change_time"
    OVERDUE = "overdue"
    CORRECT = "correct"
    REFUSED = "refused"
    RESUBMIT = "resubmit"
    WITHDRAW = "withdraw"
    PAID = "paid"
    SAME = "same"


class _Rule(Frozen):
    """One question and the groups of words of which each is needed.

    Attributes:
        when: Lines of names of groups.
        sure: Nothing else that is said makes it another matter.
        unless: Names of groups that forbid it.
    """

    asks: CaseQuestion
    when: tuple[str, ...]
    sure: bool = False
    unless: tuple[str, ...] = ()


class _Lists(Frozen):
    words: dict[str, tuple[str, ...]]
    asks: tuple[_Rule, ...]
    beside: tuple[str, ...]
    other_matters: tuple[str, ...]

    @cached_property
    def groups(self) -> dict[str, re.Pattern[str]]:
        """One search for each group."""
        return {name: _any_of(words) for name, words in self.words.items()}

    @cached_property
    def fillers(self) -> re.Pattern[str]:
        return _any_of(self.beside)

    @cached_property
    def matters(self) -> re.Pattern[str]:
        return _any_of(self.other_matters)

    def holds(self, line: str, text: str) -> bool:
        """Whether a text has a word of each group of a line."""
        return all(self.groups[name].search(text) for name in line.split())


def case_question_in(text: str, item: str = "") -> CaseQuestion | None:
    """What a text asks of the case in hand.

    Args:
        item: The case's item, whose name is no other matter.

    Returns:
        None where it asks nothing of the kind, and where it speaks of another matter.
    """
    plain = _TOKEN.sub("", text)
    told = _lists()
    for rule in told.asks:
        if any(told.holds(line, plain) for line in rule.when) and not any(
            told.holds(line, plain) for line in rule.unless
        ):
            is_its_own = rule.sure or not speaks_of_another_matter(plain, rule.asks, item)
            return rule.asks if is_its_own else None
    return None


def has_lost_its_number(text: str) -> bool:
    """Whether a text says that the case's number is not at hand: 编号找不着了."""
    return _lists().holds("number lost", text)


def complains_in_words(text: str) -> bool:
    """Whether a text says that somebody is complained of, and not only that there is no news."""
    return _lists().holds("complaining", text)


def asks_what_submitting_does(text: str) -> bool:
    """Whether a text asks, before anything is submitted, what comes afterwards: 交了以后还能改吗."""
    return _lists().holds("submitting then", text)


def speaks_of_another_matter(text: str, asks: CaseQuestion, item: str = "") -> bool:
    """Whether more is left than fillers when the words of the question and of the item are gone."""
    told = _lists()
    if told.matters.search(text):
        return True
    rest = text
    for rule in told.asks:
        if rule.asks is asks:
            for name in dict.fromkeys(" ".join(rule.when).split()):
                rest = told.groups[name].sub(" ", rest)
    return names_a_matter(rest, item)


def speaks_of_other_matters(text: str) -> bool:
    """Whether a text has a word that is always of another matter: 退休, 还想办."""
    return _lists().matters.search(text) is not None


def names_a_matter(rest: str, item: str = "") -> bool:
    """Whether a text without its asking words says more than fillers and the item's name."""
    told = _lists()
    left = _NOT_A_LETTER.sub(" ", told.fillers.sub(" ", rest)).split()
    return sum(len(word) for word in left if word not in item) > _MOST_BESIDE


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def _lists() -> _Lists:
    return _Lists.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
