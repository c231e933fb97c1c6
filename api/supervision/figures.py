"""Supervision's tables for a period: one for each thing that is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from api.platform.errors import RangeWrong
from api.services import Services
from api.supervision import figure_queries as queries
from api.supervision.figure_queries import Period
from knowledge.base.roles import ROLE_NAMES, Role
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.oversight.complaint_handling import ABOUT
from knowledge.cases.oversight.figure_table import Cell, Column, FigureRow, FigureTable, share
from knowledge.cases.oversight.misroutes import MisrouteLine, worst_first
from knowledge.cases.oversight.supervision import EVERY_MARK_NAME, SOON
from knowledge.cases.oversight.talk_figures import STAGE_NAMES, TalkFigures, TalkStage
from knowledge.cases.record.act import ACT_OF
from knowledge.exchange.ratings import GRADES, is_bad
from knowledge.guidance.routing import RULE_NAMES

LONGEST = timedelta(days=366)
"""Of a period."""

REFUSALS = {"wrong_state": "状态不对", "wrong_role": "不归这个身份", "stale_version": "别人先改过", "invalid_act": "填写有误"}  # fmt: skip

NUMBER = Column("count", "件数", "件")
"""The column that most tables count in."""

Maker = Callable[[AsyncSession, Period, Services], Awaitable[FigureTable]]


def checked(first: date, last: date) -> Period:
    """A period that can be looked at.

    Raises:
        RangeWrong: It ends before it begins, or is longer than a year.
    """
    if last < first or last - first > LONGEST:
        raise RangeWrong("日期范围不对：结束日期不能早于开始日期，最多看一年。")
    return Period(first, last)


def soon_until(today: date, services: Services) -> tuple[date, str]:
    """The last day that counts as soon; by natural days, said so, where working days are not known."""
    try:
        return services.calendar.add(today, SOON), ""
    except CalendarGap as gap:
        return today + timedelta(days=SOON), f"{gap}。「快到期」暂按自然日算。"


async def all_tables(
    session: AsyncSession, period: Period, services: Services, tables: Mapping[str, Maker] | None = None
) -> list[FigureTable]:
    """Every table, in the order of the screen and of the report; supervision's where no others are given."""
    return [await make(session, period, services) for make in (tables or TABLES).values()]


async def due_now(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Open cases by department as they are now, whatever the period."""
    today = services.today()
    until, gap = soon_until(today, services)
    rows = [
        FigureRow(
            (services.catalogue.department_name(department), every, soon, overdue),
            (("list", "overdue" if overdue else "soon"), ("department", department)),
        )
        for department, every, soon, overdue in await queries.open_by_department(session, today, until)
    ]
    return FigureTable(
        "due",
        "现在没有办完的",
        f"现在的情况，和选的时间无关；快到期是两个工作日以内到期。{gap}",
        (Column("department", "承办部门"), Column("open", "没有办完", "件"), Column("soon", "快到期", "件"), Column("overdue", "已经超期", "件")),
        tuple(sorted(rows, key=lambda row: _down(row, 3, 2, 1))),
        "现在没有在办的办件。",
    )  # fmt: skip


async def marks(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Kinds of marks, with the department that has most of each."""
    counted: dict[str, dict[str, int]] = {}
    for code, department, count in await queries.marks_by_kind(session, period):
        counted.setdefault(code, {})[department] = count
    rows = []
    for code, by in counted.items():
        most = max(sorted(by), key=lambda one: by[one])
        cells = (EVERY_MARK_NAME.get(code, code), sum(by.values()), services.catalogue.department_name(most), by[most])  # fmt: skip
        rows.append(FigureRow(cells, (("list", "mark"), ("code", code))))
    return FigureTable(
        "marks",
        "监察提示",
        "每个办件每种提示算一件，按提示记下的日子。",
        (Column("mark", "提示"), NUMBER, Column("department", "最多的部门"), Column("most", "其中", "件")),
        tuple(sorted(rows, key=lambda row: _down(row, 1))),
    )


async def days(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """What came in, was decided and was marked, day by day."""
    found = await queries.days_of(session, period)
    rows = tuple(FigureRow((day.isoformat(), *counts)) for day, counts in found.items())
    return FigureTable(
        "days",
        "每天的件数",
        "收到按提交的日子，决定按作出决定的日子；都是零的日子不列。",
        (Column("day", "哪一天"), Column("came", "收到", "件"), Column("decided", "作出决定", "件"), Column("marked", "有提示", "件")),
        rows,
    )  # fmt: skip


async def cards(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Cards of each department and what became of them."""
    rows = [
        FigureRow((services.catalogue.department_name(department), *counts))
        for department, *counts in await queries.cards_by_department(session, period, services.today())
    ]
    return FigureTable(
        "cards",
        "红黄牌",
        "按发牌的日子；收回的不算在黄牌、红牌里。",
        (
            Column("department", "部门"), Column("yellow", "黄牌", "张"), Column("red", "红牌", "张"), Column("withdrawn", "收回", "张"),
            Column("waiting", "等部门答复", "张"), Column("late", "其中逾期", "张"), Column("closed", "已了结", "张"),
        ),
        tuple(sorted(rows, key=lambda row: _down(row, 2, 1))),
    )  # fmt: skip


async def times_of_items(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Time by item against promise and law."""
    found = await queries.times_by(session, period, item=True)
    rows = [_time_row(row, row[1], (("list", "time"), ("item", row[0]))) for row in found]
    return _times("times_of_items", "各事项的用时", Column("item", "事项"), rows)


async def times_of_departments(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Time by department against promise and law."""
    found = await queries.times_by(session, period, item=False)
    name = services.catalogue.department_name
    rows = [_time_row(row, name(row[0]), (("list", "time"), ("department", row[0]))) for row in found]
    return _times("times_of_departments", "各部门的用时", Column("department", "部门"), rows)


def _times(code: str, title: str, about: Column, rows: list[FigureRow]) -> FigureTable:
    return FigureTable(
        code,
        title,
        "受理到决定的工作日，特别程序和上级办理的时间不算；承诺、法定是这些办件的平均期限。",
        (
            about, NUMBER, Column("mean", "平均用时", "工作日"), Column("longest", "最长", "工作日"), Column("promised", "承诺", "工作日"),
            Column("legal", "法定", "工作日"), Column("in_promise", "按承诺办结", "%"), Column("in_law", "按法定办结", "%"),
        ),
        tuple(sorted(rows, key=lambda row: _down(row, 1))),
        "这段时间没有作出决定的办件。",
    )  # fmt: skip


def _time_row(row: Row[Any], name: str, leads_to: tuple[tuple[str, str], ...]) -> FigureRow:
    _, _, count, average, longest, promised, legal, has_promise, in_promise, has_law, in_law = row
    cells: tuple[Cell, ...] = (
        name, count, _one(average), longest, _one(promised), _one(legal), share(in_promise, has_promise), share(in_law, has_law),
    )  # fmt: skip
    return FigureRow(cells, leads_to)


async def misroutes(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """误分派率 by item and rule, the worst share first."""
    lines = worst_first(MisrouteLine(*row) for row in await queries.routed(session, period))
    items = services.catalogue.items
    rows = tuple(
        FigureRow(
            (
                items[one.item].name if one.item in items else one.item,
                RULE_NAMES.get(one.rule, one.rule),
                one.cases,
                one.transferred,
                share(one.transferred, one.cases),
            ),
            (("list", "misroute"), ("item", one.item), ("rule", one.rule)) if one.transferred else (),
        )
        for one in lines
    )
    return FigureTable(
        "misroutes",
        "误分派",
        "按提交的日子；转走的是后来转到别的窗口的。",
        (
            Column("item", "事项"), Column("rule", "分派规则"), Column("cases", "分了", "件"), Column("transferred", "转走", "件"),
            Column("share", "误分派率", "%"),
        ),
        rows,
    )  # fmt: skip


async def refused(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Acts that were tried and not possible, by act, role and reason."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for act, role, codes in await queries.refused(session, period):
        counted[act, role, "、".join(sorted({REFUSALS.get(code, "条件不够") for code in codes}))] += 1
    rows = tuple(
        FigureRow((_act_name(act), ROLE_NAMES.get(Role(role), role), why, count), (("list", "refused"), ("act", act), ("role", role)))
        for (act, role, why), count in counted.most_common()
    )  # fmt: skip
    return FigureTable(
        "refused",
        "没有做成的操作",
        "谁想做而状态、身份或者条件不允许的。",
        (Column("act", "想做的操作"), Column("role", "身份"), Column("why", "为什么没有做成"), Column("count", "次数", "次")),
        rows,
    )  # fmt: skip


def _act_name(act: str) -> str:
    return ACTS[ACT_OF[act]].words.name if act in ACT_OF else act


async def talk(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Asked, understood, self-served, submitted, handed over."""
    found = await talk_figures(session, period)
    lines: list[tuple[str, int, float | None]] = [
        ("来问的对话", found.asked, None),
        ("听懂了办什么事", found.understood, share(found.understood, found.asked)),
        ("自己办到告知单", found.self_served, share(found.self_served, found.asked)),
        ("自己提交了", found.submitted, share(found.submitted, found.asked)),
        ("要人工的", found.handed_over, share(found.handed_over, found.asked)),
        ("没有听懂的话（句）", found.not_understood, None),
    ]
    return FigureTable(
        "talk",
        "对话",
        "按对话开始的日子，一份草稿算一个对话；没有听懂的话按说的日子，一句算一次。",
        (Column("what", "什么"), Column("count", "多少", "个"), Column("share", "占来问的", "%")),
        tuple(FigureRow(line) for line in lines),
    )


async def left_off(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Where conversations stand that were not submitted."""
    found = await talk_figures(session, period)
    stopped = [
        (stage, found.at_stage.get(stage, 0)) for stage in TalkStage if stage is not TalkStage.SUBMITTED
    ]
    every = sum(count for _, count in stopped)
    rows = tuple(FigureRow((STAGE_NAMES[stage], count, share(count, every))) for stage, count in stopped)
    return FigureTable(
        "left_off",
        "停在哪一步",
        "这段时间开始、还没有提交的对话，现在停在哪里。",
        (Column("stage", "停在"), Column("count", "多少", "个"), Column("share", "占没有提交的", "%")),
        rows if every else (),
    )


async def talk_figures(session: AsyncSession, period: Period) -> TalkFigures:
    """What the store of the talk holds of a period."""
    return TalkFigures(
        await queries.talk_stages(session, period),
        await queries.not_understood(session, period),
        await queries.handed_over(session, period),
    )


async def ratings(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Grades, and what became of the bad ones."""
    found = await queries.grades(session, period, services.today())
    every = sum(row[1] for row in found)
    rows = tuple(
        FigureRow(
            (GRADES[grade], count, share(count, every), *(rest if is_bad(grade) else (None, None, None)))
        )
        for grade, count, *rest in sorted(found, key=lambda row: row[0])
    )
    return FigureTable(
        "ratings",
        "好差评",
        "按评价的日子；不满意、非常不满意是差评，要核实答复。",
        (
            Column("grade", "满意度"), Column("count", "几次", "次"), Column("share", "占", "%"), Column("answered", "差评已答复", "次"),
            Column("waiting", "差评等答复", "次"), Column("late", "其中逾期", "次"),
        ),
        rows,
    )  # fmt: skip


async def complaints(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Complaints by what they are about; what they say is their handler's alone."""
    rows = tuple(
        FigureRow((ABOUT[about], *counts))
        for about, *counts in await queries.complaints(session, period, services.today())
    )
    return FigureTable(
        "complaints",
        "投诉",
        "按投诉的日子；内容只有处理它的督查人员看得到。",
        (
            Column("about", "投诉谁"), Column("count", "收到", "件"), Column("open", "正在处理", "件"), Column("answered", "已答复", "件"),
            Column("above", "由上级处理", "件"), Column("late", "逾期没有答复", "件"),
        ),
        rows,
    )  # fmt: skip


TABLES: dict[str, Maker] = {
    "due": due_now,
    "days": days,
    "marks": marks,
    "cards": cards,
    "times_of_items": times_of_items,
    "times_of_departments": times_of_departments,
    "misroutes": misroutes,
    "refused": refused,
    "ratings": ratings,
    "complaints": complaints,
    "talk": talk,
    "left_off": left_off,
}
"""Every table by its code."""


def _one(value: object) -> float | None:
    """An average to one place; PostgreSQL gives a decimal."""
    return None if value is None else round(float(value), 1)  # type: ignore[arg-type]


def _down(row: FigureRow, *places: int) -> tuple[object, ...]:
    """Sorts by some figures, the most first, then by name."""
    return (*(-(row.cells[place] or 0) for place in places), str(row.cells[0]))  # type: ignore[operator]
