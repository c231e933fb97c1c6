"""``intake train``: both models, trained only where something has changed."""

from __future__ import annotations

import time

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.datafolder import open_folder


def train(data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Bring database, catalogue and models up to date without serving."""
    folder = open_folder(data_dir)

    from bot.training import is_stale
    from intake.prepare import api_settings, prepare
    from intake.project import BOT
    from intake.settings import Role

    stale = is_stale(BOT, folder.models)
    began = time.monotonic()
    console.out.quiet = json
    model = prepare(folder, api_settings(folder), Role.ALL)
    result = {"model": str(model), "trained": stale, "seconds": round(time.monotonic() - began, 2)}
    if json:
        console.as_json(result)
    else:
        console.say(f"对话模型：{model}（{'重新训练' if stale else '没有变化，沿用'}）")
