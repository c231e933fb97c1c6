"""``intake person export|erase``: what is kept of one person, given out whole, and erased where the law lets go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.problems import say

commands = typer.Typer(no_args_is_help=True)
ASKED = "证件号码或者手机号：（不显示）"
Value = Annotated[
    str,
    typer.Option(
        "--value", help="证件号码或者手机号。不写就问，免得留在命令记录里。", prompt=ASKED, hide_input=True
    ),
]


@commands.callback()
def person() -> None:
    """One person's data."""


@commands.command(
    "export", help="把一个人的信息全部取出来，写成一个压缩包：草稿、办件、消息、回电和上传的文件。"
)
def export(
    target: Annotated[Path, typer.Argument(help="写到哪个文件，例如 本人.zip。")],
    value: Value,
    reason: Annotated[str, typer.Option("--reason", help="为什么取，记在操作记录里。")],
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """The file can be read by nobody else on the machine."""
    from intake.offline import run
    from intake.personal import export_to

    console.out.quiet = json
    done = run(data_dir, lambda house: export_to(house, value, target, reason))
    if json:
        console.as_json(done)
        return
    say(
        f"{done['cases']}个办件、{done['drafts']}份草稿、{done['callbacks']}个回电、{done['files']}个文件，写进了 {target}。"
    )


@commands.command("erase", help="先列出会删什么、什么要留着和为什么；加 --yes 才删。")
def erase(
    value: Value,
    reason: Annotated[str, typer.Option("--reason", help="为什么删，记在操作记录里。")],
    yes: Annotated[bool, typer.Option("--yes", help="真的删。")] = False,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """What has to be kept by law stays, each with its reason."""
    from intake.offline import run
    from intake.personal import erase_from

    console.out.quiet = json
    done = run(data_dir, lambda house: erase_from(house, data_dir, value, reason, is_meant=yes))
    if json:
        console.as_json(done)
        return
    verb = "删了" if yes else "会删"
    say(
        f"{verb}：{len(done['cases'])}个办件里的个人信息、{len(done['drafts'])}份草稿、{len(done['callbacks'])}个回电、"
        f"{len(done['talks'])}次人工对话。"
    )
    for number, why in done["kept"].items():
        say(f"留着：办件 {number}，{why}。")
    if not yes:
        say("还没有删。核对以后加 --yes 再运行一次。")
