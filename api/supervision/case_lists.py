"""The cases behind a figure: overdue ones, those with a mark, the slow ones, the transferred ones, those on which something was refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field
from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import NO_DAY, CaseMarkRow, CaseRow, RefusedActRow
from api.platform.clock import at_centre
from api.platform.schemas import Day, Payload
from api.services import Services
from api.supervision.figure_queries import Period
from api.supervision.figures import REFUSALS, checked, soon_until
from api.supervision.models import HandlingTimeRow
from api.supervision.schemas import ListedCase, ListedCases
from knowledge.base.dates import day_text, moment_text
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.oversight.supervision import EVERY_MARK_NAME
from knowledge.cases.record.act import ACT_OF
from knowledge.cases.record.state import STATES

PAGE = 100
FURTHEST = 10_000
"""Lines of a list; who wants more asks for a shorter time."""


class CaseList(StrEnum):
    """Which cases."""

    SOON = "soon"
    OVERDUE = "overdue"
    MARK = "mark"
    TIME = "time"
    MISROUTE = "misroute"
    REFUSED = "refused"


Word = Annotated[str, Field(max_length=120)]


class ListQuery(Payload):
    """Which list, of which days, and what restricts it; what is left empty does not."""

    list: CaseList = Field(
        description="soon 快到期、overdue 已经超期（都是现在的情况）、mark 有提示、time 决定了的、misroute 转走的、refused 有操作没有做成的"
    )
    first: Day = Field(alias="from", description="从哪一天")
    last: Day = Field(alias="to", description="到哪一天，含这一天")
    code: Word = Field(default="", description="提示的代号，只用于 mark")
    item: Word = Field(default="", description="业务办理项的编号")
    department: Word = Field(default="", description="承办部门的编号")
    rule: Word = Field(default="", description="分派规则的代号，只用于 misroute")
    act: Word = Field(default="", description="操作的代号，只用于 refused")
    role: Word = Field(default="", description="身份的代号，只用于 refused")
    late: bool = Field(default=False, description="只看超过承诺期限的，只用于 time")


class ListExport(ListQuery):
    """A list that is taken out."""

    reason: Annotated[str, Field(max_length=200)] = Field(
        default="", description="为什么导出，记在操作记录里；不能不写"
    )


class ListPage(ListQuery):
    """A page of a list."""

    after: int = Field(default=0, ge=0, le=FURTHEST, description="上一页的 next")


_CASE = (CaseRow.number, CaseRow.item, CaseRow.department, CaseRow.window, CaseRow.state)


async def listed(
    session: AsyncSession, wanted: ListQuery, after: int, services: Services, most: int = PAGE
) -> ListedCases:
    """A page of a list.

    Raises:
        RangeWrong: The days are not in order, or too many.
    """
    period = checked(wanted.first, wanted.last)
    query = _QUERIES[wanted.list](wanted, period, services)
    query = _restricted(query, wanted).offset(after).limit(most + 1)
    rows = (await session.execute(query)).all()
    more = len(rows) > most and after + most < FURTHEST
    return ListedCases(
        cases=[_line(row, wanted.list, services) for row in rows[:most]],
        next=after + most if more else None,
    )


def _restricted(query: Select[Any], wanted: ListQuery) -> Select[Any]:
    if wanted.item:
        query = query.where(CaseRow.item_id == wanted.item)
    if wanted.department:
        query = query.where(_department(wanted.list) == wanted.department)
    return query


def _department(which: CaseList) -> Any:
    """The department that the figure counted it to: of a mark the one that had the case then."""
    return {CaseList.MARK: CaseMarkRow.department, CaseList.TIME: HandlingTimeRow.department}.get(
        which, CaseRow.department
    )


def _soon(wanted: ListQuery, period: Period, services: Services) -> Select[Any]:
    today = services.today()
    until, _ = soon_until(today, services)
    return (
        select(*_CASE, CaseRow.queue_day.label("day"))
        .where(CaseRow.is_open, CaseRow.queue_day >= today, CaseRow.queue_day <= until)
        .order_by(CaseRow.queue_day, CaseRow.number)
    )


def _overdue(wanted: ListQuery, period: Period, services: Services) -> Select[Any]:
    return (
        select(*_CASE, CaseRow.queue_day.label("day"))
        .where(CaseRow.is_open, CaseRow.queue_day < services.today(), CaseRow.queue_day < NO_DAY)
        .order_by(CaseRow.queue_day, CaseRow.number)
    )


def _marked(wanted: ListQuery, period: Period, services: Services) -> Select[Any]:
    query = (
        select(*_CASE, CaseMarkRow.day.label("day"), CaseMarkRow.code, CaseMarkRow.say)
        .join(CaseMarkRow, CaseMarkRow.case_number == CaseRow.number)
        .where(CaseMarkRow.day >= period.first, CaseMarkRow.day <= period.last)
        .order_by(CaseMarkRow.day.desc(), CaseRow.number.desc(), CaseMarkRow.code)
    )
    return query.where(CaseMarkRow.code == wanted.code) if wanted.code else query


def _timed(wanted: ListQuery, period: Period, services: Services) -> Select[Any]:
    time = HandlingTimeRow
    query = (
        select(*_CASE, time.decided_on.label("day"), time.days, time.promised, time.legal, time.in_promise)
        .join(time, time.case_number == CaseRow.number)
        .where(time.decided_on >= period.first, time.decided_on <= period.last)
        .order_by(time.days.desc(), CaseRow.number)
    )
    return query.where(time.in_promise.is_(False)) if wanted.late else query


def _transferred(wanted: ListQuery, period: Period, services: Services) -> Select[Any]:
    query = (
        select(*_CASE, CaseRow.received_at)
        .where(CaseRow.transferred, CaseRow.received_at >= period.begins, CaseRow.received_at < period.ends)
        .order_by(CaseRow.number.desc())
    )
    return query.where(CaseRow.rule == wanted.rule) if wanted.rule else query


def _refused(wanted: ListQuery, period: Period, services: Services) -> Select[Any]:
    refused = RefusedActRow
    query = (
        select(*_CASE, refused.at, refused.act, refused.actor, refused.codes)
        .join(refused, refused.case_number == CaseRow.number)
        .where(refused.at >= period.begins, refused.at < period.ends)
        .order_by(refused.id.desc())
    )
    query = query.where(refused.act == wanted.act) if wanted.act else query
    return query.where(refused.role == wanted.role) if wanted.role else query


_QUERIES: dict[CaseList, Callable[[ListQuery, Period, Services], Select[Any]]] = {
    CaseList.SOON: _soon,
    CaseList.OVERDUE: _overdue,
    CaseList.MARK: _marked,
    CaseList.TIME: _timed,
    CaseList.MISROUTE: _transferred,
    CaseList.REFUSED: _refused,
}


def _line(row: Row[Any], which: CaseList, services: Services) -> ListedCase:
    day, say = _SAYS[which](row)
    window = services.catalogue.windows.get(row.window)
    return ListedCase(
        number=row.number,
        item=row.item,
        department=services.catalogue.department_name(row.department),
        window=f"{window.number} {window.name}" if window else row.window,
        state_label=STATES[row.state].label,
        day=day,
        say=say,
    )


def _due(row: Row[Any]) -> tuple[date, str]:
    return row.day, f"最近的期限{day_text(row.day)}。"


def _mark(row: Row[Any]) -> tuple[date, str]:
    return row.day, f"{EVERY_MARK_NAME.get(row.code, row.code)}：{row.say}"


def _time(row: Row[Any]) -> tuple[date, str]:
    promised = f"，承诺{row.promised}个" if row.promised is not None else ""
    legal = f"，法定{row.legal}个" if row.legal is not None else ""
    late = "，超过了承诺" if row.in_promise is False else ""
    return row.day, f"用了{row.days}个工作日{promised}{legal}{late}。"


def _moved(row: Row[Any]) -> tuple[date, str]:
    return at_centre(row.received_at).date(), "提交以后转到了别的窗口。"


def _tried(row: Row[Any]) -> tuple[date, str]:
    at = at_centre(row.at)
    act = ACTS[ACT_OF[row.act]].words.name if row.act in ACT_OF else row.act
    why = "、".join(sorted({REFUSALS.get(code, "条件不够") for code in row.codes}))
    return at.date(), f"{moment_text(at)}，{row.actor}想做「{act}」，{why}。"


_SAYS: dict[CaseList, Callable[[Row[Any]], tuple[date, str]]] = {
    CaseList.SOON: _due,
    CaseList.OVERDUE: _due,
    CaseList.MARK: _mark,
    CaseList.TIME: _time,
    CaseList.MISROUTE: _moved,
    CaseList.REFUSED: _tried,
}
