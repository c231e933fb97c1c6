"""What supervision sees."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from api.platform.schemas import View


class Overview(View):
    """The centre today."""

    day: date = Field(description="统计的日子")
    open: int = Field(description="没有办完的办件数")
    overdue: int = Field(description="其中最近的期限已经过了的")
    soon: int = Field(description="其中两个工作日内到期的")
    marks: dict[str, int] = Field(description="近30天各类提示的件数：提示代号到件数")
    mark_names: dict[str, str] = Field(description="提示代号到中文名称，各类都有")
    refused_acts: int = Field(description="近30天想做而没有做成的操作次数")
    calendar: str = Field(description="工作日算不到那么远时的说明；算得出时为空")


class MarkedCase(View):
    """A mark on a case."""

    number: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    state_label: str = Field(description="办件状态的中文名称")
    department: str = Field(description="承办部门的编号")
    window: str = Field(description="受理窗口的编号")
    code: str = Field(description="提示的代号，例如 overdue 超期")
    day: date = Field(description="哪一天记下的")
    say: str = Field(description="提示的内容，一句话")


class MarkedCases(View):
    """A page of marks, the latest first; ``next`` asks for the following page."""

    marks: list[MarkedCase] = Field(description="这一页的提示，最近的在前")
    next: str | None = Field(description="取下一页时作为 after；没有下一页时为空")


class Misroute(View):
    """误分派: of the cases of an item that a rule routed, how many were transferred."""

    item: str = Field(description="业务办理项编号")
    item_name: str = Field(description="事项名称；事项库里已经没有时写编号")
    rule: str = Field(description="选窗口用的分派规则的代号")
    rule_name: str = Field(description="规则的中文名称")
    cases: int = Field(description="按这条规则分了几件")
    transferred: int = Field(description="其中后来转走的几件")
    share: float = Field(description="误分派率，0到1")


class Misroutes(View):
    """All of them, the worst share first."""

    since: date = Field(description="从哪一天起统计")
    lines: list[Misroute] = Field(description="按事项和规则列出，误分派率高的在前")


class RefusedAct(View):
    """An act that was tried and not possible."""

    at: datetime = Field(description="什么时候")
    number: str = Field(description="办件编号")
    actor: str = Field(description="工作人员账号")
    role: str = Field(description="以什么身份")
    act: str = Field(description="想做的操作的代号")
    state: str = Field(description="当时的办件状态的代号")
    codes: list[str] = Field(description="每一条不能做的原因的代号")


class RefusedActs(View):
    """The latest ones."""

    acts: list[RefusedAct] = Field(description="没有做成的操作，最近的在前")


class ColumnView(View):
    """A column of a table of figures."""

    code: str = Field(description="列的代号")
    name: str = Field(description="列的名称")
    unit: str = Field(description="单位，例如 件、%、工作日；是文字的列为空文字")


class FigureRowView(View):
    """A row; cells in the order of the columns."""

    cells: list[str | int | float | None] = Field(description="各列的内容；没有可说的为空")
    leads_to: dict[str, str] = Field(
        description="这一行是哪些办件：看名单时的条件（list、code、item、department、rule 等）；没有名单的为空"
    )


class FigureTableView(View):
    """Figures of one thing."""

    code: str = Field(description="表的代号，导出时用")
    title: str = Field(description="表的名称")
    note: str = Field(description="怎么算的，一句话")
    empty: str = Field(description="没有一行时说的话")
    columns: list[ColumnView] = Field(description="各列")
    rows: list[FigureRowView] = Field(description="各行")


class FigureList(View):
    """Every table of a period."""

    first: date = Field(description="从哪一天")
    last: date = Field(description="到哪一天，含这一天")
    tables: list[FigureTableView] = Field(description="各张表，按页面上的先后")


class ListedCase(View):
    """A case behind a figure; no personal data."""

    number: str = Field(description="办件编号")
    item: str = Field(description="事项名称")
    department: str = Field(description="承办部门的名称")
    window: str = Field(description="受理窗口")
    state_label: str = Field(description="办件状态的中文名称")
    day: date = Field(description="哪一天的：到期、提示、决定、提交或者操作的日子")
    say: str = Field(description="为什么在名单里，一句话")


class ListedCases(View):
    """A page of a list."""

    cases: list[ListedCase] = Field(description="这一页的办件")
    next: int | None = Field(description="取下一页时作为 after；没有下一页时为空")
