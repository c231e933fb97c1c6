"""A connection's thread does not outlive the loop that it was opened in."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from api.platform.sqlite_driver import open_connection


def test_a_file_that_cannot_be_opened_leaves_no_thread_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", faults.append)

    async def opened() -> None:
        with pytest.raises(sqlite3.OperationalError):
            await open_connection(str(tmp_path / "nowhere" / "intake.db"))

    for _ in range(20):
        asyncio.run(opened())
    assert faults == []
