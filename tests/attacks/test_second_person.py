"""quality.md 40: where the centre wants it, data go out and ways in are opened only after a second person agreed to just that, once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from api.platform.settings import SecondPerson, Settings
from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import ok, refused
from tests.api.colleagues import account_of, colleague, logged
from tests.api.conftest import MovableClock
from tests.api.stores import any_database, copied, dropped

pytestmark = pytest.mark.anyio

EXPORTS = (
    "/supervision/figures/days.xlsx?from=2026-11-01&to=2026-11-23&reason=月报",
    "/supervision/cases.xlsx?list=overdue&from=2026-11-01&to=2026-11-23&reason=核查",
    "/desk/cases.xlsx?reason=交接",
)


@pytest.fixture
def settings(prepared: Settings, tmp_path: Path) -> Iterator[Settings]:
    own = copied(prepared, tmp_path / "data")
    yield own.model_copy(update={"second_person": tuple(SecondPerson)})
    dropped(own)


def number_of(answer: httpx.Response) -> int:
    number: int = refused(answer, 409, "second_person_needed")["consent"]
    return number


async def agree(who: httpx.AsyncClient, number: int) -> httpx.Response:
    return await who.post(f"/staff/consents/{number}/agreement")


async def test_an_export_waits_for_a_second_person_and_goes_through_once(
    app: FastAPI, services: Services
) -> None:
    async with colleague(app, Role.SUPERVISOR) as one, colleague(app, Role.SUPERVISOR) as other:
        for at in EXPORTS:
            number = number_of(await one.get(at))
            assert number_of(await one.get(at)) == number  # asked twice is one request
            refused(await agree(one, number), 403, "own_consent")
            number_of(await other.get(at))  # what another one may do is theirs
            waiting = ok(await other.get("/staff/consents"))["consents"]
            assert [row["can_agree"] for row in waiting if row["number"] == number] == [True]
            assert ok(await agree(other, number))["agreed_by"]
            assert (await one.get(at)).status_code == 200, at
            assert number_of(await one.get(at)) != number
            refused(await agree(other, number), 404, "consent_not_found")
        other_day = EXPORTS[0].replace("11-23", "11-24")
        assert number_of(await one.get(other_day)) > number
    rows = [len(await logged(services, act)) for act in ("consent_given", "consent_used", "exported")]
    assert rows == [3, 3, 3]


@any_database
async def test_roles_passwords_and_tokens_are_given_by_two(app: FastAPI, services: Services) -> None:
    made = await account_of(services, Role.REVIEWER)
    async with (
        colleague(app, Role.ADMINISTRATOR) as one,
        colleague(app, Role.ADMINISTRATOR) as other,
        colleague(app, Role.SUPERVISOR) as supervisor,
    ):
        at = f"/staff/accounts/{made.account}"
        new = {"name": "李明", "department": "market", "roles": ["approver"]}
        ways = (
            ("PATCH", at, {"roles": ["approver"]}, 200),
            ("POST", f"{at}/password", None, 200),
            ("POST", f"{at}/tokens", {"name": "叫号屏"}, 201),
            ("POST", "/staff/accounts", new, 201),
            ("PUT", f"{at}/active", {"active": True}, 200),
        )
        for method, path, body, status in ways:
            number = number_of(await one.request(method, path, json=body))
            refused(await agree(supervisor, number), 404, "consent_not_found")
            ok(await agree(other, number))
            assert (await one.request(method, path, json=body)).status_code == status, path
        faulty = {"roles": ["administrator", "approver"]}
        refused(await one.patch(at, json=faulty), 422, "invalid_account")
        ok(await one.patch(at, json={"windows": []}))  # opens no way in
        ok(await one.put(f"{at}/active", json={"active": False}))  # nor does closing one


@any_database
async def test_nobody_agrees_to_what_is_about_themselves_nor_after_a_day(
    app: FastAPI, services: Services, clock: MovableClock
) -> None:
    async with (
        colleague(app, Role.ADMINISTRATOR) as one,
        colleague(app, Role.ADMINISTRATOR) as other,
        colleague(app, Role.ADMINISTRATOR) as third,
    ):
        me = ok(await other.get("/staff/me"))["id"]
        wanted = {"roles": ["administrator", "tuner"]}
        number = number_of(await one.patch(f"/staff/accounts/{me}", json=wanted))
        refused(await agree(other, number), 403, "own_consent")
        clock.move(days=1)
        refused(await agree(third, number), 404, "consent_not_found")
        assert ok(await third.get("/staff/consents"))["consents"] == []


@any_database
async def test_by_itself_nobody_else_is_needed(app: FastAPI, services: Services) -> None:
    services.settings = services.settings.model_copy(update={"second_person": ()})
    async with colleague(app, Role.SUPERVISOR) as one:
        for at in EXPORTS:
            assert (await one.get(at)).status_code == 200, at
