"""Small papers that a window prints for a case: receipt of the papers (收件回执), slip for collecting (取件单), receipt of delivery (送达回证)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.base.dates import day_text
from knowledge.cases.acts.delivery import validity_text
from knowledge.cases.procedure.result import Result


class SlipKind(StrEnum):
    """Which slip."""

    RECEIPT = "receipt"
    COLLECTION = "collection"
    DELIVERY = "delivery"


TITLES = {
    SlipKind.RECEIPT: "收件回执",
    SlipKind.COLLECTION: "取件单",
    SlipKind.DELIVERY: "送达回证",
}


@dataclass(frozen=True)
class SlipCase:
    """What a slip says of a case.

    Attributes:
        applicant: Name as the reader may see it.
        agent: Who came in the applicant's place; empty where nobody did.
        window: Number, name and place of the window.
        papers: Names of the materials by how they stand, in the order of the notice.
        answer_note: By when the window answers.
    """

    number: str
    item: str
    applicant: str
    agent: str
    received_on: date
    window: str
    hours: str
    phone: str
    papers: Mapping[str, Sequence[str]]
    answer_note: str
    result: Result | None


@dataclass(frozen=True)
class Slip:
    """A slip as it is set.

    Attributes:
        large: Printed large; empty for most.
        lists: Title and numbered lines.
        signatures: Who signs.
    """

    title: str
    number: str
    large: str
    rows: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    says: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()


def slip(kind: SlipKind, case: SlipCase) -> Slip | None:
    """The slip; None where the case has not come so far."""
    return _MADE[kind](case)


def _receipt(case: SlipCase) -> Slip | None:
    groups = (
        ("收到的材料", case.papers.get("ready", ())),
        ("以书面承诺代替的材料", case.papers.get("promised", ())),
        ("容缺后补的材料", case.papers.get("later", ())),
    )
    return Slip(
        TITLES[SlipKind.RECEIPT],
        case.number,
        "",
        _rows(
            事项=case.item,
            申请人=case.applicant,
            代办人=case.agent,
            收件日期=day_text(case.received_on),
            收件窗口=case.window,
        ),
        tuple((title, tuple(names)) for title, names in groups if names),
        (case.answer_note,),
        ("窗口人员", "申请人或者代办人"),
    )


def _collection(case: SlipCase) -> Slip | None:
    return Slip(
        TITLES[SlipKind.COLLECTION],
        case.number,
        f"{case.number[2:4]}{case.number[4:6]}-{case.number[6:]}",
        _rows(
            事项=case.item,
            申请人=case.applicant,
            到哪里取=case.window,
            什么时候=case.hours,
            电话=case.phone,
        ),
        says=(
            "结果做好以后会发消息告诉您。取件时请带这张单子和身份证；请别人代取的，再带委托书和他的身份证。",
        ),
    )


def _delivery(case: SlipCase) -> Slip | None:
    result = case.result
    if result is None or result.way is None or result.delivered_on is None:
        return None
    return Slip(
        TITLES[SlipKind.DELIVERY],
        case.number,
        "",
        _rows(
            事项=case.item,
            受送达人=case.applicant,
            代收人=case.agent,
            决定=f"{result.headline}{'（' + result.document + '）' if result.document else ''}",
            送达文书=result.name,
            文书编号=result.number,
            有效期=validity_text(result.valid_from, result.valid_until),
            送达方式=result.way.label,
            邮件号=result.tracking,
            送达地点=result.place,
            送达日期=day_text(result.delivered_on),
        ),
        says=("本人已收到上列文书，核对无误。",),
        signatures=("送达人", "受送达人或者代收人", "签收日期", "备注"),
    )


_MADE = {
    SlipKind.RECEIPT: _receipt,
    SlipKind.COLLECTION: _collection,
    SlipKind.DELIVERY: _delivery,
}


def _rows(**rows: str) -> tuple[tuple[str, str], ...]:
    """Label and what stands beside it; what is empty is left out."""
    return tuple((label, body) for label, body in rows.items() if body)
