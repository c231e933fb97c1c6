"""``intake library releases | publish | rollback | export | import``: what the studio does with releases, without a browser."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.problems import Problem

if TYPE_CHECKING:
    from api.services import Services
    from api.studio.release_schemas import Phase, PublishingReport, PublishingView, Releases
    from knowledge.studio.library_file import LibraryFile

commands = typer.Typer(no_args_is_help=True)

Note = Annotated[str, typer.Option("--note", help="说明，给同事看。")]
Number = Annotated[
    int, typer.Argument(min=1, help="第几版，用 intake library releases 查看；第1版是随附的文件。")
]


@commands.command("releases", help="看有哪几版、正在用哪一版、发布以后又改了什么。")
def releases(data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """List them."""
    from api.studio import releases as rooms
    from intake.library import work_on

    console.out.quiet = json
    found: Releases = work_on(
        data_dir, lambda services: services.database.read(lambda session: rooms.releases(session, services))
    )
    console.as_json(found.model_dump(mode="json")) if json else _show(found)


@commands.command(
    "publish", help="发布：检查，拿句子和对话测改以前和改以后，合格的冻结成一版。按 Ctrl-C 停下，什么也不变。"
)
def publish(
    note: Note = "",
    only_measure: Annotated[bool, typer.Option("--only-measure", help="只检查和测量，不发布。")] = False,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """Publish; exit code 1 where it was refused or stopped."""
    from api.studio import publishing
    from api.studio.release_schemas import PHASE_NAMES, Ending, PublishWanted
    from intake.library import OPERATOR, work_on

    console.out.quiet = json

    async def work(services: Services) -> PublishingView:
        stopped = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        with console.step("发布") as tell:

            def told(phase: Phase, done: int, total: int) -> None:
                tell(f"{PHASE_NAMES[phase]} {done} / {total}" if total else PHASE_NAMES[phase])

            wanted = PublishWanted(note=note[:200], only_measures=only_measure)
            begun = await publishing.begun(wanted, OPERATOR, services)
            await publishing.publish(begun, services, stopped.is_set, told)
        return await publishing.progress(services)

    done: PublishingView = work_on(data_dir, work, with_dialogue=True)
    console.as_json(done.model_dump(mode="json")) if json else _tell(done)
    if done.ending not in (Ending.PUBLISHED, Ending.MEASURED):
        raise typer.Exit(1)


@commands.command("rollback", help="退回到一版：每个条目回到那一版的样子，正在运行的服务几秒里就用上。")
def rollback(number: Number, note: Note = "", data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Go back to a release."""
    from api.studio.releases import roll_back
    from intake.library import OPERATOR, work_on

    console.out.quiet = json
    found: Releases = work_on(data_dir, lambda services: roll_back(number, note[:200], OPERATOR, services))
    if json:
        console.as_json(found.model_dump(mode="json"))
    else:
        console.say(
            f"退回到第{number}版了，现在是第{found.running}版。退错了，再退回第{found.running - 1}版。"
        )


@commands.command("export", help="把改动写到一个文件：.yaml 连同回归测试的对话，.xlsx 每个条目一行。")
def export(
    file: Annotated[Path, typer.Argument(help="写到哪个文件，.yaml 或者 .xlsx。")],
    release: Annotated[
        int | None, typer.Option("--release", min=1, help="哪一版的，只用于 .yaml；不写是现在的。")
    ] = None,
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Write what was edited."""
    from api.studio.library_file import rows_of_sheet, written
    from intake.exporting import write_yaml
    from intake.library import work_on
    from knowledge.studio.library_sheet import written_sheet

    if _is_sheet(file):
        rows = work_on(data_dir, rows_of_sheet)
        file.write_bytes(written_sheet(rows))
        console.say(f"已写到 {file}：{len(rows)}个条目。")
        return
    found: LibraryFile = work_on(data_dir, lambda services: written(release, services))
    write_yaml(found.plain, file)
    console.say(f"已写到 {file}：{len(found.entries)}个条目的改动，{len(found.conversations)}段对话。")


@commands.command("import", help="照一个文件改：里面的条目变成文件里的样子，别的不动；有错就什么也不改。")
def import_(
    file: Annotated[Path, typer.Argument(help="用 export 写出、改好的 .yaml 或者 .xlsx。")],
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Take a file in; what it changes counts at once."""
    from api.studio.library_file import Taken, take_in
    from intake.library import OPERATOR, work_on
    from knowledge.base.marked_yaml import read
    from knowledge.studio.library_file import library_file
    from knowledge.studio.library_sheet import read_sheet

    if not file.is_file():
        raise Problem(f"没有文件 {file}。")
    found, places = (
        read_sheet(file.read_bytes()) if _is_sheet(file) else (library_file(read(file, file.parent)), None)
    )
    taken: Taken = work_on(data_dir, lambda services: take_in(found, OPERATOR, services, places))
    console.say(
        f"改了{taken.entries}个条目，多了{taken.conversations}段对话，马上生效。要冻结成一版，运行 intake library publish。"
    )


def _is_sheet(file: Path) -> bool:
    if file.suffix not in (".yaml", ".yml", ".xlsx"):
        raise Problem(f"{file.name} 的后缀要是 .yaml 或者 .xlsx。")
    return file.suffix == ".xlsx"


def _show(found: Releases) -> None:
    from api.platform.clock import at_centre

    rows = [
        (
            f"第{one.number}版{'（正在用）' if one.running else ''}",
            f"{at_centre(one.at):%Y-%m-%d %H:%M}" if one.at else "随程序",
            one.by_name,
            f"退回到第{one.restores}版 {one.note}".strip() if one.restores else one.note,
            one.edited,
        )
        for one in found.releases
    ]
    console.table("知识库", ("版", "什么时候", "谁", "说明", "改了几条"), rows)
    console.say(f"发布以后又改了{found.unpublished_total}条。" if found.unpublished else "没有要发布的。")
    for one in found.unpublished:
        console.say(f"{one.kind_name}「{one.name}」：{'；'.join(part.line for part in one.differences)}")


def _tell(done: PublishingView) -> None:
    console.say(f"{done.ending_name}。")
    report: PublishingReport = done.report
    for fault in report.faults:
        console.say(fault)
    for what, total, before, after in (
        ("句子", report.sentences, report.sentences_before, report.sentences_after),
        ("对话", report.conversations, report.conversations_before, report.conversations_after),
    ):
        console.say(f"{what}{total}：改以前对{before}，改以后对{after}。")
    for group in report.groups:
        console.say(
            f"{group.group}：对的从{group.before}到{group.after}（共{group.total}）{'，变差了' if group.worse else ''}"
        )
        for one in group.lost:
            console.say(f"  「{one.text}」{'；'.join(one.why)}")
