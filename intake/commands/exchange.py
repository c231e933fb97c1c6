"""``intake exchange export`` and ``intake archive``: cases for other systems and for the archive."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.problems import Problem

if TYPE_CHECKING:
    from intake.offline import Offline
    from intake.recording import Counted

commands = typer.Typer(no_args_is_help=True)


@commands.callback()
def exchange() -> None:
    """和别的系统交换数据。"""


@commands.command(
    "export", help="按国家标准（GB/T 39046）的字段名导出办件记录；不合标准的单独列出，不丢一条。"
)
def export(
    first: Annotated[str, typer.Option("--from", help="从哪天收到的办件，例如 2026-11-01。")],
    last: Annotated[str, typer.Option("--to", help="到哪天，含当天。")],
    out: Annotated[Path, typer.Option(help="写到哪个文件夹。")],
    format_: Annotated[str, typer.Option("--format", help="jsonl 或 xlsx。")] = "jsonl",
    department: Annotated[str, typer.Option(help="只要一个部门的（部门编号）。")] = "",
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """Write the records of a range of days; exit code 1 where some of them are faulty."""
    from intake.recording import FORMATS

    console.out.quiet = json
    begin, end = _day(first), _day(last)
    faults = [
        f"{name} 应写成 2026-11-01 这样的日期。"
        for name, day in (("--from", begin), ("--to", end))
        if day is None
    ]
    if begin and end and end < begin:
        faults.append("结束日期不能早于开始日期。")
    if format_ not in FORMATS:
        faults.append(f"不认识的格式 {format_}。请用 {'、'.join(FORMATS)} 之一。")
    if faults or begin is None or end is None:
        raise Problem("".join(faults))
    counted = _exported((begin, end), out, format_, department, data_dir)
    if json:
        console.as_json(_as_data(counted))
    else:
        _show(counted, out)
    if any(counted.faulty.values()):
        raise typer.Exit(1)


def archive(
    number: Annotated[str, typer.Argument(help="办件编号。")],
    out: Annotated[Path | None, typer.Option(help="写到哪个文件；不写就是 办件编号.zip。")] = None,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """Pack one case: index, notices, application, papers, result, rating and log, with checksums."""
    from intake.archiving import write
    from intake.offline import run

    console.out.quiet = json
    target = out or Path(f"{number}.zip")
    written = run(data_dir, lambda house: write(house, number, target))
    if json:
        console.as_json(
            {"case": number, "file": str(target), "bytes": written.size, "papers": written.papers}
        )
    else:
        console.say(f"办件 {number} 已归档到 {target}：{written.papers}件，{written.size}字节，校验无误。")


def _exported(days: tuple[date, date], out: Path, format_: str, department: str, data_dir: Path) -> Counted:
    from intake.offline import run
    from intake.recording import FORMATS, Counted

    async def work(house: Offline) -> Counted:
        from api.access import audit
        from api.exchange.record_stream import Range, stream

        if department and department not in house.catalogue.departments:
            known = "、".join(sorted(house.catalogue.departments))
            raise Problem(f"事项库里没有部门「{department}」。可以用：{known}。")
        wanted = Range(*days, department=department)
        about = {"from": days[0].isoformat(), "to": days[1].isoformat(), "format": format_}
        await audit.record(
            house.database, house.now(), audit.CONSOLE, "records_exported", department or "all", about
        )
        counted = Counted()
        name = f"records-{days[0]:%Y%m%d}-{days[1]:%Y%m%d}"
        with console.step("导出办件记录") as tell, FORMATS[format_](out, name, counted) as writer:
            async for case in stream(house, wanted):
                for one in case.records:
                    writer.write(one, counted.count(one))
                counted.cases += 1
                if counted.cases % 100 == 0:
                    tell(f"{counted.cases}个办件，{counted.line}条记录")
        return counted

    try:
        out.mkdir(parents=True, exist_ok=True)
        return run(data_dir, work)
    except OSError as error:
        raise Problem(f"写不了文件夹 {out}（{error.strerror}）。请检查权限和磁盘空间。") from error


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _as_data(counted: Counted) -> dict[str, Any]:
    return {
        "cases": counted.cases,
        "records": counted.records,
        "faulty": counted.faulty,
        "files": counted.files,
    }


def _show(counted: Counted, out: Path) -> None:
    from api.exchange.national_records import KINDS

    rows = [(KINDS[kind], counted.records[kind], counted.faulty[kind]) for kind in KINDS]
    console.table("导出的记录", ["记录", "合格", "有误"], rows)
    console.say(
        f"{counted.cases}个办件，写在 {out}：{'、'.join(counted.files)}。文件里有个人信息，请妥善保管。"
    )
    if any(counted.faulty.values()):
        console.say("有误的记录连同字段和原因写在 faulty.jsonl（Excel 里是「有误」一页），补齐后再导出一次。")
