"""Who may call each route: every route of the app says so, and staff routes refuse everybody else."""

from __future__ import annotations

import itertools
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from fastapi import Depends, FastAPI

from api.access.policies import PUBLIC, Capability, Staff, allow, staff
from api.app import create_app
from api.route_policies import Declared, declared
from api.services import Services
from api.staff.accounts import Registry
from knowledge.base.roles import ROLE_NAMES, STAFF_ROLES, Role
from tests.api.applicant import Applicant, refused
from tests.api.colleagues import account_of, logged
from tests.api.conftest import MovableClock
from tests.api.signing_in import session_of
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

DESCRIPTION = "/api/v1/openapi.json"
"""The framework's own route; the description of a public contract is public."""

ROUTES = [route for route in declared(create_app().routes) if route.path != DESCRIPTION]
OF_STAFF = [route for route in ROUTES if any(isinstance(policy, Staff) for policy in route.policies)]


PROOFS = {
    "staff": ["bearer", "session"],
    "partner": ["bearer"],
    "channels": ["bearer"],
    "session": ["session"],
}
"""By what callers of each kind of policy show who they are."""


def name(route: Declared) -> str:
    return f"{'/'.join(sorted(route.methods))} {route.path}"


def each(routes: list[Declared]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("route", routes, ids=name)


@asynccontextmanager
async def client_at(app: FastAPI, address: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client with an address of its own."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, client=(address, 4711))
    async with httpx.AsyncClient(transport=transport, base_url="http://centre", timeout=30) as client:
        yield client


async def call(
    client: httpx.AsyncClient, route: Declared, token: str = "", headers: dict[str, str] | None = None
) -> list[httpx.Response]:
    """The answers to a call by each method of the route."""
    path = re.sub(r"\{[^}]*\}", "x", route.path)
    headers = headers or ({"Authorization": f"Bearer {token}"} if token else {})
    return [await client.request(method, path, headers=headers) for method in sorted(route.methods)]


class TestDeclarations:
    @each(ROUTES)
    def test_every_route_declares_exactly_one_policy(self, route: Declared) -> None:
        assert len(route.policies) == 1, f"{name(route)}：用 api.access.policies.allow 说明谁可以调用"

    @each([route for route in ROUTES if any(isinstance(one, Capability) for one in route.policies)])
    def test_a_capability_stands_in_the_path(self, route: Declared) -> None:
        (policy,) = route.policies
        assert isinstance(policy, Capability) and f"{{{policy.parameter}}}" in route.path

    def test_no_route_takes_a_token_in_its_address(self) -> None:
        described = create_app().openapi()
        named = [
            parameter["name"]
            for methods in described["paths"].values()
            for operation in methods.values()
            for parameter in operation.get("parameters", ())
            if parameter["in"] in ("path", "query")
        ]
        assert named and not [one for one in named if "token" in one or "secret" in one or "password" in one]

    def test_the_description_says_who_may_call(self) -> None:
        for path, methods in create_app().openapi()["paths"].items():
            for operation in methods.values():
                assert operation["x-policy"]["who"], path
                proofs = [name for one in operation.get("security", ()) for name in one]
                assert proofs == PROOFS.get(operation["x-policy"]["kind"], []), path

    def test_a_route_without_policy_is_found(self) -> None:
        app = FastAPI(openapi_url=None)
        app.add_api_route("/open", lambda: {})
        app.add_api_route("/other", lambda: {}, dependencies=[Depends(lambda: None)])
        app.add_api_route("/both", lambda: {}, dependencies=[allow(PUBLIC), allow(staff(Role.WINDOW))])
        found = {route.path: route for route in declared(app.routes)}
        assert [len(found[path].policies) for path in ("/open", "/other", "/both")] == [0, 0, 2]
        with pytest.raises(ValueError, match="/open"):
            assert found["/open"].policy

    def test_what_an_open_page_calls_by_itself_keeps_nobody_signed_in(self) -> None:
        by_itself = {
            name(route) for route in OF_STAFF if isinstance(route.policy, Staff) and not route.policy.is_use
        }
        assert by_itself == {"GET /api/v1/desk/events", "PUT /api/v1/desk/cases/{number}/looking"}

    def test_a_policy_of_staff_without_roles_cannot_be_made(self) -> None:
        with pytest.raises(ValueError):
            staff()


class TestStaffRoutes:
    """Over all routes of staff and partners at once; each call comes from another address, so that none is locked out."""

    @any_database
    async def test_no_token(self, app: FastAPI) -> None:
        async with client_at(app, "10.0.0.1") as client:
            for route in OF_STAFF:
                for answer in await call(client, route):
                    assert_refused(answer, 401, "token_missing", name(route))
                    assert answer.headers["www-authenticate"] == 'Bearer realm="intake"', name(route)

    @any_database
    async def test_unknown_token(self, app: FastAPI) -> None:
        for number, route in enumerate(OF_STAFF):
            async with client_at(app, f"10.0.1.{number}") as client:
                for answer in await call(client, route, "ywtb_" + "A" * 43):
                    assert_refused(answer, 401, "token_wrong", name(route))
                    assert 'error="invalid_token"' in answer.headers["www-authenticate"]

    @any_database
    async def test_wrong_role_names_the_right_one(self, app: FastAPI, services: Services) -> None:
        tokens = {role: (await account_of(services, role)).token for role in (*STAFF_ROLES, Role.PARTNER)}
        async with client_at(app, "10.0.2.1") as client:
            for route, (role, token) in itertools.product(OF_STAFF, tokens.items()):
                policy = route.policy
                assert isinstance(policy, Staff)
                if role in policy.roles:
                    continue
                for answer in await call(client, route, token):
                    document = assert_refused(answer, 403, "role_missing", f"{name(route)} {role}")
                    assert all(f"「{ROLE_NAMES[needed]}」" in document["detail"] for needed in policy.roles)
                    assert f"您的账号是「{ROLE_NAMES[role]}」" in document["detail"]
                    assert 'error="insufficient_scope"' in answer.headers["www-authenticate"]

    async def test_the_right_role_is_let_in(self, app: FastAPI, services: Services) -> None:
        services.desks.close()  # a stream would go on for ten minutes
        async with client_at(app, "10.0.3.1") as client:
            for route in OF_STAFF:
                policy = route.policy
                assert isinstance(policy, Staff)
                token = (await account_of(services, policy.roles[0])).token
                for answer in await call(client, route, token):
                    assert answer.status_code not in (401, 500), f"{name(route)} {answer.text}"
                    assert answer.status_code != 403 or answer.json()["code"] != "role_missing", name(route)

    async def test_the_cookie_of_a_session_lets_in_who_has_the_right_role(
        self, app: FastAPI, services: Services
    ) -> None:
        services.desks.close()  # a stream would go on for ten minutes
        cookies = {role: await session_of(services, role) for role in STAFF_ROLES}
        async with client_at(app, "10.0.6.1") as client:
            for route, (role, headers) in itertools.product(OF_STAFF, cookies.items()):
                policy = route.policy
                assert isinstance(policy, Staff)
                for answer in await call(client, route, headers=headers):
                    if role in policy.roles:
                        assert answer.status_code not in (401, 500), f"{name(route)} {answer.text}"
                        assert answer.status_code != 403 or answer.json()["code"] == "not_shown", name(route)
                    else:
                        assert_refused(answer, 403, "role_missing", f"{name(route)} {role}")

    @any_database
    async def test_with_a_cookie_alone_nothing_is_changed(self, app: FastAPI, services: Services) -> None:
        services.desks.close()  # a stream would go on for ten minutes
        headers = await session_of(services, *STAFF_ROLES)
        del headers["X-CSRF-Token"]
        async with client_at(app, "10.0.7.1") as client:
            for route in OF_STAFF:
                for method, answer in zip(
                    sorted(route.methods), await call(client, route, headers=headers), strict=True
                ):
                    if method != "GET":
                        assert_refused(answer, 403, "session.csrf", name(route))

    @any_database
    async def test_a_cookie_that_is_good_no_more(
        self, app: FastAPI, services: Services, clock: MovableClock
    ) -> None:
        headers = await session_of(services, *STAFF_ROLES)
        clock.move(minutes=30)
        async with client_at(app, "10.0.8.1") as client:
            for route in OF_STAFF:
                for answer in await call(client, route, headers=headers):
                    assert_refused(answer, 401, "session.ended", name(route))

    @pytest.mark.parametrize("how", ["token_revoked", "token_expired", "account_disabled"])
    async def test_a_token_that_is_no_longer_good(
        self, app: FastAPI, services: Services, clock: MovableClock, how: str
    ) -> None:
        made = {role: await account_of(services, role, days=1) for role in (*STAFF_ROLES, Role.PARTNER)}
        await account_of(services, Role.ADMINISTRATOR)
        registry = Registry(services.database, services.now())
        for one in made.values():
            if how == "token_revoked":
                await registry.revoke(one.id)
            elif how == "account_disabled":
                await registry.set_active(one.account, False)
        clock.move(days=1 if how == "token_expired" else 0)
        async with client_at(app, "10.0.4.1") as client:
            for route in OF_STAFF:
                policy = route.policy
                assert isinstance(policy, Staff)
                for answer in await call(client, route, made[policy.roles[0]].token):
                    assert_refused(answer, 401, how, name(route))
                    assert 'error="invalid_token"' in answer.headers["www-authenticate"]

    async def test_a_refused_role_is_on_record_with_the_pattern_of_the_route(
        self, app: FastAPI, services: Services
    ) -> None:
        made = await account_of(services, Role.WINDOW)
        async with client_at(app, "10.0.5.1") as client:
            path = "/api/v1/staff/accounts/SECRET/active"
            headers = {"Authorization": f"Bearer {made.token}"}
            await client.put(path, json={"active": False}, headers=headers)
        (row,) = await logged(services, "refused")
        assert (row.actor, row.data) == (made.account, {"needs": ["administrator"]})
        assert row.subject == "PUT /staff/accounts/{account}/active"


class TestChannelRoutes:
    async def test_only_the_channels_programs_write_what_was_not_understood(
        self, applicant: Applicant, services: Services
    ) -> None:
        services.channels_token = "the channels' own"
        body = {"text": "您好", "channel": "rest", "decision": "far"}
        refused(await applicant.client.post("/unmatched", json=body), 403, "channel_closed")
        headers = {"Authorization": f"Bearer {services.channels_token}"}
        assert (await applicant.client.post("/unmatched", json=body, headers=headers)).status_code == 204


def assert_refused(answer: httpx.Response, status: int, code: str, where: str) -> Any:
    assert answer.status_code == status, f"{where}: {answer.status_code} {answer.text}"
    return refused(answer, status, code)
