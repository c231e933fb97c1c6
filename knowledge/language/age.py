"""Ages as people say them: 五十多了, 八岁, 十六七, 刚满十八, 还差两个月满十六, 三个月大, 上初中."""

from __future__ import annotations

import re
from math import inf

from knowledge.language.lasting import lasts
from knowledge.language.quantity import Span, quantity_in
from knowledge.language.relatives import signed

UNIT = "岁"
_OLDEST = 130
_NUMBER = r"(?:\d{1,3}|[零一二两三四五六七八九十百]{1,5})"
_SHORT_OF = re.compile(
    rf"(?:差|还有|再过|明年|后年|下半年|下个?月|过年).{{0,6}}?(?:才)?(?:满|到)?(?P<n>{_NUMBER})(?:周?岁)?|(?:没|不|未)(?:满|到)(?P<m>{_NUMBER})"
)
_REACHED = re.compile(rf"(?:刚|才|已经?|早就?|早已|都)?(?:满|过)了?(?P<n>{_NUMBER})(?:周?岁)?(?!个?[月天])")
_OF_SOMEBODY = re.compile(
    rf"(?:我|俺|咱|他|她|孩子|娃|人家?|今年)(?:今年|都|已经|早就|马上)*(?P<n>{_NUMBER})(?:周?岁)?了(?=还|咋|怎么|哪|又|才)"
)
_LAST_STOP = re.compile(r"^.*[,，。;；!?！？ ]")
_MONTHS = re.compile(rf"(?P<n>{_NUMBER})\s?(?:个多?月|天|周)(?:大|了|$)")
_ABOUT = re.compile(
    rf"(?:今年|都|快|已经|才|刚|有|虚岁|周岁|满|大概|差不多|[\u4e00-\u9fff]{{0,8}}?)(?P<n>{_NUMBER})(?P<more>[多来几]?)(?:岁|周岁)?"
    r"(?:出头|左右|上下|开外|往上|半)?(?:了|的|啊|呢|吧|哦|呀|啦|的人|[,，。])*"
)
_STAGES: tuple[tuple[str, float, float], ...] = (
    (r"刚(?:出生|生|落地)|新生儿|才生|满月|百天|吃奶|襁褓|出月子|婴儿", 0, 1),
    (r"(?:上|读|在|念).{0,3}(?:幼儿园|托班|小班|中班|大班)", 2, 7),
    (r"(?:上|读|在|念|刚).{0,3}(?:小学|[一二三四五六]年级)|小学生", 5, 14),
    (r"(?:上|读|在|念|刚).{0,3}(?:初中|初[一二三])|初中生", 11, 15.9),
    (r"(?:上|读|在|念|刚).{0,3}(?:大学|大专|研究生)|大学生|已经工作|退休|当爷爷|当奶奶|抱孙子", 17, _OLDEST),
    (r"七老八十|一把年纪|上了年纪|半截入土|白发", 60, _OLDEST),
)
_CLASSIFIERS = re.compile(
    rf"{_NUMBER}(?:个(?!多?月)|张|号|种|平|块|元|次|点|本|楼|栋|户|人|年(?!纪)|[.:：]\d)"
)


def age_in(text: str) -> Span | None:
    """The age that a reply to a question about an age names; None where it names none or more than one."""
    return (
        _said_of_somebody(text)
        or _short_of(text)
        or _in_months(text)
        or quantity_in(text, UNIT)
        or _reached(text)
        or _bare(text)
        or _stage(text)
    )


def _said_of_somebody(text: str) -> Span | None:
    """The number that decides, whatever stands beside it: 我都28了还不满十六."""
    found = _OF_SOMEBODY.search(text)
    return (
        quantity_in(f"{found['n']}岁", UNIT) if found and not _SHORT_OF.match(text, found.start()) else None
    )


def _short_of(text: str) -> Span | None:
    found = _SHORT_OF.search(text)
    whole = _years(found["n"] or found["m"]) if found else None
    return Span(max(whole - 1, 0), whole - 0.02) if whole is not None else None


def _in_months(text: str) -> Span | None:
    found = _MONTHS.search(text)
    if found is None or "岁" in text or lasts(signed(_LAST_STOP.sub("", text[: found.start()])).text):
        return None
    return Span(0, 2.9) if (_years(found["n"]) or 99) <= 35 else None


def _reached(text: str) -> Span | None:
    found = _REACHED.search(text)
    whole = _years(found["n"]) if found else None
    if found is None or whole is None:
        return None
    return Span(whole, whole + 0.9) if re.search("刚|才", found[0]) else Span(whole, inf)


def _bare(text: str) -> Span | None:
    """A number alone is an age where an age is asked for: 都88了, 十六七, 二十出头."""
    if _CLASSIFIERS.search(text):
        return None
    found = [clause for part in re.split(r"[,，。;； ]", text) if (clause := _ABOUT.fullmatch(part))]
    if len(found) != 1:
        return None
    span = quantity_in(f"{found[0]['n']}{found[0]['more']}岁", UNIT)
    if span is None or not 0 <= span.low <= _OLDEST:
        return None
    if re.search(f"快{_NUMBER}", text):
        return Span(span.low - 2, span.low - 0.02)
    return Span(span.low, span.high + 9) if re.search("出头|开外|往上", text) else span


def _stage(text: str) -> Span | None:
    found = [(low, high) for words, low, high in _STAGES if re.search(words, text)]
    return Span(*found[0]) if len(found) == 1 else None


def _years(written: str) -> float | None:
    span = quantity_in(f"{written}岁", UNIT)
    return span.low if span is not None and span.low <= _OLDEST else None
