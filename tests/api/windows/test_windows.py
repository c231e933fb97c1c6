"""The list of windows."""

from __future__ import annotations

import pytest

from api.services import Services
from tests.api.applicant import Applicant, ok
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


class TestWindows:
    async def test_each_says_where_and_when(self, applicant: Applicant, services: Services) -> None:
        windows = ok(await applicant.client.get("/windows"))["windows"]
        assert [window["id"] for window in windows] == list(services.catalogue.windows)
        for window in windows:
            assert window["site"] and window["address"] and window["phone"] and "星期" in window["hours"]
