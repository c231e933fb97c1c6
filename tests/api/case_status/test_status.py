"""Where is my case: told to its owner, and to nobody else by word, by count or by time."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError

from api.platform.attempt_limit import TryRow
from api.services import Services
from knowledge.cases.record.number import case_number
from tests.api.applicant import Applicant, ok, refused
from tests.api.conftest import MONDAY, MovableClock

pytestmark = pytest.mark.anyio


def wrong_tail(applicant: Applicant) -> str:
    return f"{(int(applicant.who.phone_tail) + 1) % 10_000:04d}"


_noting: ContextVar[list[str] | None] = ContextVar("statements", default=None)


@contextmanager
def statements(services: Services) -> Iterator[list[str]]:
    """The statements that are run for what is asked within, and for nothing that goes on beside it."""

    def note(_: object, __: object, statement: str, *___: object) -> None:
        if (noted := _noting.get()) is not None:
            noted.append(statement)

    run: list[str] = []
    engine = services.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    token = _noting.set(run)
    try:
        yield run
    finally:
        _noting.reset(token)
        event.remove(engine, "before_cursor_execute", note)


class TestStatus:
    async def test_owner_sees_state_and_who_acts_next(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        status = ok(await applicant.ask(receipt["number"]))
        assert status["state_label"] == "已提交"
        assert status["who_acts_next"] == "受理窗口"
        assert status["due"]["day"] == "2026-11-30"
        assert status["can"] == ["withdraw", "complain"]
        assert [event["label"] for event in status["timeline"]] == ["您提交了申请，清单上没有缺项"]
        assert status["window"] == receipt["window"]

    async def test_channel_can_leave_the_tail_with_the_intake(
        self, applicant: Applicant, stranger: Applicant
    ) -> None:
        receipt = await applicant.submitted()
        await stranger.begin()
        ask = {"number": receipt["number"], "intake": stranger.id}
        refused(await stranger.client.post("/cases/status", json=ask), 422, "second_factor_missing")
        ok(await stranger.put("personal", {"values": {"phone_tail": applicant.who.phone_tail}}))
        assert ok(await stranger.client.post("/cases/status", json=ask))["number"] == receipt["number"]

    async def test_the_conversation_that_submitted_needs_no_phone(self, applicant: Applicant) -> None:
        number = (await applicant.submitted())["number"]
        await applicant.begin()
        ask = {"number": number, "intake": applicant.id}
        assert ok(await applicant.client.post("/cases/status", json=ask))["number"] == number
        assert ok(await applicant.client.post("/cases/withdraw", json=ask))["state"] == "withdrawn"

    async def test_a_phone_that_is_said_is_checked_also_in_its_own_conversation(
        self, applicant: Applicant
    ) -> None:
        number = (await applicant.submitted())["number"]
        await applicant.begin()
        ok(await applicant.put("personal", {"values": {"phone_tail": wrong_tail(applicant)}}))
        ask = {"number": number, "intake": applicant.id, "by_phone": True}
        refused(await applicant.client.post("/cases/status", json=ask), 404, "case_not_found")
        ok(await applicant.client.post("/cases/status", json=ask | {"by_phone": False}))

    async def test_a_number_of_another_conversation_is_answered_as_an_unknown_one(
        self, applicant: Applicant, stranger: Applicant
    ) -> None:
        receipt = await applicant.submitted()
        await stranger.submitted()
        await stranger.begin()
        for number in (receipt["number"], case_number(MONDAY.date(), 4_711)):
            ask = {"number": number, "intake": stranger.id}
            refused(await stranger.client.post("/cases/status", json=ask), 422, "second_factor_missing")

    async def test_the_notice_of_the_case_is_the_one_it_was_submitted_with(
        self, applicant: Applicant, stranger: Applicant
    ) -> None:
        await applicant.prepare()
        drawn = (await applicant.draw())["notice"]
        number = ok(await applicant.submit())["number"]
        ask = {"number": number, "intake": applicant.id}
        told = ok(await applicant.client.post("/cases/notice", json=ask))
        assert told["notice_number"] == drawn["number"] and told["content"] == drawn["content"]
        await stranger.begin()
        ask = {"number": number, "intake": stranger.id}
        refused(await stranger.client.post("/cases/notice", json=ask), 422, "second_factor_missing")

    async def test_the_tail_given_last_counts(self, applicant: Applicant, stranger: Applicant) -> None:
        receipt = await applicant.submitted()
        await stranger.begin()
        ok(await stranger.put("personal", {"values": {"phone": applicant.who.phone}}))
        ok(await stranger.put("personal", {"values": {"phone_tail": wrong_tail(applicant)}}))
        ask = {"number": receipt["number"], "intake": stranger.id}
        refused(await stranger.client.post("/cases/status", json=ask), 404, "case_not_found")
        ok(await stranger.put("personal", {"values": {"phone": applicant.who.phone}}))
        ok(await stranger.client.post("/cases/status", json=ask))

    async def test_unknown_number_and_wrong_tail_are_the_same_bytes(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        unknown = case_number(MONDAY.date(), 4_711)
        first = await applicant.ask(unknown)
        second = await applicant.ask(receipt["number"], wrong_tail(applicant))
        refused(first, 404, "case_not_found")
        assert first.content == second.content
        assert first.headers.raw == second.headers.raw

    async def test_unknown_number_and_wrong_tail_are_the_same_work(
        self, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        """Who measures the time learns nothing: the same statements in the same order, try after try, also once locked."""
        receipt = await applicant.submitted()
        asked = {"unknown": case_number(MONDAY.date(), 4_711), "known": receipt["number"]}
        tail = wrong_tail(applicant)
        done: dict[str, list[list[str]]] = {name: [] for name in asked}
        for _ in range(7):
            for name, number in asked.items():
                with statements(services) as run:
                    await applicant.ask(number, tail)
                done[name].append(run)
            clock.move(minutes=1)
        assert all(done["known"]) and done["unknown"] == done["known"]

    async def test_five_wrong_lock_the_number_for_a_quarter_of_an_hour(
        self, applicant: Applicant, clock: MovableClock, caplog: pytest.LogCaptureFixture
    ) -> None:
        receipt = await applicant.submitted()
        for _ in range(5):
            refused(await applicant.ask(receipt["number"], wrong_tail(applicant)), 404, "case_not_found")
            clock.move(minutes=2)
        with caplog.at_level(logging.WARNING, "intake.security"):
            locked = await applicant.ask(receipt["number"])
        refused(locked, 429, "too_many_tries")
        assert "分钟后再试" in locked.json()["detail"]
        assert "locked" in caplog.text
        assert receipt["number"] not in caplog.text
        clock.move(minutes=12, seconds=59)
        refused(await applicant.ask(receipt["number"]), 429, "too_many_tries")
        clock.move(seconds=1)
        ok(await applicant.ask(receipt["number"]))

    async def test_parallel_tries_do_not_slip_through(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        wrong = [applicant.ask(receipt["number"], wrong_tail(applicant)) for _ in range(30)]
        answers = await asyncio.gather(*wrong)
        assert Counter(answer.status_code for answer in answers) == {404: 5, 429: 25}
        refused(await applicant.ask(receipt["number"]), 429, "too_many_tries")

    async def test_an_unknown_number_is_locked_alike(self, applicant: Applicant) -> None:
        unknown = case_number(MONDAY.date(), 4_711)
        for _ in range(5):
            refused(await applicant.ask(unknown), 404, "case_not_found")
        refused(await applicant.ask(unknown), 429, "too_many_tries")

    async def test_right_answers_use_up_no_tries(self, applicant: Applicant, services: Services) -> None:
        receipt = await applicant.submitted()
        for _ in range(20):
            ok(await applicant.ask(receipt["number"]))
        left = await services.database.read(lambda session: session.scalars(select(TryRow)))
        assert left.all() == []

    async def test_a_right_answer_between_wrong_ones_forgives_none(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        for _ in range(4):
            await applicant.ask(receipt["number"], wrong_tail(applicant))
        ok(await applicant.ask(receipt["number"]))
        refused(await applicant.ask(receipt["number"], wrong_tail(applicant)), 404, "case_not_found")
        refused(await applicant.ask(receipt["number"]), 429, "too_many_tries")

    async def test_a_number_with_something_after_it_is_unknown(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        refused(await applicant.ask(receipt["number"] + "x"), 404, "case_not_found")

    @pytest.mark.parametrize("tail", ["", "123", "12345", "12a4", "１２３４", "1234\n"])
    async def test_what_is_no_tail_is_refused_without_echo(self, applicant: Applicant, tail: str) -> None:
        body = {"number": "261123000014", "phone_tail": tail}
        document = refused(await applicant.client.post("/cases/status", json=body), 422, "invalid_payload")
        assert not tail or tail not in str(document["errors"])


class TestWithdraw:
    async def test_owner_withdraws_once(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        status = ok(await applicant.ask(receipt["number"], act="withdraw"))
        assert status["state"] == "withdrawn"
        assert status["can"] == ["complain"]
        assert [event["label"] for event in status["timeline"]] == [
            "您提交了申请，清单上没有缺项",
            "您撤回了申请",
        ]
        again = refused(await applicant.ask(receipt["number"], act="withdraw"), 409, "cannot_withdraw")
        assert again["state"] == "withdrawn" and "已撤回" in again["detail"]

    async def test_nobody_else_does(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        refused(
            await applicant.ask(receipt["number"], wrong_tail(applicant), act="withdraw"),
            404,
            "case_not_found",
        )
        assert ok(await applicant.ask(receipt["number"]))["state"] == "submitted"

    async def test_the_receipt_stays_what_it_was(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        ok(await applicant.ask(receipt["number"], act="withdraw"))
        assert ok(await applicant.submit()) == receipt


class TestLog:
    async def test_nobody_changes_or_deletes_a_line(self, applicant: Applicant, services: Services) -> None:
        await applicant.submitted()
        for statement in ("UPDATE case_log SET act = 'x'", "DELETE FROM case_log"):
            with pytest.raises(DBAPIError):
                await services.database.transact(lambda session, sql=statement: session.execute(text(sql)))
