"""Figures of the library: who was understood, by week and channel, what was wanted and what was missing; as sheets and a report."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fastapi import FastAPI
from openpyxl import load_workbook

from knowledge.base.roles import Role
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock
from tests.api.stores import any_database
from tests.api.supervision.test_figures import NOVEMBER, cells, table

pytestmark = pytest.mark.anyio


def missed(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "channel": "wechat", "decision": "far", **more}


async def test_a_month_of_talks(app: FastAPI, applicant: Applicant, stranger: Applicant) -> None:
    await applicant.submitted()
    await stranger.choose("food_operation.new")
    async with colleague(app, Role.TUNER) as tuner, colleague(app, Role.SUPERVISOR) as supervisor:
        for said in ("火星土豆飞行证咋办", "火星土豆飞行证怎么办", "月亮签证"):
            assert (await applicant.client.post("/unmatched", json=missed(said))).status_code == 204
        assert (
            await applicant.client.post("/unmatched", json=missed("不是这个", moment="denied"))
        ).status_code == 204
        found = ok(await tuner.get("/library/figures", params=NOVEMBER))
        lines = {row[0]: row[1:] for row in cells(found, "understood")}
        assert lines["听懂了办什么事"] == [2, 33.3] and lines["自己提交了"] == [1, 50.0]
        assert lines["自己定的、后来没有被否认"] == [1, 50.0] and lines["没有听懂的话（句）"] == [3, None]
        weeks = {row[0]: row[1:] for row in cells(found, "weeks")}
        assert weeks["11-23起 微信"] == [0, 0.0, None, None, 3, 1, 0]
        name = app.state.services.catalogue.items["food_operation.new"].name
        assert cells(found, "wishes")[0][:2] == [name, 2] and cells(found, "wishes")[0][-2:] == [0, 0]
        assert cells(found, "missing")[0][1:] == [2, 2], "意思一样的算一样"
        unused = [row[0] for row in cells(found, "unused")]
        assert name not in unused and len(unused) > 100
        assert table(found, "left_off")["rows"]
        answer = await tuner.get("/library/figures/missing.xlsx", params={**NOVEMBER, "reason": "季度汇报"})
        assert "火星土豆飞行证" in str([*load_workbook(io.BytesIO(answer.content)).active.values])
        refused(await tuner.get("/library/figures/missing.xlsx", params=NOVEMBER), 422, "reason_missing")
        refused(await supervisor.get("/library/figures", params=NOVEMBER), 403, "role_missing")


@any_database
async def test_what_people_want_is_held_against_the_time_before(
    app: FastAPI, applicant: Applicant, stranger: Applicant, clock: MovableClock
) -> None:
    await applicant.choose("food_operation.new")
    clock.move(days=30)
    await stranger.choose("food_operation.new")
    async with colleague(app, Role.TUNER) as tuner:
        period = {"from": "2026-12-08", "to": "2026-12-31"}
        (line,) = cells(ok(await tuner.get("/library/figures", params=period)), "wishes")
        assert (line[1], line[-2]) == (1, 1)
        report = await tuner.get("/library/figures/report.pdf", params=period)
        assert report.content.startswith(b"%PDF")
