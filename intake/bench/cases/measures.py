"""What is measured of the filled case system; each measure speaks HTTP as clients do."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.chain_check import verify_logs
from api.cases.models import CaseRow
from api.cases.sweep_job import SweepResult, sweep
from api.day_seals import job as day_seal_job
from api.day_seals.check import check_days
from api.intakes.models import IntakeRow
from api.services import Services
from api.staff.accounts import NewAccount, Registry
from intake.bench.cases.rows import RowMaker
from intake.bench.cases.store import OURS, BenchClock
from intake.people import person
from intake.problems import Problem
from knowledge.base.roles import Role

ITEM = "food_operation.new"
CLIENTS = 32


def client_of(app: FastAPI) -> httpx.AsyncClient:
    """A client in the same process."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://bench/api/v1", timeout=120
    )


async def status(app: FastAPI, maker: RowMaker, times: int) -> list[float]:
    """Seconds of status queries by number and second factor, over all cases alike."""
    services: Services = app.state.services
    ours = select(CaseRow.number).where(CaseRow.intake_id.startswith(OURS))
    every = await services.database.read(lambda session: session.scalars(ours))
    numbers = Random(2).choices(list(every), k=times)
    async with client_of(app) as client:

        async def ask(number: str) -> httpx.Response:
            tail = maker.applicant_of(number).phone_tail
            return await client.post("/cases/status", json={"number": number, "phone_tail": tail})

        return await _timed(ask, numbers)


async def queue(app: FastAPI, times: int) -> list[float]:
    """Seconds of a window's queue page: the first one and following ones, window after window."""
    services: Services = app.state.services
    counted = await services.database.read(_open_by_window)
    registry = Registry(services.database, services.now())
    windows = tuple(window for window, _ in counted)
    account = NewAccount("测速", next(iter(services.catalogue.departments)), windows, (Role.WINDOW.value,))
    _, made = await registry.add(account)
    async with client_of(app) as client:
        client.headers["Authorization"] = f"Bearer {made.token}"
        following: dict[str, str | None] = dict.fromkeys(windows)

        async def ask(window: str) -> httpx.Response:
            after = following[window]
            answer = await client.get(
                "/desk/cases", params={"window": window} | ({"cursor": after} if after else {})
            )
            following[window] = answer.json().get("next")
            return answer

        return await _timed(ask, [windows[turn % len(windows)] for turn in range(times)])


async def sweeping(app: FastAPI, clock: BenchClock) -> dict[str, Any]:
    """The sweep of the next day, made to look at every open case, while somebody goes on writing."""
    services: Services = app.state.services
    clock.ahead = timedelta(days=1)
    now = services.now()
    await services.database.transact(
        lambda session: session.execute(
            update(CaseRow)
            .where(CaseRow.is_open)
            .values(look_at=now)
            .execution_options(synchronize_session=False)
        )
    )
    waits: list[float] = []
    done = asyncio.Event()
    writer = asyncio.create_task(_write_beside(services, waits, done))
    began = time.perf_counter()
    result: SweepResult = await sweep(services)
    taken = time.perf_counter() - began
    done.set()
    await writer
    clock.ahead = timedelta()
    return {
        "sweep_s": round(taken, 1),
        "swept": result.looked,
        "recorded": dict(result.recorded),
        "writer_p95_ms": round(share(waits, 0.95) * 1000, 1),
        "writer_max_ms": round(max(waits) * 1000, 1),
    }


async def submits(app: FastAPI, count: int) -> float:
    """Submissions a second, 32 at once, of intakes that are complete and noticed."""
    services: Services = app.state.services
    async with client_of(app) as client:
        ids = await intakes(client, services, count)
        waiting = list(ids)

        async def work() -> None:
            while waiting:
                intake = waiting.pop()
                answer = await client.post(
                    f"/intakes/{intake}/submission", headers={"Idempotency-Key": uuid.uuid4().hex}
                )
                _expect(answer)

        began = time.perf_counter()
        await asyncio.gather(*(work() for _ in range(CLIENTS)))
        return count / (time.perf_counter() - began)


async def verified(app: FastAPI) -> dict[str, Any]:
    """Cases a minute that ``doctor`` reads and checks, and what the seals of all days take to make and to check."""
    services: Services = app.state.services
    began = time.perf_counter()
    logs = await verify_logs(services.database, services.vault, all_sealed=False)
    taken = time.perf_counter() - began
    sealed = await day_seal_job.seal_days(services)
    made = time.perf_counter() - began - taken
    days = await check_days(services.database, services.vault, day_seal_job.kept(services.settings.data_dir))
    return {
        "cases_per_min": round(60 * logs.cases / taken),
        "broken": len(logs.broken),
        "days_sealed": sealed,
        "days_seal_s": round(made, 1),
        "days_checked": days.days,
        "days_rows": days.rows,
        "days_check_s": round(time.perf_counter() - began - taken - made, 1),
        "days_tampered": len(days.tampered),
    }


def share(values: Sequence[float], of: float) -> float:
    """The value below which that share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * of))]


async def _timed(ask: Callable[[str], Awaitable[httpx.Response]], subjects: Sequence[str]) -> list[float]:
    for subject in subjects[: len(subjects) // 10]:
        _expect(await ask(subject))
    taken = []
    for subject in subjects:
        began = time.perf_counter()
        answer = await ask(subject)
        taken.append(time.perf_counter() - began)
        _expect(answer)
    return taken


def _expect(answer: httpx.Response) -> None:
    if answer.status_code != 200:
        raise Problem(f"测速中断：{answer.request.url.path} 答复 {answer.status_code}：{answer.text[:300]}")


async def _open_by_window(session: AsyncSession) -> list[tuple[str, int]]:
    query = select(CaseRow.window, func.count()).where(CaseRow.is_open).group_by(CaseRow.window)
    return [(window, count) for window, count in (await session.execute(query)).all()]


async def _write_beside(services: Services, waits: list[float], done: asyncio.Event) -> None:
    """A small write every 20 ms: how long it had to wait."""

    async def touch(session: AsyncSession) -> None:
        await session.execute(update(IntakeRow).where(IntakeRow.id == "nobody").values(channel="web"))

    while not done.is_set():
        began = time.perf_counter()
        await services.database.transact(touch)
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.02)


async def intakes(client: httpx.AsyncClient, services: Services, count: int) -> list[str]:
    """One intake brought to its submission over HTTP, and copies of it."""
    who = person(7)
    begun = await client.post(
        "/intakes/current",
        json={"channel": "bench", "conversation": uuid.uuid4().hex},
        headers={"Authorization": f"Bearer {services.channels_token}"},
    )
    _expect(begun)
    at = f"/intakes/{begun.json()['id']}"
    view = await client.put(f"{at}/affair", json={"affair": ITEM, "statements": []})
    _expect(view)
    while question := view.json()["next_question"]:
        answers = {question["id"]: question["options"][0]["value"]}
        view = await client.patch(f"{at}/answers", json={"answers": answers})
        _expect(view)
    values = {
        "name": who.name,
        "id_number": who.id_number,
        "phone": who.phone,
        "credit_code": who.credit_code,
    }
    _expect(await client.put(f"{at}/personal", json={"values": values}))
    _expect(await client.patch(f"{at}/materials", json={"all_ready": True}))
    first = begun.json()["id"]

    async def copy(session: AsyncSession) -> list[str]:
        row = (
            (await session.execute(select(IntakeRow.__table__).where(IntakeRow.id == first))).one()._asdict()
        )
        copies = [row | {"id": uuid.uuid4().hex, "conversation": uuid.uuid4().hex} for _ in range(count)]
        await session.execute(insert(IntakeRow), copies)
        return [one["id"] for one in copies]

    return await services.database.transact(copy)
