"""Notices drawn without a database."""

from __future__ import annotations

from datetime import date, datetime

from api.notices.pdf_manuscript import manuscript_of
from api.notices.sheet import Sheet
from api.platform.pages.qr import qr_svg
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.question_order import questions_asked
from knowledge.guidance.notice import NoticeContent, draw
from knowledge.guidance.routing import Request, route

DRAWN = datetime(2026, 11, 23, 9, 5)
ADDRESS = "http://centre/n/" + "x" * 32


def content_of(affair_id: str, catalogue: Catalogue) -> NoticeContent:
    """The notice for who gives the first answer to every question."""
    affair = catalogue.affair(affair_id)
    assert affair is not None
    answers: dict[str, str] = {}
    while left := [one for one in questions_asked(affair, answers) if one not in answers]:
        answers[left[0]] = next(iter(catalogue.questions[left[0]].options))
    return draw(affair, answers, catalogue, route(Request(affair, date(2026, 11, 23)), catalogue))


def manuscript(sheet: Sheet) -> str:
    """What is set as PDF."""
    qr = qr_svg(ADDRESS, "告知单")
    return manuscript_of(sheet, centre="中心", newest=sheet.version, address=ADDRESS, qr=qr)
