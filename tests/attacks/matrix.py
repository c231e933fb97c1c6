"""What each caller is answered at each route of a case in each state, asked of the running app and written as short as the table is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import httpx
from fastapi import FastAPI

from api.platform.rate_limiter import Rate, Rates
from api.route_policies import declared
from knowledge.base.roles import Role
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState
from tests.api.applicant import Applicant, client_of, ok
from tests.api.colleagues import colleague

UNBOUNDED = Rates(*[Rate(10**9)] * 3)
LETTERS: Mapping[str, Role] = {
    "W": Role.WINDOW,
    "R": Role.REVIEWER,
    "H": Role.APPROVER,
    "S": Role.SUPERVISOR,
    "T": Role.TUNER,
    "A": Role.ADMINISTRATOR,
    "G": Role.REGULATOR,
    "P": Role.PARTNER,
}
"""Of the case's own window and department."""
ELSEWHERE: Mapping[str, Role] = {"w": Role.WINDOW, "r": Role.REVIEWER, "h": Role.APPROVER}
"""Of another window and department."""
BODIES: Mapping[str, dict[str, Any]] = {
    "contact": {"fields": ["phone"]},
    "notes": {"kind": "note", "text": "电话问过"},
    "shared": {"material": "x", "found": "none"},
    "on-spot": {"version": 10**6},
    "{act}": {"version": 10**6, "data": {}},
    "preview": {"version": 10**6, "data": {}},
}
PLACES = {
    "material": "food_operation.application",
    "file_id": "x",
    "kind": "receipt",
    "place": "99",
    "act": "urge",
}
OWNER_ROUTES = (
    "status", "notice", "papers", "papers/receipt", "messages", "reminders", "ratings", "complaints", "live-ticket",
    "rating", "complaint", "correction", "withdraw",
)  # fmt: skip
"""Those that change the case come last."""
OWNER_BODIES: Mapping[str, dict[str, Any]] = {
    "rating": {"grade": 5},
    "complaint": {"about": "window", "text": "等了两个小时没有人理。"},
    "correction": {"materials": ["food_operation.application"]},
    "reminders": {"ways": []},
}
FEW = ("status", "papers", "complaint", "withdraw")
"""What a stranger tries: a fifth wrong factor would be answered with a lock."""

Seen = dict[str, dict[str, Any]]


def routes_of_cases(app: FastAPI) -> list[tuple[str, str]]:
    """Every route of the staff that is about one case."""
    return sorted(
        (method, route.path)
        for route in declared(app.routes)
        for method in route.methods
        if "/cases/{number}" in route.path
    )


@asynccontextmanager
async def callers(app: FastAPI) -> AsyncIterator[dict[str, httpx.AsyncClient]]:
    """Everybody who may come: each role here, some elsewhere, and ``-`` who has no token."""
    async with AsyncExitStack() as stack:
        found = {
            name: await stack.enter_async_context(colleague(app, role)) for name, role in LETTERS.items()
        }
        for name, role in ELSEWHERE.items():
            other = colleague(app, role, windows=["police"], department="police")
            found[name] = await stack.enter_async_context(other)
        found["-"] = await stack.enter_async_context(client_of(app))
        yield found


async def desk(
    routes: Iterable[tuple[str, str]],
    clients: Mapping[str, httpx.AsyncClient],
    cases: Mapping[CaseState, str],
) -> Seen:
    """Route to caller to answer; a claim is given back at once, so that the next one finds none."""
    raw: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for method, path in routes:
        last = path.rpartition("/")[2]
        for state, number in cases.items():
            at = path.removeprefix("/api/v1").format(number=number, **PLACES)
            for name, client in clients.items():
                body = BODIES.get(last, {}) if method in ("POST", "PUT") else None
                answer = await client.request(method, at, json=body)
                raw[f"{method} {path.removeprefix('/api/v1')}"][name][said(answer)].append(state.value)
                if last == "claim" and answer.is_success:
                    await client.post(at.replace("/claim", "/release"))
    return shortened(raw)


async def acts(clients: Mapping[str, httpx.AsyncClient], cases: Mapping[CaseState, str]) -> Seen:
    """State to role to the acts that are offered; of the others some are tried, and are refused."""
    found: Seen = {}
    for place, (state, number) in enumerate(cases.items()):
        found[state.value] = {}
        for name in "WRHS":
            page = ok(await clients[name].get(f"/desk/cases/{number}/acts"))
            offered = [one["act"] for one in page["acts"] if one["possible"]]
            if offered:
                found[state.value][name] = " ".join(offered)
            others = [act for act in Act if act.value not in offered]
            for act in (others[place % len(others)], others[-1 - place % len(others)]):
                body = {"version": page["version"], "data": {}}
                answer = await clients[name].post(f"/desk/cases/{number}/acts/{act.value}", json=body)
                assert answer.status_code in (403, 409, 422), (state, name, act, answer.text)
            assert ok(await clients[name].get(f"/desk/cases/{number}"))["version"] == page["version"]
    return found


async def owner(cases: Mapping[CaseState, tuple[str, Applicant]]) -> Seen:
    """Route to factor to answer, of whoever knows the whole phone, the tail, or neither."""
    raw: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for state, (number, who) in cases.items():
        phone = who.who.phone
        factors = {
            "nobody": {"phone_tail": f"{(int(phone[-4:]) + 1) % 10_000:04d}"},
            "tail": {"phone_tail": phone[-4:]},
            "phone": {"phone": phone},
        }
        for name, factor in factors.items():
            for route in FEW if name == "nobody" else OWNER_ROUTES:
                body = {"number": number, **factor, **OWNER_BODIES.get(route, {})}
                answer = await who.client.post(f"/cases/{route}", json=body)
                raw[f"POST /cases/{route}"][name][said(answer)].append(state.value)
    return shortened(raw)


def said(answer: httpx.Response) -> str:
    """Status, and of a refusal its code."""
    return str(answer.status_code) if answer.is_success else f"{answer.status_code} {answer.json()['code']}"


def shortened(raw: Mapping[str, Mapping[str, Mapping[str, list[str]]]]) -> Seen:
    """Callers who are answered alike stand together; an answer that is the same in every state names none."""
    found: Seen = {}
    for route, by_caller in raw.items():
        alike: dict[str, list[str]] = defaultdict(list)
        answers: dict[str, Any] = {}
        for caller, by_answer in by_caller.items():
            told = (
                next(iter(by_answer))
                if len(by_answer) == 1
                else {one: " ".join(of) for one, of in by_answer.items()}
            )
            alike[repr(told)].append(caller)
            answers[repr(told)] = told
        found[route] = {" ".join(who): answers[key] for key, who in alike.items()}
    return found
