"""``/supervision``: figures of a period, the cases behind them, sheets and the monthly report."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.consents import export_reason
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import PdfNotMade, RangeWrong, ReasonMissing, SecondPersonNeeded, UnknownTable
from api.platform.pages.centre import centre_name
from api.platform.problems import refusals
from api.platform.schemas import Day
from api.printing.renderer import REPORT
from api.services import Serving, reply
from api.supervision import figures
from api.supervision.case_lists import ListExport, ListPage, listed
from api.supervision.figure_queries import Period
from api.supervision.report_manuscript import manuscript_of
from api.supervision.schemas import ColumnView, FigureList, FigureRowView, FigureTableView, ListedCases
from api.supervision.table_sheet import EXCEL, figure_sheet, sheet_of
from knowledge.base.dates import day_text, moment_text
from knowledge.base.roles import Role
from knowledge.cases.oversight.figure_table import FigureTable

router = APIRouter(prefix="/supervision", tags=["电子监察"])

Supervisor = Annotated[Actor, allow(staff(Role.SUPERVISOR))]
First = Annotated[Day, Query(alias="from", description="从哪一天")]
Last = Annotated[Day, Query(alias="to", description="到哪一天，含这一天，最多一年")]
MOST_LISTED = 5_000
"""Lines of a sheet of cases."""

SHEET: dict[int | str, dict[str, object]] = {200: {"description": "Excel 文件", "content": {EXCEL: {}}}}
PDF: dict[int | str, dict[str, object]] = {
    200: {"description": "PDF 文件", "content": {"application/pdf": {}}}
}


@router.get(
    "/figures",
    response_model=FigureList,
    summary="一段时间的各张表",
    response_description="各张表",
    responses=refusals(*STAFF_REFUSALS, RangeWrong),
)
async def tables(actor: Supervisor, serving: Serving, first: First, last: Last) -> Response:
    """没有办完的、每天的件数、提示、红黄牌、用时、误分派、没有做成的操作、好差评、投诉、对话；没有个人信息。"""
    period = figures.checked(first, last)
    found = await serving.database.read(lambda session: figures.all_tables(session, period, serving))
    return reply(FigureList(first=first, last=last, tables=[view(one) for one in found]))


@router.get(
    "/figures/{table}.xlsx",
    summary="导出一张表",
    response_class=Response,
    responses=SHEET | refusals(*STAFF_REFUSALS, RangeWrong, UnknownTable, ReasonMissing, SecondPersonNeeded),
)
async def table_sheet(
    table: Annotated[str, Path(max_length=40, description="表的代号")],
    actor: Supervisor,
    serving: Serving,
    first: First,
    last: Last,
    reason: audit.ExportReason = "",
) -> Response:
    """和页面上的是同一张；要写明为什么导出，每次记一条。"""
    make = figures.TABLES.get(table)
    if make is None:
        raise UnknownTable
    period = figures.checked(first, last)
    about = {"sheet": f"supervision/figures/{table}", "from": first.isoformat(), "to": last.isoformat()}
    why = await export_reason(serving, actor, "exported", about, reason)
    found = await serving.database.read(lambda session: make(session, period, serving))
    content = await asyncio.to_thread(figure_sheet, found, said(period))
    await exported(actor, serving, f"supervision/figures/{table}", period, why)
    return file(content, EXCEL, f"{found.title}{first:%Y%m%d}-{last:%Y%m%d}.xlsx")


@router.get(
    "/cases",
    response_model=ListedCases,
    summary="一个数后面是哪些办件",
    response_description="办件的一页",
    responses=refusals(*STAFF_REFUSALS, RangeWrong),
)
async def cases(actor: Supervisor, serving: Serving, query: Annotated[ListPage, Query()]) -> Response:
    """条件在表的每一行里（leads_to）；没有申请人的信息。"""
    return reply(await serving.database.read(lambda session: listed(session, query, query.after, serving)))


@router.get(
    "/cases.xlsx",
    summary="导出一份名单",
    response_class=Response,
    responses=SHEET | refusals(*STAFF_REFUSALS, RangeWrong, ReasonMissing, SecondPersonNeeded),
)
async def case_sheet(actor: Supervisor, serving: Serving, query: Annotated[ListExport, Query()]) -> Response:
    """条件和看名单一样，最多5000件；要写明为什么导出，每次记一条。"""
    about = {"sheet": "supervision/cases", **query.model_dump(mode="json", exclude={"reason"})}
    why = await export_reason(serving, actor, "exported", about, query.reason)
    found = await serving.database.read(lambda session: listed(session, query, 0, serving, MOST_LISTED))
    period = Period(query.first, query.last)
    cut = "　只列了前5000件，请缩小条件。" if found.next is not None else ""
    rows = [
        (one.number, one.item, one.department, one.window, one.state_label, one.day.isoformat(), one.say)
        for one in found.cases
    ]
    content = await asyncio.to_thread(
        sheet_of,
        "名单",
        f"{said(period)}{cut}",
        ("办件编号", "事项", "承办部门", "受理窗口", "状态", "日子", "说明"),
        (15, 30, 24, 20, 12, 13, 50),
        rows,
    )
    await exported(actor, serving, f"supervision/cases/{query.list.value}", period, why)
    return file(content, EXCEL, f"名单{query.first:%Y%m%d}-{query.last:%Y%m%d}.xlsx")


@router.get(
    "/reports/{month}.pdf",
    summary="电子监察月报",
    response_class=Response,
    responses=PDF | refusals(*STAFF_REFUSALS, RangeWrong, PdfNotMade),
)
async def report(
    month: Annotated[str, Path(pattern=r"^20\d\d-(0[1-9]|1[0-2])$", description="哪个月，例如 2026-11")],
    actor: Supervisor,
    serving: Serving,
) -> Response:
    """PDF，A4：摘要，各张表和图；没有个人信息，每次导出记一条。"""
    year, number = map(int, month.split("-"))
    following = date(year + number // 12, number % 12 + 1, 1)
    period = figures.checked(date(year, number, 1), following - timedelta(days=1))
    if period.first > serving.today():
        raise RangeWrong("这个月还没有到。")
    found = await serving.database.read(lambda session: figures.all_tables(session, period, serving))
    manuscript = manuscript_of(
        found,
        period,
        centre=centre_name(serving.catalogue),
        drawn=f"{moment_text(serving.now())}制作",
        today=serving.today(),
    )
    made = await serving.renderer.pdf(manuscript, REPORT)
    await exported(actor, serving, "supervision/report", period)
    return file(made, "application/pdf", f"电子监察月报{month}.pdf")


def view(table: FigureTable) -> FigureTableView:
    """A table as it is sent."""
    return FigureTableView(
        code=table.code,
        title=table.title,
        note=table.note,
        empty=table.empty,
        columns=[ColumnView(code=one.code, name=one.name, unit=one.unit) for one in table.columns],
        rows=[FigureRowView(cells=list(row.cells), leads_to=dict(row.leads_to)) for row in table.rows],
    )


def said(period: Period) -> str:
    """Of which days it is, in words."""
    return f"{day_text(period.first)}至{day_text(period.last)}"


async def exported(actor: Actor, serving: Serving, what: str, period: Period, reason: str = "") -> None:
    """Keep who has exported what of which days, and why."""
    about = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    about |= {"reason": reason} if reason else {}
    await audit.record(serving.database, serving.now(), actor.id, "exported", what, about)


def file(content: bytes, kind: str, name: str) -> Response:
    """A file to be saved under a Chinese name."""
    ending = name.rpartition(".")[2]
    headers = {
        "Content-Disposition": f"attachment; filename=\"supervision.{ending}\"; filename*=UTF-8''{quote(name)}",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=kind, headers=headers)
