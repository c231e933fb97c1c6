"""quality.md 47, 49: the database gone, read-only or full is said with 503; what is answered is kept by no cache; QR codes lead here."""

from __future__ import annotations

import errno
import sqlite3
import stat
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from starlette.requests import Request

from api.migrate import migrate
from api.platform.database import connect
from api.platform.pages.addresses import public_url
from api.platform.problems import is_storage_fault
from api.platform.settings import Settings
from api.services import Services
from bot.database import DIALOGUES
from intake.checkup import private_files
from intake.datafolder import DataFolder
from tests.api.applicant import Applicant, client_of, refused
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

FULL = OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))


class TestWhatIsAStorageFault:
    @pytest.mark.parametrize(
        "fault",
        [FULL, OSError(errno.ENOSPC, "full"), OSError(errno.EROFS, "read-only"), ConnectionRefusedError()],
    )
    def test_also_where_another_fault_came_of_it(self, fault: Exception) -> None:
        later = ValueError()
        later.__cause__ = fault
        assert is_storage_fault(fault) and is_storage_fault(later)

    @pytest.mark.parametrize("fault", [ValueError(), FileNotFoundError(errno.ENOENT, "none"), KeyError("x")])
    def test_what_is_none(self, fault: Exception) -> None:
        assert not is_storage_fault(fault)


@any_database
async def test_a_full_disk_is_said_and_seen_by_who_watches(
    app: FastAPI,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def full(*_: object) -> None:
        raise FULL

    async with client_of(app) as client:
        applicant = Applicant(client, "one")
        number = (await applicant.submitted())["number"]
        answer = await applicant.ask(number)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert (await client.get("http://centre/readyz")).status_code == 200
        monkeypatch.setattr(services.database, "transact", full)
        answer = await applicant.put("personal", {"values": {"name": "王芳"}})
        document = refused(answer, 503, "unavailable")
        assert answer.headers["retry-after"] == "30" and answer.headers["cache-control"] == "no-store"
        assert document["incident"] in caplog.text and "王芳" not in caplog.text
        watched = await client.get("http://centre/readyz")
        assert watched.status_code == 503 and watched.headers["retry-after"] == "30"
        assert (await client.get("http://centre/healthz")).status_code == 200


def test_a_code_leads_where_the_server_listens_whatever_the_request_says() -> None:
    headers = [(b"host", b"evil.example"), (b"x-forwarded-host", b"evil.example")]
    request = Request({"type": "http", "scheme": "http", "headers": headers, "server": ("192.0.2.7", 5005)})
    assert public_url(Settings(), request) == "http://192.0.2.7:5005"
    assert public_url(Settings(public_url="https://zw.example.cn/"), request) == "https://zw.example.cn"


@pytest.mark.parametrize("store", ["postgresql"])
async def test_a_server_that_freezes_in_a_query_is_said_before_ten_seconds(
    app: FastAPI, services: Services
) -> None:
    services.database.patience_s = 0.3
    async with client_of(app) as client:
        applicant = Applicant(client, "one")
        await applicant.begin()
        other = connect(services.settings.url)
        async with other.connect() as connection:
            await connection.execute(text("LOCK TABLE intakes, tries IN ACCESS EXCLUSIVE MODE"))
            for answer in (
                await client.get(f"/intakes/{applicant.id}"),
                await applicant.put("personal", {"values": {"name": "王芳"}}),
            ):
                refused(answer, 503, "unavailable")
                assert answer.headers["retry-after"] == "30"
            assert (await client.get("http://centre/readyz")).status_code == 503
            await connection.rollback()
        await other.dispose()
        assert await applicant.look()
        assert (await client.get("http://centre/readyz")).status_code == 200


def test_nobody_else_on_the_machine_reads_the_databases(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    old = sqlite3.connect(folder.database)
    old.execute("PRAGMA journal_mode = WAL")
    old.execute("CREATE TABLE something (id INTEGER)")
    old.commit()
    folder.database.chmod(0o644)
    assert private_files(folder).state == "fail"
    migrate(f"sqlite+aiosqlite:///{folder.database}")
    old.close()
    migrate(f"sqlite+aiosqlite:///{folder.dialogues}", schema=DIALOGUES)
    assert private_files(folder).state == "ok"
    assert stat.S_IMODE(folder.dialogues.stat().st_mode) == 0o600
