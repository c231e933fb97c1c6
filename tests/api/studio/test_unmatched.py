"""What people said at moments that went wrong: in groups, assigned in one click, ignored with a reason."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague, logged

pytestmark = pytest.mark.anyio

CARD = "id_card.reissue"


async def leave(applicant: Applicant, text: str, moment: str = "missed", *before: str) -> None:
    body = {
        "text": text, "channel": "web", "decision": "far", "moment": moment, "before": list(before),
    }  # fmt: skip
    assert (await applicant.client.post("/unmatched", json=body)).status_code == 204


async def seen(tuner: httpx.AsyncClient, query: str = "") -> dict[str, Any]:
    told: dict[str, Any] = ok(await tuner.get(f"/library/unmatched{query}"))
    return told


async def test_groups_are_assigned_or_ignored_and_nobodys_number_is_there(
    app: FastAPI, applicant: Applicant, services: Services
) -> None:
    for text in ("小卡片丢了怎么办", "小卡片不见了咋办", "请问小卡片找不到了怎么办"):
        await leave(applicant, text, "missed", "你好", "我的手机是13800138000")
    await leave(applicant, "小卡片丢了怎么办", "denied")
    await leave(applicant, "火星天气怎么样", "handed_over")
    async with colleague(app, Role.TUNER) as tuner, colleague(app, Role.WINDOW) as clerk:
        refused(await clerk.get("/library/unmatched"), 403, "role_missing")
        told = await seen(tuner)
        first, other = told["groups"]
        assert (first["texts"][0], first["count"], first["lately"]) == ("小卡片丢了怎么办", 4, 4)
        assert [(one["name"], one["count"]) for one in first["moments"]] == [("没听懂", 3), ("否认", 1)]
        assert "13800138000" not in str(told) and "[手机号]" in str(first["examples"])
        assert other["texts"] == ["火星天气怎么样"]
        assert (await seen(tuner, "?moment=denied"))["total"] == 1
        assert [one["texts"][0] for one in (await seen(tuner, "?q=火星"))["groups"]] == ["火星天气怎么样"]

        silent = {"texts": other["texts"], "outcome": "ignored"}
        refused(await tuner.post("/library/unmatched/settle", json=silent), 422, "invalid_payload")
        ok(await tuner.post("/library/unmatched/settle", json=silent | {"why": "闲聊"}))
        wanted = {
            "texts": first["texts"], "outcome": "assigned", "kind": "item", "id": CARD,
            "phrasings": ["小卡片丢了怎么办"],
        }  # fmt: skip
        done = ok(await tuner.post("/library/unmatched/settle", json=wanted))
        assert (done["sentences"], done["added"]) == (4, 1)
        found = ok(await applicant.client.post("/understanding", json={"text": "小卡片丢了怎么办"}))["search"]
        assert (found["decision"], found["candidates"][0]["id"]) == ("sure", CARD)
        assert (await seen(tuner))["groups"] == []
        (ignored,) = (await seen(tuner, "?outcome=ignored"))["groups"]
        assert ignored["settled"] == "测试人员：不管，闲聊"
        (assigned,) = (await seen(tuner, "?outcome=assigned"))["groups"]
        assert assigned["settled"].startswith("测试人员：归到事项「")
        gone = wanted | {"id": "nothing"}
        refused(await tuner.post("/library/unmatched/settle", json=gone), 404, "library_entry_not_found")
        ok(await tuner.post("/library/unmatched/settle", json={"texts": other["texts"], "outcome": ""}))
        assert (await seen(tuner))["total"] == 1
    assert len(await logged(services, "unmatched_settled")) == 3
