"""The national records of one case, from its data and its log: application, materials, acceptance, process, special, result, rating.

Persons' data are handed in by the caller for this purpose and go nowhere else. Check each record with :func:`knowledge.exchange.fields.faults`
before it leaves the house.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.base.roles import Role
from knowledge.cases.acts.delivery import DeliveryWay
from knowledge.cases.acts.extension import ExtensionUnit
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome, SpecialKind
from knowledge.cases.record.log import LogEntry
from knowledge.catalogue.item import CaseKind
from knowledge.exchange.codes import A7_SPECIAL, A8_SATISFACTION, CASE_KINDS, CHANNELS
from knowledge.exchange.fields import DATETIME, Record

LONGEST_OPINION = 1000
"""GB/T 39046 tables 7 and 8; a longer opinion is cut and marked with 「…」, whole in the archive."""


@dataclass(frozen=True)
class Party:
    """A person or body with its paper: type code after GA/T 2000.156, number."""

    name: str
    page_type: str = ""
    page_code: str = ""


@dataclass(frozen=True)
class Body:
    """A department with its 统一社会信用代码."""

    name: str
    code: str = ""


@dataclass(frozen=True)
class HandedIn:
    """One material as received."""

    name: str
    received: bool
    way: str = ""
    copies: int | None = None
    at: datetime | None = None
    attachment: str = ""


@dataclass(frozen=True)
class CaseData:
    """Everything that the records draw on.

    Attributes:
        staff: Account to name of officers.
        bodies: Department id to body.
        department_of: Account to department id; those of the case's department may be left out.
        promised: Day by which the centre promised to finish.
        channel: ``window web wechat post``.
    """

    number: str
    item_name: str
    kind: CaseKind
    department: str
    applicant: Party
    mobile: str
    log: Sequence[LogEntry]
    bodies: Mapping[str, Body]
    staff: Mapping[str, str] = field(default_factory=dict)
    department_of: Mapping[str, str] = field(default_factory=dict)
    contact: Party | None = None
    legal: str = ""
    address: str = ""
    zip_code: str = ""
    task_code: str = ""
    catalog_code: str = ""
    channel: str = ""
    region: str = ""
    investment_no: str = ""
    promised: date | None = None
    has_fee: bool = False
    materials: tuple[HandedIn, ...] = ()


def application_record(case: CaseData) -> Record:
    """办事申请, table 5 (1 to 19)."""
    contact = case.contact or Party("")
    return _without_gaps(
        project_no=case.number,
        task_code=case.task_code,
        task_name=case.item_name,
        project_type_name=case.kind.value,
        project_type=CASE_KINDS[case.kind],
        applyer_name=case.applicant.name,
        applyer_page_type=case.applicant.page_type,
        applyer_page_code=case.applicant.page_code,
        contact_name=contact.name,
        contact_type=contact.page_type,
        contact_code=contact.page_code,
        contact_mobile=case.mobile,
        zip_code=case.zip_code,
        address=case.address,
        legal=case.legal,
        apply_type=CHANNELS.get(case.channel, "9"),
        apply_date=moment(case.log[0].at),
        investment_no=case.investment_no,
        region=case.region,
    )


def material_records(case: CaseData) -> tuple[Record, ...]:
    """办事申请材料, table 5 (20 to 26)."""
    return tuple(
        _without_gaps(
            project_no=case.number,
            material_name=one.name,
            material_attach_name=one.attachment,
            is_get="1" if one.received else "0",
            get_type=one.way,
            get_name="" if one.copies is None else str(one.copies),
            get_time=moment(one.at) if one.at else "",
        )
        for one in case.materials
    )


def accept_record(case: CaseData) -> Record | None:
    """事项受理, table 6; None where it has not been accepted. A deemed acceptance carries the day on which the papers came."""
    entry = _last(case.log, Act.ACCEPT, Act.DEEMED_ACCEPTED)
    if entry is None:
        return None
    deemed = entry.data.get("accepted_on")
    return _without_gaps(
        project_no=case.number,
        catalog_code=case.catalog_code,
        task_code=case.task_code,
        task_name=case.item_name,
        **_body(case, case.department),
        handle_user_name=_name(case, entry),
        accept_date=f"{deemed} 00:00:00" if deemed else moment(entry.at),
        accept_doc_no=str(entry.data.get("document", "")),
        promise_date=case.promised.isoformat() if case.promised else "",
        project_type_name=case.kind.value,
        project_type=CASE_KINDS[case.kind],
        region=case.region,
    )


def process_records(case: CaseData) -> tuple[Record, ...]:
    """事项办理, table 7 (1 to 10): one record for every act of an officer or the system that moves the case."""
    records = []
    for before, entry in zip(case.log, case.log[1:], strict=False):
        if entry.role is Role.APPLICANT or entry.act in (Act.OVERDUE, Act.URGE):
            continue
        records.append(
            _without_gaps(
                project_no=case.number,
                event_name=_event(entry),
                process_name=ACTS[entry.act].words.name,
                handle_user_name=_name(case, entry),
                handle_explain=shortened(_explained(entry.data)),
                event_start_time=moment(before.at),
                event_end_time=moment(entry.at),
                **_body(case, case.department_of.get(entry.actor, case.department)),
                process_state="2",
            )
        )
    return tuple(records)


def special_records(case: CaseData) -> tuple[Record, ...]:
    """特别程序, table 7 (11 to 21): each special procedure, and the extension as the kind of its own that A.7 makes it."""
    records = []
    for n, entry in enumerate(case.log):
        if entry.act == Act.START_SPECIAL:
            end = next((one for one in case.log[n:] if _ends(one, entry)), None)
            name = SpecialKind(entry.data["kind"]).label
            records.append(
                _special(case, entry, "2", name, end, str(end.data.get("result", "")) if end else "")
            )
        elif entry.act == Act.EXTEND:
            records.append(
                _special(case, entry, "1", A7_SPECIAL.label("1"), entry, f"延长{_extension(entry)}")
            )
    return tuple(records)


def result_record(case: CaseData) -> Record | None:
    """事项办结, table 8; None while there is no result."""
    ended = _last(case.log, *_ENDING)
    if ended is None:
        return None
    issued = _last(case.log, Act.ISSUE)
    delivered = _last(case.log, Act.DELIVER)
    made: Mapping[str, Any] = issued.data if issued else {}
    by_post = delivered is not None and delivered.data.get("way") == DeliveryWay.POST
    return _without_gaps(
        project_no=case.number,
        result_type=_result_type(case.log, ended),
        handle_user_name=_name(case, ended),
        result_date=moment(ended.at),
        result_cetr_name=str(made.get("name", "")),
        result_cetr_no=str(made.get("number", "")),
        result_explain=shortened(_explained(ended.data)),
        valid_until=str(made.get("valid_until") or ""),
        issue_org=_body(case, case.department)["org_name"],
        region=case.region,
        is_delivery_results="1" if by_post else "0",
        is_fee="1" if case.has_fee else "0",
    )


def rating_record(
    number: str,
    grade: int,
    channel: str,
    at: datetime,
    times: int = 1,
    text: str = "",
    evaluator: str = "",
    region: str = "",
) -> Record:
    """绩效评价, table 9, in the A.8 scale."""
    return _without_gaps(
        project_no=number,
        channel=channel,
        evaluator=evaluator,
        evaluate_time=moment(at),
        times=str(times),
        satisfaction_name=A8_SATISFACTION.label(str(grade)),
        satisfaction=str(grade),
        text=text,
        region=region,
    )


def moment(at: datetime) -> str:
    """A moment in the centre's time, as the standard writes it."""
    return at.astimezone(CENTRE_ZONE).strftime(DATETIME)


def shortened(text: str) -> str:
    """An opinion within the standard's length."""
    return text if len(text) <= LONGEST_OPINION else text[: LONGEST_OPINION - 1] + "…"


def spreadsheet_cell(value: str | int) -> str | int:
    """A value that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


_ENDING = (
    Act.DECIDE,
    Act.DECIDE_ON_SPOT,
    Act.DEEMED_GRANTED,
    Act.REFUSE,
    Act.RETURN,
    Act.WITHDRAW,
    Act.TERMINATE,
)
_PASSED = {
    Act.ACCEPT,
    Act.DEEMED_ACCEPTED,
    Act.APPROVE,
    Act.DECIDE_ON_SPOT,
    Act.ISSUE,
    Act.DELIVER,
    Act.DEEMED_GRANTED,
}
_RETURNED = {Act.REQUEST_CORRECTION, Act.REFUSE, Act.SEND_BACK, Act.RETURN, Act.TERMINATE}


def _event(entry: LogEntry) -> str:
    """业务动作: 通过, 退回 or 其他."""
    verdict = entry.data.get("outcome")
    if entry.act in _PASSED or verdict == Outcome.GRANT or entry.data.get("agrees") is True:
        return "通过"
    if entry.act in _RETURNED or verdict == Outcome.DENY or entry.data.get("agrees") is False:
        return "退回"
    return "其他"


def _explained(data: Mapping[str, Any]) -> str:
    """What an act says in words."""
    points = "；".join(f"{point['name']}：{point.get('what', '')}" for point in data.get("points", ()))
    return points or next((str(data[name]) for name in ("opinion", "reason", "result") if data.get(name)), "")


def _result_type(log: Sequence[LogEntry], ended: LogEntry) -> str:
    if _last(log, Act.REVOKE):
        return "2"
    if ended.act in (Act.DECIDE, Act.DECIDE_ON_SPOT, Act.DEEMED_GRANTED):
        return "1" if ended.data.get("outcome") == Outcome.DENY else "0"
    return {Act.REFUSE: "6", Act.RETURN: "5"}.get(ended.act, "2")


def _special(
    case: CaseData, entry: LogEntry, kind: str, name: str, end: LogEntry | None, result: str
) -> Record:
    return _without_gaps(
        project_no=case.number,
        special_name=name,
        special_type=kind,
        special_time=moment(entry.at),
        special_reason=str(entry.data.get("reason", "")),
        applyer_user_name=case.applicant.name,
        end_time=moment(end.at) if end else "",
        result=result,
        special_explain=str(entry.data.get("approval", "")),
        **_body(case, case.department_of.get(entry.actor, case.department)),
        handle_user=_name(case, entry),
    )


def _ends(entry: LogEntry, started: LogEntry) -> bool:
    return entry.act == Act.DEEMED_GRANTED or (
        entry.act == Act.END_SPECIAL and entry.data.get("kind") == started.data.get("kind")
    )


def _last(log: Sequence[LogEntry], *acts: Act) -> LogEntry | None:
    return next((entry for entry in reversed(log) if entry.act in acts), None)


def _name(case: CaseData, entry: LogEntry) -> str:
    if entry.role is Role.SYSTEM:
        return "系统"
    if entry.role is Role.APPLICANT:
        return case.applicant.name
    return case.staff.get(entry.actor, "")


def _body(case: CaseData, department: str) -> dict[str, str]:
    body = case.bodies.get(department, Body(""))
    return {"org_name": body.name, "org_code": body.code}


def _without_gaps(**fields: str) -> Record:
    return {name: value for name, value in fields.items() if value != ""}


def _extension(entry: LogEntry) -> str:
    unit = ExtensionUnit(entry.data.get("unit", ExtensionUnit.WORKING_DAY))
    return f"{entry.data['days']}{unit.label}"
