"""Answers about money and time: what it costs and gives, how long it takes and holds, by when, counted from when."""

from __future__ import annotations

import re

from actions.information.item_answers.question import Question, each_item, facts_about, unknown
from actions.reply.notice_text import (
    fees_line,
    limits_line,
)
from actions.reply.wording import say
from api.catalogue.schemas import ItemDetail
from knowledge.base.dates import day_text
from knowledge.catalogue.item import FactKind
from knowledge.guidance.worked_out import OF_APPLYING, Wanted
from knowledge.language.aspects import asks_yes_or_no
from knowledge.language.terms import terms_in


def fee(question: Question) -> list[str]:
    content = question.content
    certain = [fee for fee in content.fees if fee.certain]
    verdict = ""
    if asks_yes_or_no(question.text) and content.fees:
        verdict = say("told_fee_yes") if certain else say("told_fee_depends")
    return [verdict + fees_line(content, bases=False)]


_PAYS_IN = re.compile("交|缴")


def amount(question: Question) -> list[str]:
    told = facts_about(question, FactKind.AMOUNT)
    if told:
        return told
    if _PAYS_IN.search(question.text) or question.content.fees:
        return fee(question)
    return unknown(question, say("what_amount"))


def duration(question: Question) -> list[str]:
    return facts_about(question, FactKind.DURATION) or unknown(question, say("what_duration"))


def time_limit(question: Question) -> list[str]:
    return [limits_line(question.content), *_dates(question, Wanted.DONE)]


def counting(question: Question) -> list[str]:
    """How days are counted, with the days that are asked for."""
    terms = [one.term for one in question.dates] or [limits_line(question.content)]
    rules = [
        say("counted_in_working_days") if any("工作日" in term for term in terms) else "",
        say("counted_in_days") if any("工作日" not in term for term in terms) else "",
    ]
    dates = [*_dates(question, Wanted.APPLIED), *_dates(question, Wanted.DONE)]
    return [*dates, *(rule for rule in rules if rule)] or unknown(question, say("what_counting"))


def _dates(question: Question, wanted: Wanted) -> list[str]:
    return [
        say(
            f"worked_out_{one.wanted}{'_said' if one.said else ''}",
            start=day_text(one.start),
            term=one.term,
            end=day_text(one.end),
        )
        + (say("worked_out_passed") if one.passed else "")
        for one in question.dates
        if one.wanted is wanted
    ]


def validity(question: Question) -> list[str]:
    valid = each_item(question, _valid)
    told = facts_about(question, FactKind.VALIDITY)
    return told or valid or unknown(question, say("what_validity"))


def _valid(detail: ItemDetail) -> str:
    result = detail.result
    return say("told_valid", name=result.name, valid=result.valid) if result and result.valid else ""


def deadline(question: Question) -> list[str]:
    """What the conditions say of when one must apply; the item's answers where the conditions do not."""
    conditions = [condition for item in question.content.items for condition in item.conditions]
    dates = _dates(question, Wanted.APPLIED)
    if told := terms_in(conditions):
        return [say("told_deadline", terms="；".join(told)), *dates]
    facts = [fact.text for detail in question.details for fact in detail.facts if fact.about in OF_APPLYING]
    answers = [faq.answer for detail in question.details for faq in detail.faqs]
    if told := terms_in([*facts, *answers]):
        return [told[0], *dates]
    return unknown(question, say("what_deadline"))
