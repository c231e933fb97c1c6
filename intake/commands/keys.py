"""``intake keys rotate``: seal everything anew with the secret that is set now."""

from __future__ import annotations

import asyncio
import sys
import time

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.datafolder import open_folder
from intake.problems import say

commands = typer.Typer(no_args_is_help=True)


@commands.callback()
def keys() -> None:
    """The keys."""


@commands.command(
    "rotate",
    help="换密钥：INTAKE_SECRET 是新的，INTAKE_EARLIER_SECRETS 是原来的，把封存的信息全部用新的重新封存。服务可以开着，中断了再运行一次。",
)
def rotate(data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Exit code 1 where something is left that no key opens."""
    folder = open_folder(data_dir)

    from api.platform import keyring
    from api.platform.security import open_vault
    from api.resealing import Resealed, reseal
    from intake.prepare import api_settings, stored

    settings = api_settings(folder)
    vault, began = open_vault(settings), time.monotonic()
    keyring.keep(settings.data_dir, vault)

    def tell(done: Resealed) -> None:
        if sys.stderr.isatty():
            print(f"已重新封存{done.values}项、{done.files}个文件", file=sys.stderr)

    async def work() -> Resealed:
        async with stored(settings) as database:
            return await reseal(database, settings.data_dir, vault, tell)

    done = asyncio.run(work())
    if not done.unreadable:
        keyring.settle(settings.data_dir, vault)
    took = time.monotonic() - began
    if json:
        console.as_json({**done.__dict__, "key": vault.key_id, "seconds": round(took, 2)})
    elif done.unreadable:
        say(
            f"重新封存了{done.values}项、{done.files}个文件；{len(done.unreadable)}项哪一个密钥都打不开，没有动："
            f"{'、'.join(done.unreadable[:5])}。请把封存它们的密钥加进 INTAKE_EARLIER_SECRETS 再运行一次。"
        )
    else:
        say(
            f"重新封存了{done.values}项、{done.files}个文件，用的是编号 {vault.key_id} 的密钥。"
            "现在可以去掉 INTAKE_EARLIER_SECRETS，原来的密钥和用它做的备份一起保管。"
        )
    if done.unreadable:
        raise typer.Exit(1)
