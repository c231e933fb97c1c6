"""The site deletes old conversations by itself, and no recent ones."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from intake.datafolder import DataFolder
from intake.prepare import api_settings
from intake.settings import SiteSettings
from intake.site import Site
from tests.waiting import until

pytestmark = pytest.mark.anyio

DAY_S = 86_400


def _kept(dialogues: sqlite3.Connection) -> set[str]:
    query = (
        "SELECT sender_hash FROM dialogue WHERE sender_hash IN ('old', 'recent')"
        " UNION ALL SELECT message FROM web_exchange WHERE conversation = 'c'"
    )
    return {name for (name,) in dialogues.execute(query)}


async def test_when_it_starts(installed: tuple[DataFolder, Path]) -> None:
    folder, model = installed

    def site() -> Site:
        return Site(
            folder, api_settings(folder), SiteSettings(dialogue_days=30, transcript_days=90), model=model
        )

    now = time.time()
    dialogues = sqlite3.connect(folder.dialogues)
    with dialogues:
        for name, days in (("old", 31), ("recent", 29)):
            dialogues.execute("INSERT INTO dialogue VALUES (?, '{}', ?)", (name, now - days * DAY_S))
        for name, days in (("before", 91), ("lately", 89)):
            dialogues.execute(
                "INSERT INTO web_exchange (conversation, message, digest, at) VALUES ('c', ?, '', ?)",
                (name, now - days * DAY_S),
            )
    async with site().opened():
        await until(lambda: len(_kept(dialogues)) == 2)
    assert _kept(dialogues) == {"recent", "lately"}
    dialogues.close()
