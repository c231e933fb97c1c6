"""Circumstances that a sentence states, so that nothing is asked that was already said.

「我租了个门面想开个小饭馆」 answers 经营场所是自有还是租赁 before it is asked. A long story is read clause by clause: words of options
and their polarity, quantities, ages and whose they are, who goes to the window. What is only asked or supposed states nothing.
Bare numbers and ordinals count only as an answer to the question that is pending.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from knowledge.base.frozen import Frozen
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.item import Question
from knowledge.language.agent import Going, People, people_in, who_goes
from knowledge.language.answer_change import Asked, changes_into, corrects, named_changes
from knowledge.language.answer_polarity import denied_words, no_of
from knowledge.language.choice import by_quantity, choose, offered_by
from knowledge.language.clause import Clause, answering_part, clauses_of, stating_part
from knowledge.language.mentions import Mention
from knowledge.language.option_words import Said, words_said
from knowledge.language.protest import Protest, contested
from knowledge.language.several_options import apart, changing, in_order, several_of
from knowledge.language.stated_age import age_of_holder, bare_age
from knowledge.language.stated_quantity import range_of
from knowledge.language.window_words import home_in

_YEARS = "岁"
_NUMERAL, _TAKEN = re.compile(r"[\d一二两俩三四五六七八九十几]"), "、"
_STAYED = re.compile(
    r"[^,。办弄领取交]{0,6}?[\d一二两三四五六七八九十半几多]+(?:个?月|年|天|周|个?星期)(?!后)"
)
"""我来河东四个月了 tells how long somebody is here, not who goes."""
_WELL_SAID = 3
"""Characters of words that speak of one question whatever else is said."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer that was said without being asked for.

    Attributes:
        because: The words that say it.
        certain: It may take the place of another answer; otherwise it only fills a gap.
    """

    question: str
    value: str
    because: str
    certain: bool


class _GoingValues(Frozen):
    in_person: str
    other: str


@lru_cache(maxsize=1)
def _going_questions() -> Mapping[str, _GoingValues]:
    file = Path(__file__).parent / "going_questions.yaml"
    return TypeAdapter(dict[str, _GoingValues]).validate_python(
        yaml.safe_load(file.read_text(encoding="utf-8"))
    )


def answer_to(question_id: str, text: str, catalogue: Catalogue) -> str | None:
    """What the text answers to the pending question; None where it does not answer it."""
    text = answering_part(text)
    if not text:
        return None
    question, heard = catalogue.questions[question_id], _Heard(text)
    going = _of_going(question_id, heard)
    found = going or _of_age(question_id, question, heard)
    if found and found.certain:
        return found.value
    if question.several and (values := several_of(text, offered_by(question))):
        return values
    found = found or _by_words(question_id, question, words_said(text, heard.clauses, question), text)
    return (
        _of_bare_age(question, text)
        or choose(text, offered_by(question), question.unit, question.text)
        or (found.value if found else None)
    )


def facts_in(text: str, affair: Affair, catalogue: Catalogue, *, but: Iterable[str] = ()) -> dict[str, str]:
    """Answers to the affair's questions that the text states, without those in ``but``."""
    return {fact.question: fact.value for fact in stated(text, affair, catalogue, but=but)}


def stated(text: str, affair: Affair, catalogue: Catalogue, *, but: Iterable[str] = ()) -> tuple[Fact, ...]:
    """What the text states of the affair's questions, in the order of asking, without those in ``but``.

    A stretch of text states one thing: 自己的 in 房子是我自己的 speaks of the premises, so that the shorter 自己 within it says
    nothing about who comes to the window. Words of the affair's own name say only that it is wished: 生育 in 生育津贴.
    """
    text = _with_here(text, _centre_of(tuple(one.name for one in catalogue.departments.values())))
    left_out = set(but)
    questions = {
        asked.question: catalogue.questions[asked.question]
        for asked in affair.asks
        if asked.question not in left_out
    }
    heard = _Heard(text)
    heard.age_is_asked = any(map(_asks_for_an_age, questions.values()))
    said = {key: words_said(text, heard.clauses, question) for key, question in questions.items()}
    named = _of_changes(text, affair.name, questions)
    facts = []
    for key, question in questions.items():
        if key in named:
            facts.append(named[key])
            continue
        others = [one for other, all_said in said.items() if other != key for one in all_said]
        own = [one for one in said[key] if not any(longer.covers(one) for longer in others)]
        own = [one for one in own if not _names_the_affair(one, text, affair.name)]
        if key in _going_questions():
            own = [one for one in own if one.stated and not _STAYED.match(text[one.end :])]
        others_ask = [one.text for other, one in questions.items() if other != key]
        fact = (
            _by_rules(key, question, heard, [text[one.start : one.end] for one in others])
            or _of_denial(key, question, text, [affair.name, *others_ask])
            or _by_words(key, question, own, text)
        )
        if fact is not None:
            facts.append(fact)
    return tuple(facts)


def _of_changes(text: str, name: str, questions: Mapping[str, Question]) -> dict[str, Fact]:
    """What is named with its new answer: 空调那个改成没有."""
    if not changes_into(text):
        return {}
    return {
        one.question: Fact(one.question, one.value, one.because, certain=True)
        for one in named_changes(text, _asked(questions), name)
    }


def answers_contested(
    text: str, affair: Affair, standing: Mapping[str, str], catalogue: Catalogue
) -> list[Protest]:
    """The answers that stand and that the text says are wrong, each with what is right where that is clear: 你咋记成否."""
    questions = {one.question: catalogue.questions[one.question] for one in affair.asks}
    return contested(text, standing, _asked(questions), affair.name)


def _asked(questions: Mapping[str, Question]) -> dict[str, Asked]:
    return {
        key: Asked(question.text, tuple(offered_by(question)), question.unit)
        for key, question in questions.items()
    }


@lru_cache(maxsize=8)
def _centre_of(departments: tuple[str, ...]) -> str:
    """The county as its people call it, 河东 of 河东县公安局 and 河东县民政局; empty where most departments name none."""
    named = Counter(found[1] for name in departments if (found := re.match(r"(\w{2})[县市区旗]", name)))
    county, times = next(iter(named.most_common(1)), ("", 0))
    return county if times * 2 > len(departments) else ""


def _with_here(text: str, county: str) -> str:
    """The text with 本地 for the centre's own county, as long as that, so that every word stays in its place."""
    return (
        re.sub(rf"{county}县?(?=人|的|户口|户籍|本地)", lambda found: "本地县"[: len(found[0])], text)
        if county
        else text
    )


class _Heard:
    """A text read once for all questions; its people only where a question needs them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.clauses: tuple[Clause, ...] = clauses_of(text)
        self.own = (
            ",".join(one.text for one in self.clauses if one.speaks_of_the_applicant(one.end - 1)) or ""
        )
        self.age_is_asked = False
        self._people: People | None = None

    @property
    def people(self) -> People:
        if self._people is None:
            self._people = people_in(self.text)
        return self._people


def _by_rules(key: str, question: Question, heard: _Heard, of_others: Sequence[str]) -> Fact | None:
    """Of who goes, of an age, or of a quantity.

    Args:
        of_others: Words of other questions' options, whose numbers are theirs: 招三个人 counts no shareholders.
    """
    own = heard.own
    for words in of_others:
        if _NUMERAL.search(words):
            own = own.replace(words, _TAKEN)
    return (
        _of_going(key, heard)
        or _of_age(key, question, heard)
        or _of_minority(key, question, heard)
        or _of_quantity(key, question, own)
    )


def _of_going(key: str, heard: _Heard) -> Fact | None:
    values = _going_questions().get(key)
    if values is None:
        return None
    going = who_goes(heard.people, heard.clauses)
    if going is None or _sends_for_a_child(going, heard):
        return None
    value = values.in_person if going.in_person else values.other
    return Fact(key, value, heard.text[going.start : going.end], going.certain)


_OF_AGE = 18
"""《民法典》第十七条."""


def _sends_for_a_child(going: Going, heard: _Heard) -> bool:
    """Whether 给我四岁的女儿办 only sounds like somebody who was sent: a parent is asked, unless the age itself is asked for."""
    if going.certain or going.in_person or heard.age_is_asked:
        return False
    age = age_of_holder(heard.people, heard.clauses)
    return age is not None and age.high < _OF_AGE


def _of_minority(key: str, question: Question, heard: _Heard) -> Fact | None:
    """The yes to 是不是未成年人，或者…… where an age below 18 is told."""
    if "未成年" not in question.text or "yes" not in question.options:
        return None
    age = age_of_holder(heard.people, heard.clauses)
    if age is None or age.high >= _OF_AGE:
        return None
    return Fact(key, "yes", heard.text[age.start : age.end], age.certain)


def _of_age(key: str, question: Question, heard: _Heard) -> Fact | None:
    if not _asks_for_an_age(question):
        return None
    age = age_of_holder(heard.people, heard.clauses)
    value = _in_years(question, age.low, age.high) if age else None
    if age is None or value is None:
        return None
    return Fact(key, value, heard.text[age.start : age.end], age.certain)


def _of_bare_age(question: Question, text: str) -> str | None:
    span = bare_age(text) if _asks_for_an_age(question) else None
    is_a_place_in_the_list = span is not None and len(text) == 1 and span[0] <= len(question.options) + 1
    return _in_years(question, *span) if span and not is_a_place_in_the_list else None


def _asks_for_an_age(question: Question) -> bool:
    return any(
        one and one.unit == _YEARS for one in map(range_of, (o.label for o in question.options.values()))
    )


def _in_years(question: Question, low: float, high: float) -> str | None:
    """The one option in whose years a span lies."""
    ranges = {value: range_of(option.label) for value, option in question.options.items()}
    having = [value for value, one in ranges.items() if one and one.unit == _YEARS and one.holds(low, high)]
    return having[0] if len(having) == 1 else None


def _of_quantity(key: str, question: Question, text: str) -> Fact | None:
    options = offered_by(question, pending=False)
    value = by_quantity(text, options, question.unit)
    if value is None:
        return None
    parts = (part for part in text.split(",") if by_quantity(part, options, question.unit) == value)
    return Fact(key, value, next(parts, text), certain=True)


def _of_denial(key: str, question: Question, text: str, not_its_own: Sequence[str]) -> Fact | None:
    """The no to a question whose own words a clause denies: 失业登记我没办过."""
    no = no_of(list(question.options), [option.label for option in question.options.values()], question.text)
    if no is None:
        return None
    for clause, words in denied_words(text, question.text):
        if not any(words in other for other in not_its_own):
            return Fact(key, no, clause.text, certain=len(words) >= _WELL_SAID)
    return None


def _by_words(key: str, question: Question, said: Sequence[Said], text: str) -> Fact | None:
    positive = [one for one in said if not one.negated and not _is_within_a_negated(one, said)]
    if question.several and (several := _several(key, question, positive, text)):
        return several
    best = _the_best(positive, text)
    if best is not None:
        return Fact(key, best.value, text[best.start : best.end], best.stated and len(best) >= _WELL_SAID)
    return _the_other(key, question, said, text) if not positive else None


def _several(key: str, question: Question, said: Sequence[Said], text: str) -> Fact | None:
    """Several options that are stated side by side: 换法人，地址也变了."""
    stating = stating_part(text)
    named = [one for one in changing(text, offered_by(question)) if text[one.start : one.end] in stating]
    told = apart([*(Mention(one.value, one.start, one.end) for one in said if one.stated), *named])
    values = {one.value for one in told}
    if not named and len(values) < 2:
        return None
    because = text[min(one.start for one in told) : max(one.end for one in told)]
    return Fact(key, in_order(values, offered_by(question)), because, certain=True)


def _is_within_a_negated(one: Said, said: Sequence[Said]) -> bool:
    return any(other.negated and other.covers(one) for other in said)


def _the_best(said: Sequence[Said], text: str) -> Said | None:
    """The longest words; of different options with words as long, the last where the sentence takes something back."""
    stated = [one for one in said if one.stated] or said
    if not stated or (not stated[0].stated and len({one.value for one in stated}) > 1):
        return None
    longest = max(map(len, stated), default=0)
    best = [one for one in stated if len(one) == longest]
    if len({one.value for one in best}) == 1:
        return best[-1]
    if best and corrects(text):
        return max(best, key=lambda one: one.start)
    return None


def _the_other(key: str, question: Question, said: Sequence[Said], text: str) -> Fact | None:
    """Of two options the one that is left where the words of the other are denied: 不卖处方药."""
    denied = {one.value for one in said if one.negated and one.stated}
    if len(question.options) != 2 or len(denied) != 1:
        return None
    words = next(one for one in said if one.negated)
    other = next(value for value in question.options if value not in denied)
    return Fact(key, other, text[max(0, words.start - 1) : words.end], certain=False)


def _names_the_affair(one: Said, text: str, name: str) -> bool:
    """Whether the words go on as the affair's own name does."""
    longer = (text[max(0, one.start - 1) : one.end], text[one.start : one.end + 1])
    return any(len(words) > len(one) and words in name for words in longer)


def place_in(text: str, catalogue: Catalogue) -> str | None:
    """The township or street that the text says somebody lives in."""
    called = {word: place.id for place in catalogue.places.values() for word in (place.name, *place.says)}
    return home_in(text, called)
