"""The manuscript of supervision's monthly report (电子监察月报) as PDF; it is set in another process (``api.printing``)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from api.supervision.figure_queries import Period
from knowledge.base.dates import day_text
from knowledge.cases.oversight.figure_table import Cell, Column, FigureTable, cell_text

MOST_BARS, MOST_ROWS = 12, 40
"""Of a chart and a table on paper; what is longer is on the screen and in the sheet."""

CHARTS: Mapping[str, str] = {
    "due": "open",
    "marks": "count",
    "cards": "yellow",
    "times_of_items": "mean",
    "times_of_departments": "mean",
    "misroutes": "share",
    "refused": "count",
    "ratings": "count",
    "complaints": "count",
    "talk": "count",
    "left_off": "count",
    "understood": "count",
    "weeks": "asked",
    "wishes": "count",
    "missing": "count",
}
"""Table to the column that its bars show."""


def manuscript_of(
    tables: Sequence[FigureTable], period: Period, *, centre: str, drawn: str, today: date
) -> str:
    """What the template is given, as JSON.

    Args:
        drawn: When it was made, as a sentence.
    """
    until = min(period.last, today)
    data = {
        "title": f"电子监察月报 {period.first.year}年{period.first.month}月",
        "centre": centre,
        "drawn": drawn,
        "period": f"{day_text(period.first)}至{day_text(until)}"
        + ("。这个月还没有过完。" if until < period.last else "。"),
        "summary": summary({one.code: one for one in tables}),
        "tables": [_part(one) for one in tables],
    }
    return json.dumps(data, ensure_ascii=False)


def library_manuscript(tables: Sequence[FigureTable], period: Period, *, centre: str, drawn: str) -> str:
    """What the template is given for the report of the library, as JSON."""
    (understood,) = [one for one in tables if one.code == "understood"]
    data = {
        "title": "知识库报告：听懂得怎么样",
        "centre": centre,
        "drawn": drawn,
        "period": f"{day_text(period.first)}至{day_text(period.last)}。",
        "summary": [_sentence(row.cells) for row in understood.rows[:6]],
        "tables": [_part(one) for one in tables],
    }
    return json.dumps(data, ensure_ascii=False)


def _sentence(cells: Sequence[Cell]) -> str:
    what, count, share = cells
    return f"{what}：{count}{f'，占{share}%' if share is not None else ''}。"


def summary(tables: Mapping[str, FigureTable]) -> list[str]:
    """What the tables say in a few sentences."""
    came, decided = (_sum(tables["days"], code) for code in ("came", "decided"))
    yellow, red, waiting = (_sum(tables["cards"], code) for code in ("yellow", "red", "waiting"))
    bad = sum(_sum(tables["ratings"], code) for code in ("answered", "waiting"))
    talk = {str(row.cells[0]): row.cells[1] for row in tables["talk"].rows}
    return [
        f"收到{came}件，作出决定{decided}件。",
        f"现在没有办完{_sum(tables['due'], 'open')}件，其中已经超期{_sum(tables['due'], 'overdue')}件。",
        f"监察提示{_sum(tables['marks'], 'count')}件，发黄牌{yellow}张、红牌{red}张，等部门答复{waiting}张。",
        f"评价{_sum(tables['ratings'], 'count')}次，其中差评{bad}次；投诉{_sum(tables['complaints'], 'count')}件。",
        f"来问的对话{talk.get('来问的对话', 0)}个，自己提交了{talk.get('自己提交了', 0)}个。",
    ]


def _part(table: FigureTable) -> dict[str, Any]:
    rows = table.rows[:MOST_ROWS]
    left = len(table.rows) - len(rows)
    return {
        "title": table.title,
        "note": table.note,
        "empty": table.empty,
        "columns": [_heading(column) for column in table.columns],
        "figures": [bool(column.unit) for column in table.columns],
        "widths": [1.4 if column.unit else 3 for column in table.columns],
        "rows": [[cell_text(*pair) for pair in zip(row.cells, table.columns, strict=True)] for row in rows],
        "cut": f"还有{left}行，见工作台的「监察」或者 Excel。" if left else "",
        "chart": _chart(table),
    }


def _chart(table: FigureTable) -> dict[str, Any] | None:
    code = CHARTS.get(table.code)
    if code is None:
        return None
    place = _place(table, code)
    column = table.columns[place]
    bars = [(str(row.cells[0]), row.cells[place]) for row in table.rows[:MOST_BARS]]
    most = max((_number(value) for _, value in bars), default=0.0)
    if not most:
        return None
    return {
        "title": _heading(column),
        "bars": [
            {"name": name, "part": 100 * _number(value) / most, "said": cell_text(value, column)}
            for name, value in bars
        ],
    }


def _heading(column: Column) -> str:
    return f"{column.name}（{column.unit}）" if column.unit else column.name


def _place(table: FigureTable, code: str) -> int:
    return next(place for place, column in enumerate(table.columns) if column.code == code)


def _sum(table: FigureTable, code: str) -> int:
    return int(_figures(table, code))


def _figures(table: FigureTable, code: str) -> float:
    place = _place(table, code)
    return sum(_number(row.cells[place]) for row in table.rows)


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, (int, float)) else 0.0
