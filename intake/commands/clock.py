"""``intake clock confirm``: the machine's clock is right, limits may pass again."""

from __future__ import annotations

import typer

from intake.commands.options import DEFAULT_DATA, DataDir
from intake.datafolder import open_folder
from intake.problems import say

commands = typer.Typer(no_args_is_help=True)


@commands.callback()
def clock() -> None:
    """The machine's clock."""


@commands.command("confirm", help="系统时间跳了以后：核对过，现在的时间是对的，到点的接着记。服务可以开着。")
def confirm(data_dir: DataDir = DEFAULT_DATA) -> None:
    """Limits pass again from the next look, within a minute."""
    folder = open_folder(data_dir)

    from api.platform.clock import centre_time
    from api.platform.clock_guard import ClockGuard

    now = centre_time()
    ClockGuard(folder.root).confirm(now)
    say(f"记下了：现在是{now:%Y年%m月%d日%H:%M}。一分钟以内接着记到点的。")
