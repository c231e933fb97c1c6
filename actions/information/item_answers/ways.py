"""Answers about where and how: the window, its hours and phone, online, by post, elsewhere, by whom, how often."""

from __future__ import annotations

import re

from actions.information.item_answers.question import Question, each_item, facts_about, unknown
from actions.reply.notice_text import (
    window_lines,
)
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from api.catalogue.schemas import ItemDetail
from knowledge.catalogue.item import FactKind
from knowledge.guidance.notice import NoticeMaterial
from knowledge.guidance.routing import DELEGATED_RULE
from knowledge.language.asked_beside import asks_who_signs

NATIONWIDE = "全国通办"


def exam_place(question: Question) -> list[str]:
    return facts_about(question, FactKind.EXAM_PLACE) or unknown(question, say("what_exam"))


def place(question: Question) -> list[str]:
    if _OF_A_PHOTO.search(question.text) and (photo := _photo(question)):
        standard = [say("photo_standard", standard=photo.standard)] if photo.standard else []
        return [say("photo_place", name=photo.name), *standard]
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


def _photo(question: Question) -> NoticeMaterial | None:
    return next((one for one in question.content.materials if _OF_A_PHOTO.search(one.name)), None)


_OF_A_PHOTO = re.compile("拍|照相|照片|相片|哪里?照|哪儿照")
_IN_TOWNSHIP = re.compile("[乡镇村][上里头]?|家门口|就近")


def hours(question: Question) -> list[str]:
    route = question.content.route
    if route is None:
        return window_lines(question.content)
    site = f"{route.site}{route.floor}{route.number}{route.name}"
    return [say("about_hours", site=site, hours=route.hours, phone=route.phone)]


def phone(question: Question) -> list[str]:
    return [say("about_consult", consult=question.phone, supervise=CONSULT_PHONE)]


def online(question: Question) -> list[str]:
    told = facts_about(question, FactKind.ONLINE)
    return told or each_item(question, _online_line) or unknown(question, say("what_online"))


def _online_line(detail: ItemDetail) -> str:
    if detail.online is None:
        return ""
    if not detail.online:
        return say("told_online_no")
    visits = say("told_visits", visits=detail.visits) if detail.visits else say("told_no_visit")
    return say("told_online_yes") + (visits if detail.visits is not None else "")


def post(question: Question) -> list[str]:
    told = facts_about(question, FactKind.POST)
    return told or each_item(question, _post_line) or unknown(question, say("what_post"))


def _post_line(detail: ItemDetail) -> str:
    if detail.by_post:
        return say("told_post_yes")
    ways = "、".join(detail.result.delivery) if detail.result else ""
    return say("told_post_no", ways=ways) if detail.by_post is False and ways else ""


def elsewhere(question: Question) -> list[str]:
    told = facts_about(question, FactKind.ELSEWHERE)
    return told or each_item(question, _scope_line) or unknown(question, say("what_elsewhere"))


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


def agent(question: Question) -> list[str]:
    told = facts_about(question, FactKind.AGENT)
    return told or each_item(question, _agent_line) or unknown(question, say("what_agent"))


def _agent_line(detail: ItemDetail) -> str:
    papers = _agent_papers(detail)
    return say("told_agent_yes", papers=papers) if papers else ""


def in_person(question: Question) -> list[str]:
    if asks_who_signs(question.text):
        return []
    told = facts_about(question, FactKind.IN_PERSON) or facts_about(question, FactKind.AGENT)
    return told or each_item(question, _in_person_line) or unknown(question, say("what_in_person"))


def _in_person_line(detail: ItemDetail) -> str:
    papers = _agent_papers(detail)
    return say("told_in_person_no", papers=papers) if papers else ""


def visits(question: Question) -> list[str]:
    return each_item(question, _visits_line) or unknown(question, say("what_visits"))


def _visits_line(detail: ItemDetail) -> str:
    if detail.visits is None:
        return ""
    return say("told_visits", visits=detail.visits) if detail.visits else say("told_no_visit")
