"""Papers that an applicant may download of his case: the receipt, and what he was told at each step, as it was told then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.base.dates import day_text
from knowledge.cases.archive.slips import Slip
from knowledge.cases.procedure.act_messages import applicant_message
from knowledge.cases.record.act import Act
from knowledge.cases.record.log import LogEntry
from knowledge.guidance.visit import Visit

RECEIPT = "receipt"

_TITLES = {
    Act.REQUEST_CORRECTION: "补正告知",
    Act.ACCEPT: "受理告知",
    Act.DEEMED_ACCEPTED: "视为受理告知",
    Act.REFUSE: "不予受理告知",
    Act.START_SPECIAL: "特别程序告知",
    Act.EXTEND: "延长办理期限告知",
    Act.DECIDE: "决定告知",
    Act.DECIDE_ON_SPOT: "决定告知",
    Act.DEEMED_GRANTED: "视为准予告知",
    Act.RETURN: "退件告知",
    Act.TERMINATE: "终止办理告知",
    Act.REVOKE: "撤销决定告知",
}


@dataclass(frozen=True)
class ApplicantPaper:
    """One paper.

    Attributes:
        id: ``receipt``, or the number of the log's entry (``entry-3``).
    """

    id: str
    title: str
    day: date


@dataclass(frozen=True)
class PaperCase:
    """What a paper says of a case.

    Attributes:
        applicant: Name, masked.
        answer_note: By when the window answers.
    """

    number: str
    item: str
    applicant: str
    submitted_on: date
    window: str
    address: str
    hours: str
    phone: str
    answer_note: str
    visit: Visit


def papers_of(log: Sequence[LogEntry]) -> tuple[ApplicantPaper, ...]:
    """What there is to download, the newest first and the receipt last."""
    told = tuple(_told(log))
    first = log[0]
    return (*reversed([paper for paper, _ in told]), ApplicantPaper(RECEIPT, "提交回执", first.day))


def paper(wanted: str, log: Sequence[LogEntry], case: PaperCase) -> Slip | None:
    """One of them as it is set; None where there is no such paper."""
    if wanted == RECEIPT:
        return _receipt(case)
    return next((_letter(one, entry, case) for one, entry in _told(log) if one.id == wanted), None)


def _told(log: Sequence[LogEntry]) -> Iterable[tuple[ApplicantPaper, LogEntry]]:
    for number, entry in enumerate(log, 1):
        if entry.act in _TITLES and applicant_message(entry):
            yield ApplicantPaper(f"entry-{number}", _TITLES[entry.act], entry.day), entry


def _receipt(case: PaperCase) -> Slip:
    rows = {
        "事项": case.item,
        "申请人": case.applicant,
        "提交日期": day_text(case.submitted_on),
        "到哪里": case.window,
        "地址": case.address,
        "什么时候": case.hours,
        "电话": case.phone,
        "谁要来": case.visit.comes,
        "费用": case.visit.pay,
    }
    lists = (("请带上", case.visit.bring),) if case.visit.bring else ()
    return Slip(
        title="提交回执",
        number=case.number,
        large="",
        rows=tuple((label, text) for label, text in rows.items() if text),
        lists=lists,
        says=(case.answer_note, "查进度：在网页上报办件编号和手机号后4位，或者扫右上角的二维码。"),
    )


def _letter(one: ApplicantPaper, entry: LogEntry, case: PaperCase) -> Slip:
    points = tuple(
        f"{point['name']}：{point.get('what', '')}" if point.get("what") else str(point["name"])
        for point in entry.data.get("points", ())
    )
    number = str(entry.data.get("document", ""))
    rows = {
        "事项": case.item,
        "申请人": case.applicant,
        "日期": day_text(one.day),
        "文号": number,
        "窗口": case.window,
        "电话": case.phone,
    }
    return Slip(
        title=one.title,
        number=case.number,
        large="",
        rows=tuple((label, text) for label, text in rows.items() if text),
        lists=(("要补正的", points),) if points else (),
        says=(applicant_message(entry), "这是告知内容的留存件；盖章的文书由窗口送达。"),
    )
