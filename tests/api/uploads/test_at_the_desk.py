"""The photos of a case as staff see them: by the case, never by the applicant's key."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from api.services import Services
from tests.api.applicant import APPLICATION, Applicant, ok, refused
from tests.api.colleagues import logged
from tests.api.desk.officers import office
from tests.api.uploads.conftest import Uploader

pytestmark = pytest.mark.anyio


class TestPhotosOfACase:
    async def test_seen_by_those_who_deal_with_it(
        self, app: FastAPI, applicant: Applicant, uploader: Uploader, services: Services
    ) -> None:
        file = await uploader.sent()
        number = (await applicant.submitted())["number"]
        async with office(app) as here, office(app, "police", "police") as elsewhere:
            at = f"/desk/cases/{number}/materials"
            seen = ok(await here.clerk.client.get(at))
            (slot,) = seen["slots"]
            assert slot["id"] == APPLICATION and [one["id"] for one in slot["files"]] == [file]
            assert applicant.id not in str(seen)
            assert slot["files"][0]["name"] == f"{slot['name']}-1.jpg"
            address = slot["files"][0]["content"].removeprefix("/api/v1")
            picture = await here.clerk.client.get(address)
            assert picture.status_code == 200 and picture.headers["content-type"] == "image/jpeg"
            assert (await here.reviewer.client.get(f"{address}/thumbnail")).status_code == 200
            rows = await logged(services, "file_read")
            assert [(row.subject, row.data["small"]) for row in rows] == [(number, False), (number, True)]
            for path in (at, address, f"{address}/thumbnail"):
                refused(await elsewhere.clerk.client.get(path), 404, "not_yours")
                refused(await applicant.client.get(path), 401, "token_missing")

    async def test_a_file_of_another_case_is_not_found(
        self, app: FastAPI, applicant: Applicant, stranger: Applicant, uploader: Uploader
    ) -> None:
        file = await uploader.sent()
        await applicant.submitted()
        other = (await stranger.submitted())["number"]
        async with office(app) as here:
            path = f"/desk/cases/{other}/materials/{APPLICATION}/files/{file}"
            refused(await here.clerk.client.get(path), 404, "file_not_found")
