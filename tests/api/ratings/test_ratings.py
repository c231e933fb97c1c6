"""好差评: one rating a case, bad ones are answered, and rated once more."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text as sql

from api.ratings.overdue_answers import mark_late
from api.services import Services
from knowledge.base.roles import Role
from tests.api.afterwards import GRANTED, act, deliverer, ended
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio


async def rate(applicant: Applicant, number: str, grade: int, **rest: Any) -> httpx.Response:
    body = {"number": number, "phone_tail": applicant.who.phone_tail, "grade": grade, **rest}
    return await applicant.client.post("/cases/rating", json=body)


class TestRate:
    async def test_a_case_that_is_done_is_rated_once(self, applicant: Applicant, services: Services) -> None:
        number = await ended(applicant, services)
        assert "rate" in ok(await applicant.ask(number))["can"]
        given = ok(await rate(applicant, number, 1, reasons=["quick"]))
        assert given["ratings"][0]["grade_name"] == "非常满意"
        assert given["ratings"][0]["reasons"] == ["办得快"]
        assert not given["can_rate"]
        assert "rate" not in ok(await applicant.ask(number))["can"]
        refused(await rate(applicant, number, 5), 409, "cannot_rate")

    async def test_not_before_it_is_done(self, applicant: Applicant, services: Services) -> None:
        number = (await applicant.submitted())["number"]
        assert "rate" not in ok(await applicant.ask(number))["can"]
        document = refused(await rate(applicant, number, 1), 409, "cannot_rate")
        assert "办完后再评价" in document["detail"]
        await act(services, number, GRANTED[:2])
        refused(await rate(applicant, number, 1), 409, "cannot_rate")

    async def test_somebody_else_cannot(self, applicant: Applicant, services: Services) -> None:
        number = await ended(applicant, services)
        wrong = {"number": number, "phone_tail": f"{(int(applicant.who.phone_tail) + 1) % 10_000:04d}"}
        refused(
            await applicant.client.post("/cases/rating", json={**wrong, "grade": 1}), 404, "case_not_found"
        )
        refused(await applicant.client.post("/cases/ratings", json=wrong), 404, "case_not_found")

    async def test_what_is_wrong_is_said(self, applicant: Applicant, services: Services) -> None:
        number = await ended(applicant, services)
        for grade in (0, 6, "好"):
            refused(await rate(applicant, number, grade), 422, "invalid_payload")  # type: ignore[arg-type]
        document = refused(await rate(applicant, number, 4, reasons=["slow", "late"]), 422, "invalid_payload")
        assert "超过说好的时间" in document["errors"][0]["message"]

    async def test_personal_data_are_cut_out_of_the_words(
        self, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        who = applicant.who
        ok(
            await rate(
                applicant, number, 5, text=f"我叫{who.name}，电话{who.phone}，身份证{who.id_number}，没人接"
            )
        )

        async def kept(session: Any) -> str:
            return str((await session.execute(sql("SELECT text FROM ratings"))).scalar())

        said = await services.database.read(kept)
        assert who.phone not in said and who.id_number not in said and who.name not in said
        assert "没人接" in said

    async def test_ten_at_once_are_one(self, applicant: Applicant, services: Services) -> None:
        number = await ended(applicant, services)
        answers = await asyncio.gather(*(rate(applicant, number, 2) for _ in range(10)))
        assert sorted(answer.status_code for answer in answers) == [200] + [409] * 9


class TestAnswer:
    async def test_a_bad_one_is_answered_told_and_rated_again(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        given = ok(await rate(applicant, number, 5, reasons=["rude"], text="态度不好"))
        assert given["ratings"][0]["answer_by"] == "2026-11-30"
        assert "处理" in given["why_not"]
        async with colleague(app, Role.APPROVER) as head:
            (line,) = ok(await head.get("/desk/ratings"))["ratings"]
            assert line["case"] == number and line["text"] == "态度不好" and not line["overdue"]
            answer = {"answer": "已当面道歉，并调整了窗口人员"}
            done = ok(await head.post(f"/desk/ratings/{line['id']}/answer", json=answer))
            assert done["answer"] == "已当面道歉，并调整了窗口人员。"
            again = await head.post(f"/desk/ratings/{line['id']}/answer", json=answer)
            refused(again, 409, "already_answered")
            assert ok(await head.get("/desk/ratings"))["ratings"] == []
            assert len(ok(await head.get("/desk/ratings", params={"only_open": False}))["ratings"]) == 1
        async with deliverer(app) as worker:
            await worker.deliver_due()
        told = ok(await applicant.ask(number, act="messages"))["messages"][-1]["text"]
        assert told.startswith("您的评价已有答复：已当面道歉")
        seen = ok(await applicant.ask(number, act="ratings"))
        assert seen["can_rate"] and seen["ratings"][0]["answer"].startswith("已当面道歉")
        assert len(ok(await rate(applicant, number, 2))["ratings"]) == 2
        refused(await rate(applicant, number, 1), 409, "cannot_rate")

    async def test_a_good_one_needs_no_answer(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        ok(await rate(applicant, number, 3))
        async with colleague(app, Role.SUPERVISOR) as supervisor:
            assert ok(await supervisor.get("/desk/ratings"))["ratings"] == []

    async def test_another_department_neither_sees_nor_answers_it(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        ok(await rate(applicant, number, 4))
        async with colleague(app, Role.APPROVER, department="housing") as other:
            assert ok(await other.get("/desk/ratings"))["ratings"] == []
            answer = await other.post("/desk/ratings/1/answer", json={"answer": "知道了"})
            refused(answer, 404, "rating_not_found")
        async with colleague(app, Role.REVIEWER) as reviewer:
            refused(await reviewer.get("/desk/ratings"), 403, "role_missing")

    async def test_supervision_sees_it_and_when_it_is_late(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        number = await ended(applicant, services)
        ok(await rate(applicant, number, 4))
        clock.move(days=8)
        async with colleague(app, Role.SUPERVISOR, department="approval") as supervisor:
            (line,) = ok(await supervisor.get("/desk/ratings"))["ratings"]
            assert line["overdue"]
        for _ in range(2):
            late = await services.database.transact(lambda session: mark_late(session, services.today()))
            assert late == 1

        async def marks(session: Any) -> list[str]:
            return list((await session.execute(sql("SELECT code FROM case_marks"))).scalars())

        assert sorted(await services.database.read(marks)) == ["bad_rating", "rating_late"]
