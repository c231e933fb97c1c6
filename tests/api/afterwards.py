"""Cases of the tests brought to an end, and receivers of what is sent out afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import select

from api.cases import performance, repository
from api.outbox.delivery import Deliverer
from api.outbox.http_post import Post
from api.outbox.models import OutboxRow
from api.senders import SENDERS
from api.services import Services
from knowledge.base.roles import Role
from knowledge.cases.acts.attempt import Attempt
from tests.api.applicant import Applicant

Step = tuple[str, Role, str, dict[str, Any]]

GRANTED: tuple[Step, ...] = (
    ("receive", Role.WINDOW, "clerk", {}),
    ("accept", Role.WINDOW, "clerk", {"document": "受字〔2026〕1号"}),
    ("arrange_examination", Role.REVIEWER, "examiner", {"kind": "on_site", "on": "2026-11-24"}),
)
"""As far as every case goes alike; :func:`granted` goes on from there."""

TO_THE_END: tuple[Step, ...] = (
    (
        "review",
        Role.REVIEWER,
        "examiner",
        {"outcome": "grant", "opinion": "材料齐全", "without_examination": "上次核查在有效期内"},
    ),
    ("approve", Role.APPROVER, "head", {"opinion": "同意"}),
    ("decide", Role.APPROVER, "head", {"outcome": "grant", "document": "准字〔2026〕1号"}),
    (
        "issue",
        Role.WINDOW,
        "clerk",
        {"name": "食品经营许可证", "number": "JY20261123", "valid_until": "2031-11-22"},
    ),
    ("deliver", Role.WINDOW, "clerk", {"way": "counter"}),
)


async def act(services: Services, number: str, steps: tuple[Step, ...]) -> None:
    """Do these acts on a case, each in a transaction of its own."""
    for name, role, actor, data in steps:

        async def work(session: Any, name=name, role=role, actor=actor, data=data) -> Any:  # type: ignore[no-untyped-def]
            case = await repository.by_number(session, number)
            assert case is not None
            return await performance.act(
                session, case, Attempt(name, role, actor, services.now(), data), services
            )

        await services.database.transact(work)


async def ended(applicant: Applicant, services: Services) -> str:
    """The number of a case that was granted and delivered."""
    number: str = (await applicant.submitted())["number"]
    await act(services, number, (*GRANTED[:2], *TO_THE_END))
    return number


async def outbox(services: Services, topic: str = "") -> list[OutboxRow]:
    """Everything in the outbox, oldest first."""
    query = select(OutboxRow).order_by(OutboxRow.id)
    if topic:
        query = query.where(OutboxRow.topic == topic)

    async def work(session: Any) -> list[OutboxRow]:
        return list((await session.scalars(query)).all())

    return await services.database.read(work)


class Receiver:
    """Another system: remembers what it got, and answers what the test says."""

    def __init__(self, answer: Callable[[httpx.Request], httpx.Response] | None = None) -> None:
        self.answer = answer or (lambda _: httpx.Response(204))
        self.got: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.got.append(request)
        return self.answer(request)

    @property
    def keys(self) -> list[str]:
        return [request.headers["idempotency-key"] for request in self.got]


@asynccontextmanager
async def deliverer(app: FastAPI, receiver: Receiver | None = None) -> AsyncIterator[Deliverer]:
    """Somebody who delivers when told to."""
    made = Deliverer(app.state.services, SENDERS, post=Post(httpx.MockTransport(receiver or Receiver())))
    yield made
    await made.close()
