"""quality.md 25, 40: whatever the form, a look at something of a case is one row that names the case; who supervises sees no papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.access.models import StaffLogRow
from api.access.policies import Staff
from api.platform.settings import Settings
from api.route_policies import declared
from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import APPLICATION, FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.stores import any_database, copied, dropped
from tests.api.uploads.conftest import Uploader

pytestmark = [pytest.mark.anyio, any_database]

_CASE = "/api/v1/desk/cases/{number}"
READS = {
    f"{_CASE}": "case_read",
    f"{_CASE}/messages": "messages_read",
    f"{_CASE}/materials": "papers_read",
    f"{_CASE}/materials/{{material}}/files/{{file_id}}": "file_read",
    f"{_CASE}/materials/{{material}}/files/{{file_id}}/thumbnail": "file_read",
    f"{_CASE}/notes": "notes_read",
    f"{_CASE}/shared": "shared_read",
    f"{_CASE}/archive.zip": "archived",
    f"{_CASE}/slips/{{kind}}": "slip_printed",
    f"{_CASE}/papers": "documents_read",
    "/api/v1/exchange/cases/{number}/feedback": "feedback_read",
}
NOT_YET = {f"{_CASE}/result-file": "result_read", f"{_CASE}/papers/{{place}}.pdf": "document_printed"}
"""Recorded too; the case of this test has no certificate and no paper yet (tests/api/desk/test_results.py, tests/api/archive)."""
NO_PERSONAL_DATA = {f"{_CASE}/acts", f"{_CASE}/sentences"}
"""What can be done, and canned sentences."""


@pytest.fixture
def settings(prepared: Settings, tmp_path: Path) -> Iterator[Settings]:
    """Nothing reads the papers beside the test."""
    own = copied(prepared, tmp_path / "data")
    yield own.model_copy(update={"precheck": False})
    dropped(own)


def of_a_case(app: FastAPI) -> set[str]:
    """Every route by which staff read something of one case."""
    return {
        route.path
        for route in declared(app.routes)
        if "GET" in route.methods
        and ("/cases/{number}" in route.path)
        and route.policies
        and isinstance(route.policy, Staff)
    }


async def test_every_way_to_read_of_a_case_is_known(app: FastAPI) -> None:
    assert of_a_case(app) == {*READS, *NOT_YET, *NO_PERSONAL_DATA}


async def rows(services: Services, after: int) -> list[StaffLogRow]:
    wanted = select(StaffLogRow).where(StaffLogRow.id > after).order_by(StaffLogRow.id)
    return list((await services.database.read(lambda session: session.scalars(wanted))).all())


async def test_each_read_is_one_row_that_names_the_case(
    app: FastAPI, applicant: Applicant, services: Services
) -> None:
    await applicant.choose(FOOD)
    await applicant.answer_all()
    file = await Uploader(applicant).sent()
    number = (await applicant.submitted())["number"]
    named = {"number": number, "material": APPLICATION, "file_id": file, "kind": "receipt"}
    async with (
        colleague(app, Role.WINDOW) as clerk,
        colleague(app, Role.SUPERVISOR) as supervisor,
        colleague(app, Role.WINDOW, windows=["police"], department="police") as other,
        colleague(app, Role.ADMINISTRATOR) as administrator,
    ):
        for path, act in READS.items():
            at = path.removeprefix("/api/v1").format(**named)
            last = max((row.id for row in await rows(services, 0)), default=0)
            answer = await clerk.get(at)
            assert answer.status_code == 200, (path, answer.text)
            assert answer.headers["cache-control"].endswith("no-store")
            assert answer.headers["x-content-type-options"] == "nosniff"
            (row,) = await rows(services, last)
            assert (row.act, row.subject) == (act, number), path
            refused(await other.get(at), 404, "not_yours")
            refused(await administrator.get(at), 403, "role_missing")
            assert {row.act for row in await rows(services, row.id)} <= {"refused"}
        pictures = [path for path, act in READS.items() if act == "file_read"]
        for path in pictures:
            refused(await supervisor.get(path.removeprefix("/api/v1").format(**named)), 403, "not_shown")
        papers = ok(await supervisor.get(f"/desk/cases/{number}/materials"))
        assert [one["content"] for one in papers["slots"][0]["files"]] == [""]
        seen = str(ok(await supervisor.get(f"/desk/cases/{number}")))
        who = applicant.who
        assert not any(value in seen for value in (who.name, who.phone, who.id_number))
        asked = await supervisor.post(f"/desk/cases/{number}/contact", json={"fields": ["phone"]})
        refused(asked, 403, "not_shown")
