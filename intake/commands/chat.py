"""``intake chat``: the conversation in the terminal, in this process, without a socket."""

from __future__ import annotations

import asyncio
import getpass
from pathlib import Path
from typing import Annotated

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, DataDir
from intake.datafolder import DataFolder, open_folder


def chat(
    data_dir: DataDir = DEFAULT_DATA,
    name: Annotated[str, typer.Option("--name", help="对话的名字；同一个名字接着上次的对话。")] = "",
) -> None:
    """Talk to the same dialogue that the service holds, over the same data."""
    folder = open_folder(data_dir)

    from intake.prepare import api_settings, prepare
    from intake.settings import Role

    model = prepare(folder, api_settings(folder), Role.ALL)
    asyncio.run(_talk(folder, model, name or getpass.getuser()))


async def _talk(folder: DataFolder, model: Path | None, name: str) -> None:
    from bot.channels.terminal import talk
    from intake.prepare import api_settings
    from intake.settings import SiteSettings
    from intake.site import Site

    async with Site(folder, api_settings(folder), SiteSettings(), model=model).opened() as site:
        assert site.conversation is not None
        await talk(site.conversation, name, write=console.say)
