"""``/desk/cases/{number}/slips/{kind}``: what a window prints for whoever stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Annotated

from fastapi import APIRouter, Path, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.cases.visible_case import visible_case
from api.platform.address_fields import CaseNumber
from api.platform.clock import at_centre
from api.platform.errors import NotYours, PdfNotMade, SlipNotDue
from api.platform.pages.addresses import case_page
from api.platform.pages.centre import centre_name
from api.platform.problems import refusals
from api.printing.slip_manuscript import slip_manuscript
from api.services import Services, Serving
from knowledge.base.roles import Role
from knowledge.cases.archive.slips import SlipCase, SlipKind, slip
from knowledge.cases.procedure.result import result_of
from knowledge.catalogue.affair import Catalogue
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.routing import Route, route_to
from knowledge.privacy.contact_data import applicant_called
from knowledge.privacy.kinds import Personal
from knowledge.staff.masking import shown

router = APIRouter(prefix="/desk/cases/{number}/slips", tags=["窗口工作台"])

Printer = Annotated[Actor, allow(staff(Role.WINDOW, Role.APPROVER))]
PDF = "application/pdf"


@router.get(
    "/{kind}",
    response_class=Response,
    summary="打印回执、取件单、送达回证",
    responses={
        200: {"description": "A5 的 PDF", "content": {PDF: {}}},
        **refusals(*STAFF_REFUSALS, NotYours, SlipNotDue, PdfNotMade),
    },
)
async def print_slip(
    number: CaseNumber,
    kind: Annotated[
        SlipKind, Path(description="receipt 收件回执、collection 取件单、delivery 送达回证（送达以后）")
    ],
    actor: Printer,
    request: Request,
    serving: Serving,
) -> Response:
    """给当面的人打印；上面的姓名按您的身份遮盖。"""

    async def read(session: AsyncSession) -> SlipCase:
        case, lines, _, roles = await visible_case(session, actor, number)
        return _said_of(case, lines, roles, serving)

    made = slip(kind, await serving.database.read(read))
    if made is None:
        raise SlipNotDue
    await audit.looked(serving, actor, "slip_printed", number, {"kind": kind.value})
    address = case_page(serving.settings, request, number)
    pdf = await serving.renderer.pdf(
        slip_manuscript(made, address, centre_name(serving.catalogue), serving.today()), "slip"
    )
    headers = {
        "Content-Disposition": f'inline; filename="{kind}-{number}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return Response(pdf, headers=headers, media_type=PDF)


def _said_of(
    case: CaseRow, lines: Collection[StoredEntry], roles: Collection[Role], services: Services
) -> SlipCase:
    contact = shown(roles, services.vault.unseal(case.contact))
    place = _place(case, services.catalogue)
    return SlipCase(
        number=case.number,
        item=case.item,
        applicant=applicant_called(contact),
        agent=contact.get(Personal.AGENT_NAME, ""),
        received_on=at_centre(case.received_at).date(),
        window=f"{place.number} {place.name}（{place.floor}）" if place else "",
        hours=place.hours if place else "",
        phone=place.phone if place else "",
        papers=_papers(case),
        answer_note=case.answer_due_note,
        result=result_of(map(entry_of, lines)),
    )


def _place(case: CaseRow, catalogue: Catalogue) -> Route | None:
    if case.window not in catalogue.windows:
        return None
    return route_to(case.window, case.department, case.rule, "", catalogue)


def _papers(case: CaseRow) -> dict[str, list[str]]:
    """Names of the case's materials by how they stand, in the order of the notice."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in NoticeContent.model_validate_json(case.content).materials:
        if line.id in case.materials:
            found[case.materials[line.id]].append(line.name)
    return found
