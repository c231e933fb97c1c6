"""Whether the data of a submission fit each other, the answers and the day: what does not is said, and stops nothing.

An identity number tells the day of birth, the sex (digit 17, odd for men) and the province where it was first given (GB 11643-1999,
GB/T 2260-2007). A slip of one digit is found by the check digit; these find the number of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.persons.needs import Applying
from knowledge.privacy.kinds import Personal

_PROVINCES = frozenset(
    (
        *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"),
        *("41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"),
        *("71", "81", "82", "83"),
    )
)
"""First two digits of citizens' numbers, and of those of residents from Hong Kong, Macao and Taiwan (81 to 83)."""

_GROWN_UP = 16
_OF_AGE = 18
_OLDEST = 125
_GUARDIAN_BY = 14
"""Years by which a guardian is usually older than the child at least."""

_NUMBERS = (Personal.ID_NUMBER, Personal.AGENT_ID_NUMBER, Personal.CO_ID_NUMBER)

Sex = Literal["男", "女"]


class ContactDoubt(Frozen, json_schema_serialization_defaults_required=True):
    """Two things that do not fit."""

    field: str = Field(description="哪一项联系信息，种类")
    code: str = Field(description="对不上的是什么，代号")
    say: str = Field(description="哪里对不上、怎么办")


def doubts(
    contact: Mapping[Personal, str],
    answers: Mapping[str, str],
    applying: Applying,
    labels: Mapping[str, str],
    today: date,
    *,
    is_minor: bool,
) -> tuple[ContactDoubt, ...]:
    """Everything that does not fit, at once.

    Args:
        contact: Tidied and right each by itself.
        answers: Question to value.
        labels: What each field is called in this submission.
        is_minor: The applicant is said to be a minor, for whom a guardian acts.
    """
    said = {kind: labels.get(kind, kind.label) for kind in _NUMBERS}
    ages = {
        kind: age
        for kind in _NUMBERS
        if kind in contact and (age := age_on(contact[kind], today)) is not None
    }
    born = {kind: age for kind, age in ages.items() if age >= 0}
    return (
        *_unlikely(contact, said, ages),
        *_same_person(contact, said),
        *_ages(born, _ages_said(answers), said, is_minor=is_minor and not applying.newborn),
        *_couple(contact, applying),
    )


def born_on(number: str) -> date | None:
    """The day of birth that an identity number tells; None where it tells none."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def age_on(number: str, today: date) -> int | None:
    """Whole years on a day; a birthday counts."""
    born = born_on(number)
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def sex_of(number: str) -> Sex:
    """By digit 17."""
    return "男" if int(number[16]) % 2 else "女"


def _ages_said(answers: Mapping[str, str]) -> set[str]:
    """What was answered of the age, in whichever item it was asked."""
    return {value for question, value in answers.items() if question.rpartition(".")[2] == "age"}


def _unlikely(
    contact: Mapping[Personal, str], said: Mapping[Personal, str], ages: Mapping[Personal, int]
) -> Iterator[ContactDoubt]:
    for kind in _NUMBERS:
        number = contact.get(kind, "")
        if number and not number.startswith("9") and number[:2] not in _PROVINCES:
            yield _doubt(kind, "province", f"{said[kind]}开头两位不是哪个省的代码，请对照证件看一看。")
        if ages.get(kind, 0) < 0:
            yield _doubt(kind, "not_born", f"按{said[kind]}，出生日期还没有到，请对照证件看一看。")
        if ages.get(kind, 0) > _OLDEST:
            yield _doubt(kind, "too_old", f"按{said[kind]}算已经{ages[kind]}岁，请对照证件看一看。")


def _same_person(contact: Mapping[Personal, str], said: Mapping[Personal, str]) -> Iterator[ContactDoubt]:
    mine = contact.get(Personal.ID_NUMBER)
    for kind in (Personal.AGENT_ID_NUMBER, Personal.CO_ID_NUMBER):
        if mine and contact.get(kind) == mine:
            whose = said[Personal.ID_NUMBER]
            yield _doubt(kind, "same_number", f"{said[kind]}和{whose}是同一个号码，请看一看是谁的。")


def _ages(
    ages: Mapping[Personal, int], answered: set[str], said: Mapping[Personal, str], *, is_minor: bool
) -> Iterator[ContactDoubt]:
    age, acting = ages.get(Personal.ID_NUMBER), ages.get(Personal.AGENT_ID_NUMBER)
    own, other = said[Personal.ID_NUMBER], said[Personal.AGENT_ID_NUMBER]
    if age is not None and age >= _GROWN_UP and ("minor" in answered or (is_minor and not answered)):
        yield _doubt(
            Personal.ID_NUMBER,
            "not_minor",
            f"前面说不满16周岁，按{own}算已经{age}周岁。请看一看号码是不是孩子的，不是就改过来。",
        )
    if age is not None and age < _GROWN_UP and "adult" in answered:
        yield _doubt(
            Personal.ID_NUMBER,
            "not_adult",
            f"前面说已满16周岁，按{own}算只有{age}周岁。号码没有填错的话，请改前面的回答，材料会不一样。",
        )
    if acting is not None and acting < _OF_AGE:
        yield _doubt(
            Personal.AGENT_ID_NUMBER,
            "agent_minor",
            f"按{other}算只有{acting}周岁，不满18周岁的不能替人办，请看一看号码。",
        )
    if is_minor and age is not None and acting is not None and acting < age + _GUARDIAN_BY:
        yield _doubt(
            Personal.AGENT_ID_NUMBER,
            "guardian_young",
            f"按两个身份证号算，监护人只比孩子大{max(acting - age, 0)}岁，请看一看有没有填反。",
        )


def _couple(contact: Mapping[Personal, str], applying: Applying) -> Iterator[ContactDoubt]:
    first, second = contact.get(Personal.ID_NUMBER), contact.get(Personal.CO_ID_NUMBER)
    if applying.together and first and second and first != second and sex_of(first) == sex_of(second):
        yield _doubt(
            Personal.CO_ID_NUMBER,
            "same_sex",
            f"按两个身份证号，两位都是{sex_of(first)}性，请对照证件看一看有没有填错。",
        )


def _doubt(kind: Personal, code: str, say: str) -> ContactDoubt:
    return ContactDoubt(field=kind.value, code=code, say=say)
