"""免提交: officers look into the shared data in place of a paper, and write down what they found."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.access.models import StaffAccountRow
from api.cases.models import CaseRow
from api.cases.visible_case import visible_case
from api.desk.models import SharedCheckRow
from api.desk.shared_check_schemas import (
    SharedCheck,
    SharedCheckView,
    SharedFinding,
    SharedPaper,
    SharedPapers,
)
from api.platform.clock import at_centre
from api.platform.errors import NotShared
from api.services import Services
from knowledge.guidance.notice import NoticeContent, NoticeShared

MOST = 200
"""Looks at a case's shared data that are listed."""


async def papers_of(session: AsyncSession, actor: Actor, number: str, services: Services) -> SharedPapers:
    """The papers of a case that need not be handed in, with every look.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
    """
    case, _, _, _ = await visible_case(session, actor, number)
    return await _view(session, case, services)


async def check(
    session: AsyncSession, actor: Actor, number: str, found: SharedCheck, services: Services
) -> SharedPapers:
    """Write down a look.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
        NotShared: The paper is not among those that need not be handed in.
    """
    case, _, _, _ = await visible_case(session, actor, number)
    if found.material not in {paper.id for paper in _shared(case)}:
        raise NotShared
    session.add(
        SharedCheckRow(
            case_number=case.number,
            material=found.material,
            found=found.found.value,
            note=services.vault.seal({"note": found.note.strip()}),
            account=actor.id,
            at=services.now(),
        )
    )
    await session.flush()
    return await _view(session, case, services)


def _shared(case: CaseRow) -> tuple[NoticeShared, ...]:
    """Of the case's own item: what was drawn for the applicant when the case was handed in."""
    content = NoticeContent.model_validate_json(case.content)
    return next((item.shared for item in content.items if item.id == case.item_id), ())


async def _view(session: AsyncSession, case: CaseRow, services: Services) -> SharedPapers:
    query = (
        select(SharedCheckRow, StaffAccountRow.name)
        .outerjoin(StaffAccountRow, StaffAccountRow.id == SharedCheckRow.account)
        .where(SharedCheckRow.case_number == case.number)
        .order_by(SharedCheckRow.id.desc())
        .limit(MOST)
    )
    checks: dict[str, list[SharedCheckView]] = {}
    for row, name in await session.execute(query):
        finding = SharedFinding(row.found)
        checks.setdefault(row.material, []).append(
            SharedCheckView(
                found=finding,
                found_label=finding.label,
                note=services.vault.unseal(row.note)["note"],
                account=row.account,
                name=name or row.account,
                at=at_centre(row.at),
            )
        )
    papers = [
        SharedPaper(material=one.id, name=one.name, holder=one.holder, checks=checks.get(one.id, []))
        for one in _shared(case)
    ]
    return SharedPapers(
        number=case.number, papers=papers, unchecked=sum(not paper.checks for paper in papers)
    )
