"""A supervising department at its own screen: claims, reports, writes; it sees its own and nobody in the clear."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fastapi import FastAPI
from PIL import Image

from api.services import Services
from knowledge.base.roles import Role
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio


def letter(number: str) -> dict[str, Any]:
    return {
        "case": number,
        "kind": "revoke",
        "document": "河市监函〔2026〕8号",
        "reason": "现场检查发现场所和租赁合同不符，联系人电话13866496171。",
        "basis": "《行政许可法》第六十九条",
    }


def scan() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (900, 1200), "white").save(out, "JPEG")
    return out.getvalue()


async def test_results_are_claimed_by_the_department_that_supervises(
    app: FastAPI, applicant: Applicant, services: Services
) -> None:
    number = await ended(applicant, services)
    async with (
        colleague(app, Role.REGULATOR) as market,
        colleague(app, Role.REGULATOR, department="housing") as housing,
        colleague(app, Role.APPROVER) as head,
    ):
        assert [one["name"] for one in ok(await market.get("/regulation"))["items"]]
        page = ok(await market.get("/regulation/results"))
        assert {one["case"] for one in page["results"]} == {number} and page["waiting"] == len(
            page["results"]
        )
        assert page["results"][-1]["certificate"] == "食品经营许可证 JY20261123"
        assert applicant.who.name not in str(page) and applicant.who.id_number not in str(page)
        nothing = ok(await housing.get("/regulation/results"))
        assert (nothing["results"], nothing["waiting"]) == ([], 0)

        keys = [one["key"] for one in page["results"]]
        refused(await housing.post("/regulation/results/claim", json={"keys": keys}), 404, "result_not_found")
        refused(await head.get("/regulation/results"), 403, "role_missing")
        refused(await market.get(f"/desk/cases/{number}"), 403, "role_missing")
        assert ok(await market.post("/regulation/results/claim", json={"keys": keys}))["claimed"] == keys
        ok(await market.post("/regulation/results/claim", json={"keys": keys}))
        assert ok(await market.get("/regulation/results"))["waiting"] == 0
        claimed = ok(await market.get("/regulation/results", params={"claimed": "true"}))
        assert [one["key"] for one in claimed["results"]] == keys[::-1] and claimed["results"][0][
            "claimed_by"
        ]


async def test_what_is_reported_is_kept_once_and_only_of_their_own(
    app: FastAPI, applicant: Applicant, services: Services
) -> None:
    number = await ended(applicant, services)
    penalty = {
        "kind": "penalty",
        "case": number,
        "day": "2026-11-20",
        "document": "河市监罚〔2026〕7号",
        "text": "超范围经营",
        "key": "desk/0001",
    }
    policy = {
        "kind": "policy",
        "item": "food_operation.new",
        "day": "2027-01-01",
        "document": "东市监〔2026〕9号",
        "text": "改为备案",
        "key": "desk/0002",
    }
    async with (
        colleague(app, Role.REGULATOR) as market,
        colleague(app, Role.REGULATOR, department="housing") as housing,
    ):
        for one in (penalty, penalty, policy):
            ok(await market.post("/regulation/feedback", json=one))
        assert [one["kind"] for one in ok(await market.get("/regulation/feedback"))["feedback"]] == ["penalty", "policy"]  # fmt: skip
        assert ok(await housing.get("/regulation/feedback"))["feedback"] == []
        for one in (penalty, policy):
            said = refused(await housing.post("/regulation/feedback", json=one), 422, "feedback_faulty")
            assert "不归您的部门监管" in said["errors"][0]["message"]


async def test_a_letter_is_sent_with_its_file_and_answered_with_a_date(
    app: FastAPI, applicant: Applicant, stranger: Applicant, services: Services, clock: MovableClock
) -> None:
    number = await ended(applicant, services)
    undecided = (await stranger.submitted())["number"]
    answer = {"outcome": "taken", "answer": "已经核实，依法撤销。", "document": "东审批复〔2026〕3号", "on_day": "2026-12-20"}  # fmt: skip
    async with (
        colleague(app, Role.REGULATOR) as market,
        colleague(app, Role.REGULATOR, department="housing") as housing,
        colleague(app, Role.APPROVER) as head,
        colleague(app, Role.APPROVER, department="housing") as other,
        colleague(app, Role.SUPERVISOR) as supervisor,
    ):
        refused(await housing.post("/regulation/requests", json=letter(number)), 404, "not_yours")
        refused(await market.post("/regulation/requests", json=letter(undecided)), 409, "cannot_ask")
        written = ok(await market.post("/regulation/requests", json=letter(number)))
        assert written["state"] == "unfinished" and "13866496171" not in str(written)
        assert ok(await head.get("/desk/letters"))["requests"] == []
        at = f"/regulation/requests/{written['number']}/file"
        refused(await market.put(at, content=b"MZ not a letter"), 415, "file_type")
        refused(await housing.put(at, content=scan()), 404, "letter_not_found")
        sent = ok(await market.put(at, content=scan()))
        assert (sent["state"], sent["answer_by"]) == ("open", "2026-12-07")
        refused(await market.put(at, content=scan()), 409, "letter_settled")

        (there,) = ok(await head.get("/desk/letters"))["requests"]
        assert (
            there["may_answer"] and not ok(await supervisor.get("/desk/letters"))["requests"][0]["may_answer"]
        )
        path = f"/desk/letters/{written['number']}"
        for reader in (market, head, supervisor):
            shown = await reader.get(f"{path}/file")
            assert shown.headers["content-type"] == "image/jpeg" and shown.content[:2] == b"\xff\xd8"
        for stranger_here in (housing, other):
            refused(await stranger_here.get(f"{path}/file"), 404, "letter_not_found")
        refused(await other.post(f"{path}/answer", json=answer), 404, "letter_not_found")
        clock.move(days=20)
        assert ok(await head.get("/desk/letters"))["requests"][0]["overdue"]
        ok(await head.post(f"{path}/answer", json=answer))
        refused(await head.post(f"{path}/answer", json=answer), 409, "letter_settled")
        (told,) = ok(await market.get("/regulation/requests"))["requests"]
        assert (told["outcome_name"], told["on_day"], told["overdue"]) == (
            "采纳，依法办理",
            "2026-12-20",
            False,
        )
    assert len(await logged(services, "letter_read")) == 3
    assert not list((services.settings.data_dir / "uploads").glob("*/*"))
