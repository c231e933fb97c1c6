"""quality.md 23: every role at every route, in every state of a case, held against the tables ``routes.yaml`` and ``matrix.yaml``.

``routes.yaml`` says who may call each route (that a policy is kept over HTTP: ``tests/api/access/test_policies.py``); ``matrix.yaml`` what
is answered. W R H S T A G P are the roles of the case's own window and department, w r h those of another one, - nobody.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi import FastAPI

from api.access.policies import Policy, Staff
from api.app import create_app
from api.route_policies import declared
from api.services import Services
from knowledge.cases.record.state import CaseState
from tests.api.applicant import Applicant
from tests.api.stores import any_database
from tests.attacks import matrix
from tests.attacks.cases_in_states import WAYS, case_in

pytestmark = [pytest.mark.anyio, any_database]

ONCE = CaseState.ACCEPTED
BY_STATE = ("claim", "result-file", "on-spot")
"""What the state decides beside the acts; that it decides nothing else is in the slow test."""


def table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8")
    )
    return found


def who(policy: Policy) -> str:
    if isinstance(policy, Staff):
        return "".join(letter for letter, role in matrix.LETTERS.items() if role in policy.roles)
    return policy.kind


def test_who_may_call_each_route_is_what_the_table_says() -> None:
    found = {
        f"{method} {route.path}": who(route.policy)
        for route in declared(create_app().routes)
        if route.policies
        for method in route.methods
    }
    assert found == table("routes")


async def prepared(
    app: FastAPI, applicant: Applicant, services: Services, monkeypatch: pytest.MonkeyPatch
) -> dict[CaseState, tuple[str, Applicant]]:
    """A case in each state; what is typeset, and how fast one may ask, have tests of their own."""

    async def pdf(*_: object) -> bytes:
        return b"%PDF-1.7"

    monkeypatch.setattr(services.renderer, "pdf", pdf)
    app.state.rates = dict.fromkeys(app.state.rates, matrix.UNBOUNDED)
    assert set(WAYS) == set(CaseState)
    return {state: await case_in(state, applicant, services) for state in WAYS}


async def test_each_role_in_each_state_is_answered_as_the_table_says(
    app: FastAPI, applicant: Applicant, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = await prepared(app, applicant, services, monkeypatch)
    numbers = {state: number for state, (number, _) in cases.items()}
    said, every = table("matrix"), matrix.routes_of_cases(app)
    async with matrix.callers(app) as clients:
        assert await matrix.desk(every, clients, {ONCE: numbers[ONCE]}) == said["routes"]
        of_state = [one for one in every if one[1].endswith(BY_STATE)]
        acting = {name: clients[name] for name in "WRHS"}
        assert await matrix.desk(of_state, acting, numbers) == said["by_state"]
        assert await matrix.acts(clients, numbers) == said["acts"]
    assert await matrix.owner(cases) == said["owner"]


@pytest.mark.slow
async def test_the_state_decides_nothing_else(
    app: FastAPI, applicant: Applicant, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = await prepared(app, applicant, services, monkeypatch)
    numbers = {state: number for state, (number, _) in cases.items()}
    same = [one for one in matrix.routes_of_cases(app) if not one[1].endswith(BY_STATE)]
    async with matrix.callers(app) as clients:
        found = await matrix.desk(same, clients, numbers)
    assert found == {route: table("matrix")["routes"][route] for route in found}
