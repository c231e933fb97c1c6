"""What the catalogue answers to a question about an item: pure, conclusion first, honest where it does not know."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from actions.information.item_answers.course import (
    asks_for_the_result,
    basis,
    conditions,
    difference,
    if_lost,
    materials,
    next_step,
    order,
    process,
    result,
    why,
    without,
)
from actions.information.item_answers.question import Question, quoted, with_basis
from actions.information.item_answers.terms import (
    amount,
    counting,
    deadline,
    duration,
    fee,
    time_limit,
    validity,
)
from actions.information.item_answers.ways import (
    agent,
    elsewhere,
    exam_place,
    hours,
    in_person,
    online,
    phone,
    place,
    post,
    visits,
)
from actions.information.paper_answers import about_papers, issuing_lines, reason_lines
from actions.reply.notice_text import (
    takes_days,
)
from actions.reply.wording import say
from api.catalogue.schemas import AgeVerdictView
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.catalogue.item import Faq
from knowledge.language.aspects import Aspect, asks_whether_needed, asks_yes_or_no, aspects_in, wants_it_today


def answer_question(question: Question, aspects: Sequence[Aspect]) -> list[str]:
    """The lines that answer what is asked.

    A licence of another item comes first. An item's own question that is surely meant is the answer, except to why a paper is asked for,
    and to how much or how long, where it does not ask that; else every aspect is answered in turn, and last the sentence is quoted that
    speaks of what is asked.

    Returns:
        Nothing where nothing was asked that the catalogue could know of.
    """
    if question.papers:
        return about_papers(question.papers, question.content, question.details, question.who, question.phone)
    if question.age is not None:
        return [_age(question.age)]
    if question.issuing and asks_whether_needed(question.text):
        return issuing_lines(question.issuing)
    if question.own is not None and not _answers_another(question, question.own, aspects):
        reasons = reason_lines(question.text, question.content) if Aspect.WHY in aspects else []
        return (
            reasons
            if reasons and not _asks_why(question.own)
            else with_basis(question.own.answer, question.own.basis)
        )
    lines = []
    if Aspect.TIME_LIMIT in aspects and wants_it_today(question.text) and takes_days(question.content):
        lines.append(say("limit_not_same_day"))
    lines += [line for aspect in aspects for line in _ANSWERS[aspect](question)]
    if lines or asks_for_the_result(question):
        return list(dict.fromkeys(lines))
    return quoted(question)


def _age(verdict: AgeVerdictView) -> str:
    counted = f"{verdict.counted}，" if verdict.counted else ""
    if verdict.fits is None:
        return counted + say("told_age_depends", condition=verdict.condition)
    return counted + say("told_of_age" if verdict.fits else "told_not_of_age", condition=verdict.condition)


_MEASURES = frozenset({Aspect.AMOUNT, Aspect.DURATION, Aspect.VALIDITY, Aspect.DEADLINE, Aspect.COUNTING})


def _answers_another(question: Question, own: Faq, aspects: Sequence[Aspect]) -> bool:
    """Whether the item's own question only sounds like what is asked.

    It does where how much or how long is asked and it asks something else (能领几个月 of 不满一年能领吗), and where a yes or no is asked
    that a sentence of the item tells, and it asks who or where (报告是前年的行不 of 报告找谁做).
    """
    said = (own.question, *own.says)
    wanted = _MEASURES & set(aspects)
    if wanted:
        return not any(wanted & set(aspects_in(one)) for one in said)
    asks_it = asks_whether_it_will_do(question.text) and question.sentence is not None
    return asks_it and not any(map(asks_yes_or_no, said))


def _asks_why(own: Faq) -> bool:
    """老板自己要办健康证吗 names the paper, but does not ask why it is wanted."""
    return any(Aspect.WHY in aspects_in(said) for said in (own.question, *own.says))


_ANSWERS: dict[Aspect, Callable[[Question], list[str]]] = {
    Aspect.FEE: fee,
    Aspect.AMOUNT: amount,
    Aspect.DURATION: duration,
    Aspect.TIME_LIMIT: time_limit,
    Aspect.COUNTING: counting,
    Aspect.VALIDITY: validity,
    Aspect.OPEN_NOW: hours,
    Aspect.DEADLINE: deadline,
    Aspect.EXAM_PLACE: exam_place,
    Aspect.PLACE: place,
    Aspect.HOURS: hours,
    Aspect.PHONE: phone,
    Aspect.ONLINE: online,
    Aspect.POST: post,
    Aspect.ELSEWHERE: elsewhere,
    Aspect.AGENT: agent,
    Aspect.IN_PERSON: in_person,
    Aspect.WITHOUT: without,
    Aspect.MATERIALS: materials,
    Aspect.CONDITIONS: conditions,
    Aspect.ORDER: order,
    Aspect.PROCESS: process,
    Aspect.NEXT: next_step,
    Aspect.VISITS: visits,
    Aspect.IF_LOST: if_lost,
    Aspect.BASIS: basis,
    Aspect.RESULT: result,
    Aspect.WHY: why,
    Aspect.DIFFERENCE: difference,
}
