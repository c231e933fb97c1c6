"""``/desk/cases/{number}/papers``, ``/cases/papers`` and ``/v/{code}``: written papers for the staff, for the applicant, and for who doubts them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import SECOND_FACTOR, STAFF_REFUSALS, allow, capability, staff
from api.archive import official_papers
from api.archive.official_papers import Papers, code_of
from api.archive.official_schemas import OfficialPaperList, OfficialPaperView
from api.cases import repository
from api.cases.schemas import CaseQuery
from api.cases.second_factor import authorize
from api.cases.visible_case import visible_case
from api.platform.address_fields import CaseNumber
from api.platform.errors import (
    CaseNotFound,
    IntakeNotFound,
    NotYours,
    PaperNotThere,
    PdfNotMade,
    SecondFactorMissing,
    TooManyTries,
)
from api.platform.pages.addresses import public_url
from api.platform.pages.rendering import nothing_here, page
from api.platform.problems import refusals
from api.services import Services, Serving, reply
from knowledge.base.roles import Role

router = APIRouter(tags=["档案"])
pages = APIRouter(prefix="/v", dependencies=[allow(capability("code"))], include_in_schema=False)
"""A page for people, which is no part of the contract between programs."""

Reader = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]
Place = Annotated[int, Path(ge=1, le=10_000, description="第几份，在列出的文书里")]
PDF = "application/pdf"
_SENT: dict[int | str, dict[str, object]] = {200: {"description": "A4 的 PDF", "content": {PDF: {}}}}
_OWNERS = (CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing)


@router.get(
    "/desk/cases/{number}/papers",
    response_model=OfficialPaperList,
    summary="看办件的文书",
    response_description="各份文书",
    responses=refusals(*STAFF_REFUSALS, NotYours),
)
async def listed(number: CaseNumber, actor: Reader, serving: Serving) -> Response:
    """受理、不予受理、补正、特别程序、延长、决定、送达，每份有文号、作出机关、核验码。"""
    found = await _of_staff(actor, number, serving)
    await audit.looked(serving, actor, "documents_read", number)
    return reply(_view(found, serving))


@router.get(
    "/desk/cases/{number}/papers/{place}.pdf",
    response_class=Response,
    summary="打印一份文书",
    responses=_SENT | refusals(*STAFF_REFUSALS, NotYours, PaperNotThere, PdfNotMade),
)
async def printed(
    number: CaseNumber, place: Place, actor: Reader, request: Request, serving: Serving
) -> Response:
    """PDF，有机关名称、日期、印章、救济途径和核验二维码；姓名按您的身份遮盖。"""
    found = await _of_staff(actor, number, serving)
    found.at(place)
    await audit.looked(serving, actor, "document_printed", number, {"place": place})
    return await _sent(found, place, request, serving)


@router.post(
    "/cases/papers",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=OfficialPaperList,
    summary="看自己办件的文书",
    response_description="各份文书",
    responses=refusals(*_OWNERS),
)
async def own(query: CaseQuery, serving: Serving) -> Response:
    """凭据和查办件一样。"""
    return reply(_view(await _of_owner(query, serving), serving))


@router.post(
    "/cases/papers/{place}",
    dependencies=[allow(SECOND_FACTOR)],
    response_class=Response,
    summary="下载自己办件的一份文书",
    responses=_SENT | refusals(*_OWNERS, PaperNotThere, PdfNotMade),
)
async def own_printed(query: CaseQuery, place: Place, request: Request, serving: Serving) -> Response:
    """和窗口打印的是同一份。"""
    return await _sent(await _of_owner(query, serving), place, request, serving)


@pages.get("/{code}")
async def verified(code: str, serving: Serving) -> Response:
    """谁都可以核验：文书的名称、文号、机关、日期和事项，姓名遮盖。"""
    try:
        found, paper = await serving.database.read(
            lambda session: official_papers.checked(session, code[:60], serving)
        )
    except PaperNotThere as error:
        return nothing_here(error)
    return page(
        "verified.html", found=found, paper=paper, code=code_of(serving.vault, found.case.number, paper)
    )


async def _of_staff(actor: Actor, number: str, serving: Services) -> Papers:
    async def read(session: AsyncSession) -> Papers:
        case, lines, _, roles = await visible_case(session, actor, number)
        return official_papers.papers_of(case, lines, roles, serving)

    return await serving.database.read(read)


async def _of_owner(query: CaseQuery, serving: Services) -> Papers:
    async def read(session: AsyncSession) -> Papers:
        case = await authorize(session, query, serving, repository.by_number)
        return official_papers.papers_of_owner(case, await repository.log_of(session, case.number), serving)

    return await serving.database.transact(read)


def _view(found: Papers, serving: Services) -> OfficialPaperList:
    return OfficialPaperList(
        number=found.case.number,
        authority=found.authority,
        papers=[
            OfficialPaperView(
                place=one.place,
                title=one.title,
                number=one.number,
                day=one.day,
                code=code_of(serving.vault, found.case.number, one),
                remedy=one.remedy,
            )
            for one in found.papers
        ],
    )


async def _sent(found: Papers, place: int, request: Request, serving: Services) -> Response:
    made = await official_papers.pdf(found, place, public_url(serving.settings, request), serving)
    headers = {
        "Content-Disposition": f'inline; filename="paper-{found.case.number}-{place}.pdf"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(made, headers=headers, media_type=PDF)
