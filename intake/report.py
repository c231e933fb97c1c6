"""The report of an import as tables."""

from __future__ import annotations

from collections.abc import Sequence

from intake import console
from knowledge.imports.report import Report

SHOWN = 30
"""Rows of a table; all of them are in the output of ``--json``."""


def print_report(report: Report, version: str | None) -> None:
    """What was taken, mended and refused, and why."""
    console.say(
        f"来源：{report.source}。读到{report.read}条，收下{report.taken}个事项、{report.materials}种材料，"
        f"整理{len(report.mended)}处，没有收{len(report.refused)}条，重名{len(report.duplicates)}组。"
    )
    console.table(
        "整理过的字段",
        ["字段", "怎么处理", "原因", "次数", "行号", "例子"],
        [
            (
                group.field,
                group.what,
                group.why,
                group.count,
                _lines(group.lines, group.count),
                _first(group.examples),
            )
            for group in report.mended_groups()
        ],
    )
    refused = [(one.line, one.name[:40], one.why) for one in report.refused]
    console.table("没有收的记录", ["行号", "名称", "原因"], _cut(refused))
    doubled = [(one.name[:40], "、".join(map(str, one.lines)), one.how) for one in report.duplicates]
    console.table("重名的事项", ["名称", "行号", "怎么区分"], _cut(doubled))
    if version:
        console.say(f"事项库已更新，版本 {version}。正在运行的服务会自己换上新版本。")
    else:
        console.say("一条也没有收，事项库没有改动。")


def _lines(lines: tuple[int, ...], count: int) -> str:
    listed = "、".join(map(str, lines))
    return f"{listed}等" if count > len(lines) else listed


def _first(examples: tuple[str, ...]) -> str:
    return examples[0] if examples else ""


def _cut(rows: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    if len(rows) <= SHOWN:
        return list(rows)
    filler: tuple[object, ...] = ("",) * (len(rows[0]) - 1)
    return [*rows[:SHOWN], (f"还有{len(rows) - SHOWN}条，用 --json 看全部", *filler)]
