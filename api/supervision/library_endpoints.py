"""``/library/figures``: how well people are understood, for those who tune; as sheets and as a report."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.consents import export_reason
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import PdfNotMade, RangeWrong, ReasonMissing, SecondPersonNeeded, UnknownTable
from api.platform.pages.centre import centre_name
from api.platform.problems import refusals
from api.printing.renderer import REPORT
from api.services import Serving, reply
from api.supervision import figures
from api.supervision.figure_endpoints import PDF, SHEET, First, Last, exported, file, said, view
from api.supervision.library_figures import TABLES
from api.supervision.report_manuscript import library_manuscript
from api.supervision.schemas import FigureList
from api.supervision.table_sheet import EXCEL, figure_sheet
from knowledge.base.dates import moment_text
from knowledge.base.roles import Role

router = APIRouter(prefix="/library/figures", tags=["知识库"])

Tuner = Annotated[Actor, allow(staff(Role.TUNER))]


@router.get(
    "",
    response_model=FigureList,
    summary="看听懂得怎么样",
    response_description="各张表",
    responses=refusals(*STAFF_REFUSALS, RangeWrong),
)
async def tables(_: Tuner, serving: Serving, first: First, last: Last) -> Response:
    """听懂、自己办成、转人工、停在哪一步、最多人要办的、没有找到的，按周和渠道；没有个人信息，试的话不算。"""
    period = figures.checked(first, last)
    found = await serving.database.read(lambda session: figures.all_tables(session, period, serving, TABLES))
    return reply(FigureList(first=first, last=last, tables=[view(one) for one in found]))


@router.get(
    "/report.pdf",
    summary="一段时间的报告",
    response_class=Response,
    responses=PDF | refusals(*STAFF_REFUSALS, RangeWrong, PdfNotMade),
)
async def report(actor: Tuner, serving: Serving, first: First, last: Last) -> Response:
    """PDF，A4；和页面上的是同样的表，每次导出记一条。"""
    period = figures.checked(first, last)
    found = await serving.database.read(lambda session: figures.all_tables(session, period, serving, TABLES))
    manuscript = library_manuscript(
        found, period, centre=centre_name(serving.catalogue), drawn=f"{moment_text(serving.now())}制作"
    )
    made = await serving.renderer.pdf(manuscript, REPORT)
    await exported(actor, serving, "library/report", period)
    return file(made, "application/pdf", f"知识库报告{first:%Y%m%d}-{last:%Y%m%d}.pdf")


@router.get(
    "/{table}.xlsx",
    summary="导出一张表",
    response_class=Response,
    responses=SHEET | refusals(*STAFF_REFUSALS, RangeWrong, UnknownTable, ReasonMissing, SecondPersonNeeded),
)
async def table_sheet(
    table: Annotated[str, Path(max_length=40, description="表的代号")],
    actor: Tuner,
    serving: Serving,
    first: First,
    last: Last,
    reason: audit.ExportReason = "",
) -> Response:
    """和页面上的是同一张；要写明为什么导出，每次记一条。"""
    make = TABLES.get(table)
    if make is None:
        raise UnknownTable
    period = figures.checked(first, last)
    about = {"sheet": f"library/figures/{table}", "from": first.isoformat(), "to": last.isoformat()}
    why = await export_reason(serving, actor, "exported", about, reason)
    found = await serving.database.read(lambda session: make(session, period, serving))
    content = await asyncio.to_thread(figure_sheet, found, said(period))
    await exported(actor, serving, f"library/figures/{table}", period, why)
    return file(content, EXCEL, f"{found.title}{first:%Y%m%d}-{last:%Y%m%d}.xlsx")
