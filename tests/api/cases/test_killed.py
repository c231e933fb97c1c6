"""``kill -9`` at every statement and commit: the whole case or none of it, and what it sends out stands or falls with it."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.log import link_of
from api.cases.models import CaseLogRow, CaseRow, SubmissionKeyRow
from api.cases.performance import act
from api.outbox.models import OutboxRow
from api.platform.database import Database
from api.services import Services
from api.submission import service as submission
from knowledge.base.roles import Role
from knowledge.cases.acts.attempt import Attempt
from knowledge.cases.procedure.act_messages import applicant_message
from knowledge.cases.record.chain import verify
from tests.api.applicant import Applicant, ok

pytestmark = pytest.mark.anyio

MOST_STEPS = 200
Work = Callable[[AsyncSession, Services], Awaitable[Any]]


def dies(services: Services, work: Work, at: int) -> bool:
    """Run a unit of work in a process that is killed at that step; False where it came to its end before."""
    child = os.fork()
    if child == 0:
        try:
            asyncio.events._set_running_loop(None)
            asyncio.run(_victim(services, work, at))
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


async def _victim(services: Services, work: Work, at: int) -> None:
    database = Database(services.settings.url)
    left = at

    def step(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    engine = database.engine.sync_engine
    for name in ("after_cursor_execute", "commit"):
        event.listen(engine, name, step)
    own = replace(services, database=database)
    await database.transact(lambda session: work(session, own))
    step()


async def everything(services: Services, table: type[Any]) -> list[Any]:
    async def read(session: AsyncSession) -> list[Any]:
        return list((await session.scalars(select(table).order_by(*table.__table__.primary_key))).all())

    return await services.database.read(read)


async def sound(services: Services) -> None:
    """Every case has a whole chain of entries, and for each entry the messages that it sends, once."""
    cases = await everything(services, CaseRow)
    log = await everything(services, CaseLogRow)
    sent = [row for row in await everything(services, OutboxRow) if row.topic == "told"]
    for case in cases:
        links = [link_of(row) for row in log if row.case_number == case.number]
        assert links and verify(case.number, links, case.log_head) is None
        assert links[-1].entry.after == case.state
    said = [row for row in log if applicant_message(link_of(row).entry)]
    assert sorted(row.key for row in sent) == sorted(f"told/{row.hash}" for row in said)


class TestSubmission:
    async def test_the_whole_case_or_none(self, applicant: Applicant, services: Services) -> None:
        await applicant.prepare("start_company")
        intake = applicant.id

        async def submit(session: AsyncSession, own: Services) -> None:
            await submission.submit(session, intake, "one-key", own)

        for step in range(1, MOST_STEPS, 3):
            died = dies(services, submit, step)
            cases = await everything(services, CaseRow)
            keys = await everything(services, SubmissionKeyRow)
            assert len(keys) == (1 if cases else 0)
            await sound(services)
            if cases:
                break
            assert died
        assert step > 8
        receipt = ok(await applicant.submit("one-key"))
        assert [part["number"] for part in receipt["parts"]] == [case.number for case in cases]
        assert len(await everything(services, CaseRow)) == len(cases) > 1


class TestAct:
    async def test_done_with_all_that_follows_or_not_done(
        self, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]

        async def receive(session: AsyncSession, own: Services) -> None:
            case = await repository.to_act_on(session, number)
            assert case is not None
            attempt = Attempt("receive", Role.WINDOW, "officer", own.now())
            await act(session, case, attempt, own, version=case.row_version)

        for step in range(1, MOST_STEPS):
            died = dies(services, receive, step)
            await sound(services)
            (case,) = await everything(services, CaseRow)
            if case.state == "received":
                break
            assert died and case.state == "submitted"
        assert step > 4
        assert len(await everything(services, CaseLogRow)) == 2
