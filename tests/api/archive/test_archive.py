"""A case in one file: nothing missing, nothing that the reader may not see, every checksum right."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime
from typing import Any

import pytest
from fastapi import FastAPI
from pypdf import PdfReader
from sqlalchemy import text as sql

from api.archive.zip_packing import unpacked
from api.services import Services
from api.uploads.models import FileRow, PaperRow
from knowledge.base.roles import Role
from knowledge.cases.archive.index import check
from knowledge.cases.record.chain import Link, verify
from knowledge.cases.record.log import LogEntry
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MONDAY

pytestmark = pytest.mark.anyio


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


PHOTO = b"\xff\xd8\xff" + b"a photo of a paper" * 1000


async def with_upload(applicant: Applicant, services: Services) -> str:
    """An ended case with two files of one material and one of a material that is not on its list."""
    number = await ended(applicant, services)

    async def keep(session: Any) -> str:
        from api.cases import repository

        case = await repository.by_number(session, number)
        material = next(iter(case.materials))
        for position, slot in enumerate((material, material, "somebody.else")):
            name = services.uploads.store.keep(PHOTO + bytes([position]), b"small")
            session.add(
                PaperRow(
                    id=name, media_type="image/jpeg", size=len(PHOTO) + 1, pages=1, created_at=MONDAY,
                    check="off", queued_at=MONDAY, attempts=0,
                )
            )  # fmt: skip
            await session.flush()
            session.add(
                FileRow(
                    id=f"file-{position}", intake_id=case.intake_id, material=slot, position=position, paper_id=name,
                    name="", key=f"key-{position}", digest="", made_ready=False, reused_from="", created_at=MONDAY,
                )
            )  # fmt: skip
        return str(case.intake_id)

    await services.database.transact(keep)
    return number


class TestArchive:
    async def test_whole_and_every_checksum_right(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await with_upload(applicant, services)
        rating = {"number": number, "phone_tail": applicant.who.phone_tail, "grade": 5, "text": "太慢"}
        ok(await applicant.client.post("/cases/rating", json=rating))
        async with colleague(app, Role.WINDOW) as clerk:
            answer = await clerk.get(f"/desk/cases/{number}/archive.zip")
            again = await clerk.get(f"/desk/cases/{number}/archive.zip")
        assert answer.status_code == 200 and answer.headers["content-type"] == "application/zip"
        assert answer.content == again.content
        record, found = unpacked(io.BytesIO(answer.content))
        assert record["case"] == number and check(record, found) == ()
        kinds = [paper["kind"] for paper in record["papers"]]
        assert set(kinds) == {"结果", "过程文书", "一次性告知单", "申请", "申请材料", "评价", "办理日志"}
        assert kinds.count("申请材料") == 2
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            assert archive.testzip() is None
            assert archive.namelist()[:2] == ["index.json", "目录.txt"]
            photos = [archive.read(name) for name in archive.namelist() if name.endswith(".jpg")]
            assert photos == [PHOTO + b"\0", PHOTO + b"\1"]
            decided = next(name for name in archive.namelist() if "准予决定书" in name)
            assert decided.endswith(".pdf")
            text = text_of(archive.read(decided))
            assert "准字〔2026〕1号" in text and number in text and "扫码核验真伪" in text
            assert all(name.endswith(".pdf") for name in archive.namelist() if "通知书" in name)

    async def test_a_changed_paper_is_found(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        async with colleague(app, Role.WINDOW) as clerk:
            content = (await clerk.get(f"/desk/cases/{number}/archive.zip")).content
        record, found = unpacked(io.BytesIO(content))
        path = next(iter(found))
        assert check(record, found | {path: ("0" * 64, 1)})[0].say == "内容和归档时不一样。"

    async def test_the_chain_of_the_log_holds_from_the_archive_alone(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        async with colleague(app, Role.WINDOW) as clerk:
            content = (await clerk.get(f"/desk/cases/{number}/archive.zip")).content
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            record = json.loads(archive.read("index.json"))
            (path,) = [name for name in archive.namelist() if name.endswith(".jsonl")]
            rows = [json.loads(line) for line in archive.read(path).decode().splitlines()]
        links = [
            Link(
                LogEntry(
                    datetime.fromisoformat(row["at"]),
                    row["act"],
                    Role(row["role"]),
                    row["actor"],
                    row["before"],
                    row["after"],
                    row["data"],
                ),
                row["previous"],
                row["hash"],
            )
            for row in rows
        ]
        assert verify(number, links, record["log_head"]) is None

    async def test_contact_data_only_for_whom_may_see_them_and_on_record_once(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        who = applicant.who

        async def application(*roles: Role, **rest: Any) -> str:
            async with colleague(app, *roles, **rest) as reader:
                content = (await reader.get(f"/desk/cases/{number}/archive.zip")).content
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                (path,) = [name for name in archive.namelist() if "申请表" in name]
                return archive.read(path).decode()

        seen = await application(Role.WINDOW)
        assert who.phone in seen and who.id_number in seen
        seen = await application(Role.SUPERVISOR, department="approval")
        assert who.phone not in seen and who.name not in seen and who.id_number not in seen

        async def audited(session: Any) -> list[Any]:
            query = sql("SELECT data FROM staff_log WHERE act = 'archived' ORDER BY id")
            return list((await session.execute(query)).scalars())

        rows = [
            json.loads(row) if isinstance(row, str) else row for row in await services.database.read(audited)
        ]
        assert [row["fields"] for row in rows] == [["id_number", "phone"], []]

    async def test_not_for_another_department_nor_without_token(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        path = f"/desk/cases/{number}/archive.zip"
        async with colleague(app, Role.REVIEWER, department="housing") as other:
            refused(await other.get(path), 404, "not_yours")
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            refused(await administrator.get(path), 403, "role_missing")
        refused(await applicant.client.get(path), 401, "token_missing")

    async def test_a_paper_that_is_gone_is_said_before_anything_is_sent(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await with_upload(applicant, services)
        for file in (services.settings.data_dir / "uploads").glob("*/*"):
            file.unlink()
        async with colleague(app, Role.WINDOW) as clerk:
            refused(await clerk.get(f"/desk/cases/{number}/archive.zip"), 503, "paper_missing")
