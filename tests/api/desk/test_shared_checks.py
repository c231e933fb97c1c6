"""What need not be handed in is checked by the window, and written down with the case."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague

pytestmark = pytest.mark.anyio


async def test_each_look_is_kept_and_shown(app: FastAPI, applicant: Applicant, services: Services) -> None:
    item = next(one for one in services.catalogue.items.values() if one.shared and all(paper.when is None for paper in one.shared))  # fmt: skip
    number = (await applicant.submitted(item.id))["number"]
    case = ok(await applicant.ask(number))
    paper = item.shared[0].material
    async with (
        colleague(app, Role.REVIEWER, department=item.department) as reviewer,
        colleague(app, Role.REVIEWER, department="nobody") as other,
        colleague(app, Role.SUPERVISOR) as supervisor,
    ):
        path = f"/desk/cases/{number}/shared"
        before = ok(await reviewer.get(path))
        assert before["unchecked"] == len(item.shared) and before["papers"][0]["material"] == paper
        found = {"material": paper, "found": "differs", "note": "住所是老的，请申请人说明"}
        refused(await reviewer.post(path, json=found | {"material": "lease"}), 409, "not_shared")
        refused(await supervisor.post(path, json=found), 403, "role_missing")
        refused(await other.get(path), 404, "not_yours")
        ok(await reviewer.post(path, json=found))
        now = ok(await reviewer.post(path, json=found | {"found": "agrees", "note": ""}))
        assert [one["found"] for one in now["papers"][0]["checks"]] == ["agrees", "differs"]
        assert now["unchecked"] == len(item.shared) - 1
        assert ok(await supervisor.get(path))["papers"][0]["checks"][1]["note"] == found["note"]
    assert "住所是老的" not in str(case)
    stored = await services.database.read(
        lambda session: session.execute(text("SELECT note FROM shared_checks"))
    )
    assert all("住所" not in note for (note,) in stored)
