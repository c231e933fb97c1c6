"""What the catalogue answers to a question about an item: pure, conclusion first, honest where it does not know."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from actions.information.paper_answers import about_papers, issuing_lines, paper_lines, reason_lines
from actions.reply.notice_text import (
    fees_line,
    limits_line,
    materials_lines,
    result_line,
    steps_line,
    takes_days,
    window_lines,
)
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from api.catalogue.schemas import AgeVerdictView, IssuingItem, ItemDetail, SentenceView, WorkedOutView
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.base.dates import day_text
from knowledge.catalogue.item import Fact, FactKind, Faq
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.worked_out import OF_APPLYING, Wanted
from knowledge.language.asked_beside import asks_who_signs
from knowledge.language.aspects import Aspect, asks_whether_needed, asks_yes_or_no, aspects_in, wants_it_today
from knowledge.language.terms import terms_in

NATIONWIDE = "全国通办"

DELEGATED_RULE = "delegated_to_township"
"""The rule of :mod:`knowledge.guidance.routing` by which the applicant's own township was found."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question about an affair with what the catalogue says of it.

    Attributes:
        content: The notice as far as the answers so far allow.
        details: The items of the affair, in its order.
        own: The question of the item's own that is surely asked.
        sentence: The sentence of the item that speaks of what is asked.
        issuing: Other items by which licences are got that the question names.
        again: The answer just before was that the catalogue does not know.
        papers: Ids of the papers on the list that are asked about.
        dates: The days that are asked for, worked out.
        age: What a condition on age says of the age that is told.
    """

    text: str
    content: NoticeContent
    details: Sequence[ItemDetail]
    own: Faq | None = None
    sentence: SentenceView | None = None
    issuing: Sequence[IssuingItem] = ()
    again: bool = False
    papers: Sequence[str] = ()
    dates: Sequence[WorkedOutView] = ()
    age: AgeVerdictView | None = None

    @property
    def phone(self) -> str:
        """Of the window that takes the affair."""
        return self.content.route.phone if self.content.route else CONSULT_PHONE

    @property
    def who(self) -> str:
        """Who knows what the catalogue does not."""
        return self.content.route.name if self.content.route else self.content.items[0].department


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
            else _told(question.own.answer, question.own.basis)
        )
    lines = []
    if Aspect.TIME_LIMIT in aspects and wants_it_today(question.text) and takes_days(question.content):
        lines.append(say("limit_not_same_day"))
    lines += [line for aspect in aspects for line in _ANSWERS[aspect](question)]
    return list(dict.fromkeys(lines)) or quoted(question)


def _age(verdict: AgeVerdictView) -> str:
    if verdict.fits is None:
        return say("told_age_depends", condition=verdict.condition)
    return say("told_of_age" if verdict.fits else "told_not_of_age", condition=verdict.condition)


def quoted(question: Question) -> list[str]:
    """The sentence of the item, word for word, with yes before it where it says so, else with who decides after it."""
    sentence = question.sentence
    if sentence is None:
        return []
    line = say(f"quote_{sentence.place}", about=sentence.about, text=sentence.text.rstrip("。"))
    if sentence.says_no:
        return [say("told_it_will_not_do") + line]
    if sentence.says_yes:
        return [say("told_it_will_do") + line]
    if not asks_whether_it_will_do(question.text):
        return [line]
    return [line, say("told_window_decides", who=question.who, phone=question.phone)]


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


def _told(text: str, basis: Sequence[object]) -> list[str]:
    source = "、".join(str(one) for one in basis)
    return [text, *([say("library_source", source=source)] if source else [])]


def _facts(question: Question, about: FactKind) -> list[str]:
    """What the items say of one thing, with the item's name where several say different things."""
    told = [
        (detail.name, fact) for detail in question.details for fact in detail.facts if fact.about is about
    ]
    texts = {fact.text for _, fact in told}
    if len(texts) <= 1:
        return _told(told[0][1].text, told[0][1].basis) if told else []
    return [line for name, fact in told for line in _of_item(name, fact)]


def _of_item(name: str, fact: Fact) -> list[str]:
    first, *rest = _told(fact.text, fact.basis)
    return [say("told_of_item", name=name, text=first), *rest]


def _each(question: Question, line: Callable[[ItemDetail], str]) -> list[str]:
    """A line an item, with its name where the items differ."""
    told = {detail.name: line(detail) for detail in question.details}
    lines = {name: text for name, text in told.items() if text}
    if len(set(lines.values())) == 1:
        return [next(iter(lines.values()))]
    return [say("told_of_item", name=name, text=text) for name, text in lines.items()]


def _unknown(question: Question, what: str) -> list[str]:
    """What the item says of it elsewhere; else that the catalogue does not know, and who does."""
    return quoted(question) or [unknown_line(question, what)]


def unknown_line(question: Question, what: str = "") -> str:
    """That the catalogue does not know, and who does; in other words where the answer before was the same."""
    return say(
        "told_unknown_again" if question.again else "told_unknown",
        what=what or say("what_this"),
        who=question.who,
        phone=question.phone,
    )


def _fee(question: Question) -> list[str]:
    content = question.content
    certain = [fee for fee in content.fees if fee.certain]
    verdict = ""
    if asks_yes_or_no(question.text) and content.fees:
        verdict = say("told_fee_yes") if certain else say("told_fee_depends")
    return [verdict + fees_line(content, bases=False)]


_PAYS_IN = re.compile("交|缴")


def _amount(question: Question) -> list[str]:
    told = _facts(question, FactKind.AMOUNT)
    if told:
        return told
    if _PAYS_IN.search(question.text) or question.content.fees:
        return _fee(question)
    return _unknown(question, say("what_amount"))


def _duration(question: Question) -> list[str]:
    return _facts(question, FactKind.DURATION) or _unknown(question, say("what_duration"))


def _time_limit(question: Question) -> list[str]:
    return [limits_line(question.content), *_dates(question, Wanted.DONE)]


def _counting(question: Question) -> list[str]:
    """How days are counted, with the days that are asked for."""
    terms = [one.term for one in question.dates] or [limits_line(question.content)]
    rules = [
        say("counted_in_working_days") if any("工作日" in term for term in terms) else "",
        say("counted_in_days") if any("工作日" not in term for term in terms) else "",
    ]
    dates = [*_dates(question, Wanted.APPLIED), *_dates(question, Wanted.DONE)]
    return [*dates, *(rule for rule in rules if rule)] or _unknown(question, say("what_counting"))


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


def _validity(question: Question) -> list[str]:
    valid = _each(question, _valid)
    told = _facts(question, FactKind.VALIDITY)
    return told or valid or _unknown(question, say("what_validity"))


def _valid(detail: ItemDetail) -> str:
    result = detail.result
    return say("told_valid", name=result.name, valid=result.valid) if result and result.valid else ""


def _deadline(question: Question) -> list[str]:
    """What the conditions say of when one must apply; the item's answers where the conditions do not."""
    conditions = [condition for item in question.content.items for condition in item.conditions]
    dates = _dates(question, Wanted.APPLIED)
    if told := terms_in(conditions):
        return [say("told_deadline", terms="；".join(told)), *dates]
    facts = [fact.text for detail in question.details for fact in detail.facts if fact.about in OF_APPLYING]
    answers = [faq.answer for detail in question.details for faq in detail.faqs]
    if told := terms_in([*facts, *answers]):
        return [told[0], *dates]
    return _unknown(question, say("what_deadline"))


def _exam_place(question: Question) -> list[str]:
    return _facts(question, FactKind.EXAM_PLACE) or _unknown(question, say("what_exam"))


def _place(question: Question) -> list[str]:
    route = question.content.route
    nearer = any(detail.delegated for detail in question.details) and (
        route is None or route.rule != DELEGATED_RULE
    )
    lines = window_lines(question.content)
    if nearer:
        return [say("told_township"), *lines]
    if route is None or not _IN_TOWNSHIP.search(question.text):
        return lines
    is_there = route.rule == DELEGATED_RULE
    return [say("told_township_yes" if is_there else "told_township_no", site=route.site), *lines]


_IN_TOWNSHIP = re.compile("[乡镇村][上里头]?|家门口|就近")


def _hours(question: Question) -> list[str]:
    route = question.content.route
    if route is None:
        return window_lines(question.content)
    site = f"{route.site}{route.floor}{route.number}{route.name}"
    return [say("about_hours", site=site, hours=route.hours, phone=route.phone)]


def _phone(question: Question) -> list[str]:
    return [say("about_consult", consult=question.phone, supervise=CONSULT_PHONE)]


def _online(question: Question) -> list[str]:
    told = _facts(question, FactKind.ONLINE)
    return told or _each(question, _online_line) or _unknown(question, say("what_online"))


def _online_line(detail: ItemDetail) -> str:
    if detail.online is None:
        return ""
    if not detail.online:
        return say("told_online_no")
    visits = say("told_visits", visits=detail.visits) if detail.visits else say("told_no_visit")
    return say("told_online_yes") + (visits if detail.visits is not None else "")


def _post(question: Question) -> list[str]:
    told = _facts(question, FactKind.POST)
    return told or _each(question, _post_line) or _unknown(question, say("what_post"))


def _post_line(detail: ItemDetail) -> str:
    if detail.by_post:
        return say("told_post_yes")
    ways = "、".join(detail.result.delivery) if detail.result else ""
    return say("told_post_no", ways=ways) if detail.by_post is False and ways else ""


def _elsewhere(question: Question) -> list[str]:
    told = _facts(question, FactKind.ELSEWHERE)
    return told or _each(question, _scope_line) or _unknown(question, say("what_elsewhere"))


def _scope_line(detail: ItemDetail) -> str:
    if not detail.scope:
        return ""
    if detail.scope == NATIONWIDE:
        return say("told_nationwide")
    online = say("told_scope_online") if detail.online else ""
    return say("told_scope", scope=detail.scope) + online


def _agent_papers(detail: ItemDetail) -> str:
    """What an agent brings, where the item provides for one."""
    return "、".join(one.name for one in detail.materials if one.id in ("agent_letter", "agent_id_card"))


def _agent(question: Question) -> list[str]:
    told = _facts(question, FactKind.AGENT)
    return told or _each(question, _agent_line) or _unknown(question, say("what_agent"))


def _agent_line(detail: ItemDetail) -> str:
    papers = _agent_papers(detail)
    return say("told_agent_yes", papers=papers) if papers else ""


def _in_person(question: Question) -> list[str]:
    if asks_who_signs(question.text):
        return []
    told = _facts(question, FactKind.IN_PERSON) or _facts(question, FactKind.AGENT)
    return told or _each(question, _in_person_line) or _unknown(question, say("what_in_person"))


def _in_person_line(detail: ItemDetail) -> str:
    papers = _agent_papers(detail)
    return say("told_in_person_no", papers=papers) if papers else ""


_HANDS_IN_LATER = re.compile("不交|不带|不提供|后补|补交|缓交|晚点|以后再|缺|少|差|材料|手续")


_LOST = re.compile("丢|掉了|找不到|不见|坏|破|过期|到期|被偷|遗失|损")
_REPLACES = re.compile("补|换|延续|续|签注")


def _without(question: Question) -> list[str]:
    if _is_what_it_is_for(question):
        return []
    papers = paper_lines(question.text, question.content, question.details, question.issuing)
    told = papers or _facts(question, FactKind.WITHOUT)
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


def _materials(question: Question) -> list[str]:
    return materials_lines(question.content)


def _conditions(question: Question) -> list[str]:
    told = _facts(question, FactKind.CONDITIONS)
    conditions = [condition for item in question.content.items for condition in item.conditions]
    lines = [say("conditions", conditions="；".join(dict.fromkeys(conditions)))] if conditions else []
    return [*told, *lines] or _unknown(question, say("what_conditions"))


def _order(question: Question) -> list[str]:
    told = _facts(question, FactKind.BEFORE)
    own = {item.name for item in question.content.items}
    first = [name for item in question.content.items for name in item.prerequisites if name not in own]
    lines = [say("prerequisites", items="、".join(dict.fromkeys(first)))] if first else []
    return [*told, *lines] or [say("told_nothing_first")]


def _process(question: Question) -> list[str]:
    lines = [steps_line(item) for item in question.content.items if item.steps]
    return lines or _unknown(question, say("what_process"))


def _next(question: Question) -> list[str]:
    results = [result_line(item) for item in question.content.items if item.result_name]
    told = _facts(question, FactKind.AFTER)
    return [*results, *told] if told else [*results, say("told_nothing_after")]


def _visits(question: Question) -> list[str]:
    return _each(question, _visits_line) or _unknown(question, say("what_visits"))


def _visits_line(detail: ItemDetail) -> str:
    if detail.visits is None:
        return ""
    return say("told_visits", visits=detail.visits) if detail.visits else say("told_no_visit")


def _if_lost(question: Question) -> list[str]:
    return _facts(question, FactKind.IF_LOST) or _unknown(question, say("what_if_lost"))


def _basis(question: Question) -> list[str]:
    bases = list(dict.fromkeys(basis for item in question.content.items for basis in item.bases))
    return [say("basis", basis="、".join(bases))] if bases else _unknown(question, say("what_basis"))


def _result(question: Question) -> list[str]:
    lines = [result_line(item) for item in question.content.items if item.result_name]
    return lines or _unknown(question, say("what_result"))


def _why(question: Question) -> list[str]:
    if named := reason_lines(question.text, question.content):
        return named
    if not_asked := paper_lines(question.text, question.content, question.details, question.issuing):
        return not_asked
    reasons = [f"{one.name}：{one.reason}" for one in question.content.materials if one.reason]
    return reasons or _basis(question)


def _difference(question: Question) -> list[str]:
    return [say("about_difference_none")]


_ANSWERS: dict[Aspect, Callable[[Question], list[str]]] = {
    Aspect.FEE: _fee,
    Aspect.AMOUNT: _amount,
    Aspect.DURATION: _duration,
    Aspect.TIME_LIMIT: _time_limit,
    Aspect.COUNTING: _counting,
    Aspect.VALIDITY: _validity,
    Aspect.OPEN_NOW: _hours,
    Aspect.DEADLINE: _deadline,
    Aspect.EXAM_PLACE: _exam_place,
    Aspect.PLACE: _place,
    Aspect.HOURS: _hours,
    Aspect.PHONE: _phone,
    Aspect.ONLINE: _online,
    Aspect.POST: _post,
    Aspect.ELSEWHERE: _elsewhere,
    Aspect.AGENT: _agent,
    Aspect.IN_PERSON: _in_person,
    Aspect.WITHOUT: _without,
    Aspect.MATERIALS: _materials,
    Aspect.CONDITIONS: _conditions,
    Aspect.ORDER: _order,
    Aspect.PROCESS: _process,
    Aspect.NEXT: _next,
    Aspect.VISITS: _visits,
    Aspect.IF_LOST: _if_lost,
    Aspect.BASIS: _basis,
    Aspect.RESULT: _result,
    Aspect.WHY: _why,
    Aspect.DIFFERENCE: _difference,
}
