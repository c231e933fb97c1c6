"""Ages as people say them, and of whom: 孩子六岁, 我都四十多了, 老人八十八, 下个月才满十六, 读初一, 刚满月.

An age is a span of years. The question about an age asks for that of the person the affair is of: in 我都四十多了，给孙子补 the fifty
years say nothing of the grandson.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

import cn2an

from knowledge.language.agent import People
from knowledge.language.clause import Clause
from knowledge.language.lasting import lasts
from knowledge.language.relatives import (
    BODY,
    ERRAND,
    ME,
    PRINCIPAL,
    RELATIVE,
    SPEAKER,
    THIRD,
)

_PERSON = f"[{RELATIVE}{ERRAND}{PRINCIPAL}{SPEAKER}{THIRD}]"
_NUMBER = r"(?:\d{1,3}(?:\.\d)?|[一二两三四五六七八九]?十[一二三四五六七八九]?|一?百[零〇]?[一二三四五六七八九]?|[零一二两三四五六七八九])"
_ADVERB = (
    r"(?:今年|现在|目前|马上|已经|已|都|才|刚|刚刚|也|就|人|虚岁|周岁|实岁|有|是|虚|实际|年纪|年龄|过了年|转眼|差不多|大概|约|大约"
    r"|快|快要|将近|满|刚满|刚过|过|到|奔|上|不到|没到|不满|未满|没满|还没满|还没|还不到|还不满|不足"
    r"|超过|年满|下个月|明年|年底|下半年|下礼拜|月底|后天|明天|,|的)*"
)
_MORE = r"(?P<more>多|来|几|好几|出头)?"
_WITH_UNIT = re.compile(
    rf"(?P<n>{_NUMBER}){_MORE}个?(?:周岁|岁|虚岁)(?P<half>半)?(?P<after>多|出头|以上|以下|往上|不到)?(?P<class>的(?:要|怎么|咋|需|能|可|多少|收|人)|内|限制)?"
)
_WITHOUT_UNIT = re.compile(
    rf"(?:{_PERSON}|今年|(?:^|{RELATIVE})人|都)(?P<adverb>{_ADVERB})(?P<n>{_NUMBER})(?P<more>多|好几|几|来岁)?"
    r"(?=(?:了|啦|哩|咯|喽|哒|啊|嘞)|$|[,。;!?、 ])"
)
_BABY = re.compile(
    r"(?:刚|才|还没|没|未|快|马上)?满月|刚出生|新出生|出生(?:才|刚)|新生儿|刚生的|(?P<n>[一二两三四五六七八九十\d]{1,2})个[多半]?月(?:大|的(?:孩子|宝宝|娃|小孩|婴儿)|(?P<past>了$))|半岁|周岁宴|还在吃奶|吃奶的|坐月子"
)
_SCHOOL = re.compile(
    r"(?:读|上|念|在读|刚读|升)(?:着|了|的是)?(?P<child>幼儿园|托班|小[班中]班?|小学|[一二三四五六]年级|初一|初二|学前班)|(?:读|上|念|在读)(?:着|了)?(?P<grown>大学|大[一二三四](?!班)|研究生|本科|大专|博士)|(?P<grown2>大学生|研究生)|(?P<pupil>小学生|幼儿园小朋友)"
)
_BORN = re.compile(r"(?<!\d)(?:19)?[3-9]\d年(?:的|出?生|次|$)|(?<!\d)[5-9]0后|零零后|八零后|九零后|七零后")
_GROWN = re.compile(
    rf"{_PERSON}(?:都|已经|是|也)*(?:成年(?:了|人)|退休(?:了|好)|当爷爷|当奶奶|满十[八6六]了)|(?P<child>还(?:没|未)成年|未成年)"
)
_LESS = re.compile(
    r"(?:不到|没到|不满|未满|没满|还没|不足|快|快要|将近|还不|下个月[^,]*|明年[^,]*|年底[^,]*|下半年[^,]*|月底[^,]*|奔|差[^,]{1,4})(?:满|到|才满|就满|才到|才|就)?$"
)
_REACHED = re.compile(r"(?:超过|年满|刚满|满|过了|刚过|至少|起码)$")
_EAST = re.compile(r"虚岁?$")


@dataclass(frozen=True, slots=True)
class Age:
    """An age that is stated.

    Attributes:
        low: Years, up to ``high``.
        who: The relation, or :data:`ME`; None where the clause does not say.
        start: Of the words in the text, up to ``end``.
        certain: False where only a word such as 孩子 or 老人 tells it.
    """

    low: float
    high: float
    who: str | None
    start: int
    end: int
    certain: bool = True


ADULT, MINOR = (18.0, 120.0), (0.0, 15.0)


def age_of_holder(people: People, clauses: Sequence[Clause]) -> Age | None:
    """The age of the person the affair is of; None where nothing, or more than one thing, is said of it."""
    ages = [age for clause in clauses if not clause.supposes for age in _in_clause(clause, people)]
    holder = people.holder.who if people.holder else None
    if holder is not None:
        ages = [age for age in ages if age.who in (holder, None)]
    ages = ages or _by_name(people, clauses)
    sure = [age for age in ages if age.certain] or ages
    if len({age.who for age in sure} - {None}) > 1:
        sure = [age for age in sure if age.who != ME]
    if not sure or len({age.who for age in sure} - {None}) > 1:
        return None
    return sure[-1]


_OF_ANYBODY = {"孩子", "老人"}
"""Words that speak of the person the affair is of where nobody else is named: 老人的证; 我老公 may only be whom one visits."""


def _by_name(people: People, clauses: Sequence[Clause]) -> list[Age]:
    """What 老人, 孩子 tell; of 我爷爷 only where the affair is said to be his."""
    named = (
        [people.holder]
        if people.holder
        else [p for p in people.text.persons.values() if p.who in _OF_ANYBODY]
    )
    supposed = [clause for clause in clauses if clause.supposes]
    return [
        Age(
            *(ADULT if one.age == "adult" else MINOR),
            one.who,
            one.start,
            one.end,
            certain=people.holder is not None,
        )
        for one in named
        if one.age is not None and not any(clause.start <= one.start < clause.end for clause in supposed)
    ]


def _in_clause(clause: Clause, people: People) -> Iterator[Age]:
    text = people.text
    start = next(n for n, at in enumerate(text.at) if at >= clause.start)
    end = next(n for n, at in enumerate(text.at) if at >= clause.end)
    words = text.text[start:end]
    for found, low, high in _spans(words, _speaks_of_a_child(people)):
        yield Age(
            low,
            high,
            _whose(people, start, start + found.start(), start + found.end()),
            text.at[start + found.start()],
            text.at[start + found.end()],
        )


def _speaks_of_a_child(people: People) -> bool:
    return any(one.sign == RELATIVE and one.age != "adult" for one in people.text.persons.values())


def _lasts(before: str, of_a_child: bool) -> bool:
    """Whether months lasted; those alone in their clause are an age only where a child is spoken of."""
    return lasts(before) or not (of_a_child or before)


def _spans(words: str, of_a_child: bool) -> Iterator[tuple[re.Match[str], float, float]]:
    with_unit = [found for found in _WITH_UNIT.finditer(words) if not found["class"]]
    for found in with_unit:
        yield (
            found,
            *_span(found["n"], found["more"] or found["after"] or "", found["half"], words[: found.start()]),
        )
    if not with_unit:
        for found in _WITHOUT_UNIT.finditer(words):
            low, high = _span(found["n"], found["more"] or "", None, words[: found.start("n")])
            if low >= (10 if SPEAKER in found[0] else 2) and not (_starts_by_speaker(found) and low > 110):
                yield found, low, high
    if (baby := _BABY.search(words)) and not (baby["past"] and _lasts(words[: baby.start()], of_a_child)):
        yield baby, 0.0, 1.0
    if born := _BORN.search(words):
        yield born, *ADULT
    if school := _SCHOOL.search(words):
        yield school, *((3.0, 15.0) if school["child"] or school["pupil"] else ADULT)
    if grown := _GROWN.search(words):
        yield grown, *(MINOR if grown["child"] else ADULT)


def _starts_by_speaker(found: re.Match[str]) -> bool:
    return found[0].startswith(SPEAKER)


def _span(number: str, more: str, half: str | None, before: str) -> tuple[float, float]:
    value = _number(number)
    if _LESS.search(before) or more == "不到":
        return value - 1.5, value - 0.01
    if more == "以下":
        return 0, value
    if (_REACHED.search(before) and not more) or more in ("以上", "往上"):
        return value, inf if more else value + 0.99
    if _EAST.search(before):
        return value - 2, value - 1
    if more in ("多", "几", "好几", "出头"):
        return value, value + (9 if value >= 20 and value % 10 == 0 else 0.99)
    if more in ("来", "来岁"):
        return value - 2, value + 5
    return (value + 0.5, value + 0.99) if half else (value, value + 0.99)


def _number(written: str) -> float:
    if written[0].isdigit():
        return float(written)
    return float(cn2an.cn2an("一" + written if written[0] in "十百" else written, "smart"))


def _whose(people: People, start: int, before: int, end: int) -> str | None:
    """The person of an age: the one named last before it in the clause, else the first one after, else the topic."""
    persons = {at: one for at, one in people.text.persons.items() if one.sign != BODY}
    within = [at for at in persons if start <= at < end]
    ahead = [at for at in within if at <= before] or within
    place = ahead[-1] if ahead else max((at for at in persons if at < start), default=None)
    if place is None:
        return None
    one = persons[place]
    if one.sign == THIRD:
        earlier = [persons[at] for at in persons if at < place and persons[at].sign == RELATIVE]
        return earlier[-1].who if earlier else None
    return one.who


def bare_age(text: str) -> tuple[float, float] | None:
    """The years that a reply to the question of an age names without saying 岁: 8, 五十多了, 都八十八啦."""
    found = re.fullmatch(
        rf"(?:{_ADVERB}|[,\s])(?P<n>{_NUMBER}){_MORE}(?:了|啦|的|吧|哩|咯|啊|左右|上下|岁)*", text
    )
    if found is None:
        return None
    return _span(found["n"], found["more"] or "", None, text[: found.start("n")])
