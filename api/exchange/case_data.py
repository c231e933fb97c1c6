"""What the national records of a case are made from: the case, its log, and the applicant's data for this purpose only."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.models import StaffAccountRow
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.platform.sources import Source
from knowledge.base.roles import Role
from knowledge.cases.limits.clocks import clocks_and_gaps
from knowledge.cases.procedure.projection import fold
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.catalogue.item import BusinessItem
from knowledge.exchange.records import Body, CaseData, HandedIn, Party
from knowledge.guidance.notice import NoticeContent, NoticeItem, NoticeMaterial
from knowledge.persons.identity import Identity, identity_of
from knowledge.privacy.contact_data import called_at
from knowledge.privacy.kinds import AGENT_IDENTITIES, IDENTITIES, Personal

IDENTITY_CARD = "111"
CREDIT_CODE = "001"
"""证件类型: GA/T 2000.156 居民身份证, and 统一社会信用代码."""

ON_LINE, AT_WINDOW = "网上提交", "窗口提交"

Accounts = Mapping[str, tuple[str, str]]
"""Account to name and department."""


async def accounts(session: AsyncSession) -> Accounts:
    """Everybody who can stand in a log; a centre has some hundred."""
    query = select(StaffAccountRow.id, StaffAccountRow.name, StaffAccountRow.department)
    return {row.id: (row.name, row.department) for row in await session.execute(query)}


def case_data(
    case: CaseRow,
    lines: Sequence[StoredEntry],
    staff: Accounts,
    services: Source,
    uploaded: Collection[str] = (),
) -> CaseData:
    """Everything that the records of a case draw on.

    Args:
        uploaded: The materials for which a file was handed in.
    """
    log = tuple(map(entry_of, lines))
    facts = fold(log)
    content = NoticeContent.model_validate_json(case.content)
    about = next((one for one in content.items if one.id == case.item_id), None)
    item = services.catalogue.items.get(case.item_id)
    contact = services.vault.unseal(case.contact)
    hands = {entry.actor for entry in log if entry.role not in (Role.APPLICANT, Role.SYSTEM)}
    return CaseData(
        number=case.number,
        item_name=case.item,
        kind=facts.terms.kind,
        department=case.department,
        applicant=_applicant(contact),
        mobile=called_at(contact),
        contact=_agent(contact),
        legal=contact.get(Personal.LEGAL_NAME, ""),
        log=log,
        bodies={key: Body(one.name) for key, one in services.catalogue.departments.items()},
        staff={one: staff[one][0] for one in hands if one in staff},
        department_of={one: staff[one][1] for one in hands if one in staff},
        address=contact.get(Personal.ADDRESS, ""),
        task_code=item.task_code if item else "",
        channel=case.channel,
        promised=_promised(facts, services),
        has_fee=_has_fee(item, about),
        materials=_materials(case, content, log, uploaded),
    )


def _applicant(contact: Mapping[str, str]) -> Party:
    """The person, or the unit with its code; where its name was not given, its person in charge stands for it."""
    name = contact.get(Personal.UNIT_NAME, "")
    if name:
        return Party(name, CREDIT_CODE, contact.get(Personal.CREDIT_CODE, ""))
    name = contact.get(Personal.NAME, "")
    if there := next((kind for kind in IDENTITIES if contact.get(kind)), None):
        return Party(name, _page_type(there, contact[there]), contact[there])
    code = contact.get(Personal.CREDIT_CODE, "")
    return Party(name, CREDIT_CODE if code else "", code)


def _page_type(kind: Personal, number: str) -> str:
    """The code of the paper; empty where it is another than the identity card, whose codes no source here gives."""
    return IDENTITY_CARD if identity_of(kind, number) is Identity.CITIZEN else ""


def _agent(contact: Mapping[str, str]) -> Party | None:
    """Whoever acts for the applicant (联系人/代理人)."""
    name = contact.get(Personal.AGENT_NAME, "")
    kind = next((one for one in AGENT_IDENTITIES if contact.get(one)), None)
    if not name and kind is None:
        return None
    number = contact[kind] if kind else ""
    return Party(name, _page_type(kind, number) if kind else "", number)


def _promised(facts: CaseFacts, services: Source) -> date | None:
    running, _ = clocks_and_gaps(facts, services.calendar, services.now())
    return next((clock.due for clock in running if clock.code == "promised"), None)


def _has_fee(item: BusinessItem | None, about: NoticeItem | None) -> bool:
    if about is not None and about.free_of_charge is not None:
        return not about.free_of_charge
    return bool(item and item.fees)


def _materials(
    case: CaseRow, content: NoticeContent, log: Sequence[LogEntry], uploaded: Collection[str]
) -> tuple[HandedIn, ...]:
    """How each came: as a file, or over the counter; what the applicant only says to have is still open."""
    on_paper = {
        one: entry.at for entry in log if entry.act == Act.RECEIVE for one in entry.data.get("paper", ())
    }

    def handed_in(line: NoticeMaterial) -> HandedIn:
        if line.id in uploaded:
            return HandedIn(line.name, True, ON_LINE, line.copies, case.received_at)
        if line.id in on_paper:
            return HandedIn(line.name, True, AT_WINDOW, line.copies, on_paper[line.id])
        return HandedIn(line.name, False, copies=line.copies)

    return tuple(handed_in(line) for line in content.materials if line.id in case.materials)
