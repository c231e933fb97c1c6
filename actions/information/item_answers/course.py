"""Answers about papers and the course: materials, conditions, order, steps, result, reasons."""

from __future__ import annotations

import re

from actions.information.item_answers.question import Question, facts_about, unknown
from actions.information.paper_answers import paper_lines, reason_lines
from actions.reply.notice_text import (
    materials_lines,
    result_line,
    steps_line,
)
from actions.reply.short_notice import provisional_lines
from actions.reply.wording import say
from knowledge.catalogue.item import FactKind
from knowledge.guidance.notice import NoticeContent

_HANDS_IN_LATER = re.compile("不交|不带|不提供|后补|补交|缓交|晚点|以后再|缺|少|差|材料|手续")


_ASKS_WHICH_LICENCES = re.compile("(?:哪些|哪几个|什么|啥|几个|多少个?)证(?!件|明|据)")


_SEVERAL = 2


_LOST = re.compile("丢|掉了|找不到|不见|坏|破|过期|到期|被偷|遗失|损")


_REPLACES = re.compile("补|换|延续|续|签注")


def without(question: Question) -> list[str]:
    if _is_what_it_is_for(question):
        return []
    papers = paper_lines(question.text, question.content, question.details, question.issuing)
    told = papers or facts_about(question, FactKind.WITHOUT)
    if not told and _HANDS_IN_LATER.search(question.text):
        return _tolerance(question.content)
    return told


def _is_what_it_is_for(question: Question) -> bool:
    """Whether the paper that is lost or worn is the very one for which the affair is: 身份证丢了怎么办 of its reissue."""
    return bool(_LOST.search(question.text)) and any(
        _REPLACES.search(detail.operation) for detail in question.details
    )


def _tolerance(content: NoticeContent) -> list[str]:
    """What may be handed in later or be promised; nothing else may be lacking."""
    later = "、".join(material.name for material in content.later())
    promised = "、".join(material.name for material in content.materials if material.promise_instead)
    lines = [say("told_later", papers=later)] if later else []
    lines += [say("told_promised", papers=promised)] if promised else []
    return lines or [say("told_all_needed")]


def asks_which_licences(text: str) -> bool:
    """Whether it is asked which things have to be done, rather than which papers are needed: 开面馆要办哪些证."""
    return bool(_ASKS_WHICH_LICENCES.search(text))


def licence_lines(content: NoticeContent) -> list[str]:
    """What is done together, by name; nothing where it is one thing alone."""
    if len(content.items) < _SEVERAL:
        return []
    return [say("told_licences", name=content.name, items="、".join(item.name for item in content.items))]


def materials(question: Question) -> list[str]:
    content = question.content
    told = licence_lines(content) if asks_which_licences(question.text) else []
    if any(not material.certain for material in content.materials):
        return [*told, *provisional_lines(content)]
    return [*told, *materials_lines(content)]


def conditions(question: Question) -> list[str]:
    told = facts_about(question, FactKind.CONDITIONS)
    conditions = [condition for item in question.content.items for condition in item.conditions]
    lines = [say("conditions", conditions="；".join(dict.fromkeys(conditions)))] if conditions else []
    return [*told, *lines] or unknown(question, say("what_conditions"))


def order(question: Question) -> list[str]:
    told = facts_about(question, FactKind.BEFORE)
    own = {item.name for item in question.content.items}
    first = [name for item in question.content.items for name in item.prerequisites if name not in own]
    lines = [say("prerequisites", items="、".join(dict.fromkeys(first)))] if first else []
    return [*told, *lines] or [say("told_nothing_first")]


def process(question: Question) -> list[str]:
    lines = [steps_line(item) for item in question.content.items if item.steps]
    return lines or unknown(question, say("what_process"))


def next_step(question: Question) -> list[str]:
    results = [result_line(item) for item in question.content.items if item.result_name]
    told = facts_about(question, FactKind.AFTER)
    return [*results, *told] if told else [*results, say("told_nothing_after")]


def if_lost(question: Question) -> list[str]:
    return facts_about(question, FactKind.IF_LOST) or unknown(question, say("what_if_lost"))


def basis(question: Question) -> list[str]:
    bases = list(dict.fromkeys(basis for item in question.content.items for basis in item.bases))
    return [say("basis", basis="、".join(bases))] if bases else unknown(question, say("what_basis"))


def result(question: Question) -> list[str]:
    lines = [result_line(item) for item in question.content.items if item.result_name]
    return lines or unknown(question, say("what_result"))


def why(question: Question) -> list[str]:
    if named := reason_lines(question.text, question.content):
        return named
    if not_asked := paper_lines(question.text, question.content, question.details, question.issuing):
        return not_asked
    reasons = [f"{one.name}：{one.reason}" for one in question.content.materials if one.reason]
    return reasons or basis(question)


def difference(question: Question) -> list[str]:
    return [say("about_difference_none")]
