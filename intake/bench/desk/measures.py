"""What is measured of the desk; each measure speaks HTTP as the page does, in this process but for the streams."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.services import Services
from api.staff.accounts import NewAccount, Registry
from intake.bench.cases.measures import ITEM, client_of, intakes, share
from intake.bench.cases.rows import RowMaker
from intake.bench.desk.streams import Desk
from intake.problems import Problem
from knowledge.base.roles import Role

ACCOUNTS = 40
"""Accounts whose desks are open; each may have eight streams."""


@dataclass(frozen=True)
class Office:
    """Tokens of the staff that is measured with.

    Attributes:
        tokens: Of supervisors, whose desks see every submission.
        numbers: Cases of the clerk's window, open and ended.
    """

    clerk: str
    reviewer: str
    supervisor: str
    tokens: Sequence[str]
    numbers: Sequence[str]


async def office_of(services: Services) -> Office:
    """Accounts at the fullest window and department."""
    window, department = await services.database.read(_fullest)
    registry = Registry(services.database, services.now())

    async def token(*roles: Role, windows: tuple[str, ...] = ()) -> str:
        account = NewAccount("测速", department, windows, tuple(role.value for role in roles))
        return (await registry.add(account))[1].token

    some = select(CaseRow.number).where(CaseRow.window == window).limit(2_000)
    numbers = (await services.database.read(lambda session: session.scalars(some))).all()
    return Office(
        clerk=await token(Role.WINDOW, windows=(window,)),
        reviewer=await token(Role.REVIEWER),
        supervisor=await token(Role.SUPERVISOR),
        tokens=[await token(Role.SUPERVISOR) for _ in range(ACCOUNTS)],
        numbers=numbers,
    )


async def queues(app: FastAPI, office: Office, maker: RowMaker, times: int) -> Mapping[str, list[float]]:
    """Seconds of a queue's first page: by role, by group, by what is typed."""
    number = office.numbers[0]
    who = maker.applicant_of(number)
    asked: dict[str, tuple[str, dict[str, Any]]] = {
        "clerk": (office.clerk, {}),
        "clerk_done": (office.clerk, {"stage": "done"}),
        "clerk_nobody": (office.clerk, {"claimed_by": "nobody", "stage": "receive"}),
        "clerk_newest": (office.clerk, {"sort": "newest"}),
        "reviewer": (office.reviewer, {}),
        "reviewer_work": (office.reviewer, {"stage": "work"}),
        "supervisor": (office.supervisor, {}),
        "supervisor_done": (office.supervisor, {"stage": "done"}),
        "supervisor_item": (office.supervisor, {"item": ITEM}),
        "search_number": (office.clerk, {"q": number[:8]}),
        "search_name": (office.clerk, {"q": who.name}),
        "search_tail": (office.supervisor, {"q": who.phone_tail}),
        "search_item": (office.clerk, {"q": "登记"}),
        "supervisor_200": (office.supervisor, {"limit": 200}),
    }
    async with client_of(app) as client:
        return {
            name: await _timed(client, token, ["/desk/cases"] * max(10, times // len(asked)), params)
            for name, (token, params) in asked.items()
        }


async def pages(app: FastAPI, office: Office, times: int) -> list[float]:
    """Seconds of everything that a case's page asks for: the case, its acts, its notes and its sentences."""
    chosen = Random(3).choices(list(office.numbers), k=max(10, times // 4))
    parts = ("", "/acts", "/notes", "/sentences")
    taken = []
    async with client_of(app) as client:
        for number in chosen:
            paths = [f"/desk/cases/{number}{part}" for part in parts]
            taken.append(sum(await _timed(client, office.clerk, paths, {}, warm=False)))
    return taken


async def summaries(app: FastAPI, office: Office, times: int) -> list[float]:
    """Seconds of the counts at the left."""
    async with client_of(app) as client:
        return await _timed(client, office.supervisor, ["/desk/summary"] * max(10, times // 10), {})


async def requests(app: FastAPI, office: Office, times: int) -> list[float]:
    """Seconds of a plain request, to see whether open desks slow others down."""
    async with client_of(app) as client:
        paths = [f"/desk/cases/{number}" for number in Random(4).choices(list(office.numbers), k=times)]
        return await _timed(client, office.clerk, paths, {})


async def appearing(app: FastAPI, desks: Sequence[Desk], count: int) -> list[float]:
    """Seconds from a submission's answer until the last of all desks shows it."""
    services: Services = app.state.services
    taken = []
    async with client_of(app) as client:
        for intake in await intakes(client, services, count):
            path = f"/intakes/{intake}/submission"
            answer = await client.post(path, headers={"Idempotency-Key": f"desk-{intake[:16]}"})
            answered = time.perf_counter()
            number = _expect(answer).json()["number"]
            shown = await asyncio.gather(*(desk.appeared(number) for desk in desks))
            taken.append(max(0.0, max(shown) - answered))
    return taken


def p95(times: Sequence[float]) -> float:
    return milliseconds(share(times, 0.95))


def p50(times: Sequence[float]) -> float:
    return milliseconds(share(times, 0.5))


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 1)


async def _timed(
    client: httpx.AsyncClient, token: str, paths: Sequence[str], params: dict[str, Any], *, warm: bool = True
) -> list[float]:
    headers = {"Authorization": f"Bearer {token}"}
    if warm:
        _expect(await client.get(paths[0], params=params, headers=headers))
    taken = []
    for path in paths:
        began = time.perf_counter()
        answer = await client.get(path, params=params, headers=headers)
        taken.append(time.perf_counter() - began)
        _expect(answer)
    return taken


def _expect(answer: httpx.Response) -> httpx.Response:
    if answer.status_code != 200:
        raise Problem(f"测速的请求得到 {answer.status_code}：{answer.text[:200]}")
    return answer


async def _fullest(session: AsyncSession) -> tuple[str, str]:
    """The window and department with most open cases."""
    query = select(CaseRow.window, CaseRow.department).where(CaseRow.is_open)
    query = query.group_by(CaseRow.window, CaseRow.department).order_by(func.count().desc()).limit(1)
    window, department = (await session.execute(query)).one()
    return window, department
