"""Administrators make accounts, passwords and tokens over the api; each is on record, and nobody raises themselves."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from api.services import Services
from knowledge.base.roles import ROLE_NAMES, STAFF_ROLES, Role
from tests.api.applicant import client_of, ok, refused
from tests.api.colleagues import account_of, colleague, logged
from tests.api.signing_in import OWN, Person, browser_of, person_of
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

CLERK: dict[str, Any] = {
    "name": "王芳",
    "department": "market",
    "windows": ["market"],
    "roles": ["window"],
}


class TestAdd:
    async def test_a_new_account_signs_in_with_what_was_handed_over(
        self, app: FastAPI, services: Services
    ) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            answer = await boss.post("/staff/accounts", json=CLERK)
            me = ok(await boss.get("/staff/me"))["id"]
            listed = {one["id"]: one for one in ok(await boss.get("/staff/accounts"))["accounts"]}
        assert answer.status_code == 201 and answer.headers["cache-control"] == "no-store"
        made = answer.json()
        shown = made["account"]
        assert (shown["name"], shown["password"], shown["tokens"]) == ("王芳", "one_time", [])
        assert listed[shown["id"]] == shown and listed[me]["password"] == "none"
        async with browser_of(app) as browser:
            session = await browser.settle(Person(shown["id"], made["password"]))
        assert session["name"] == "王芳"
        (row,) = await logged(services, "password_made")
        assert (row.actor, row.subject) == (me, shown["id"])
        assert [
            one.actor for one in await logged(services, "account_made") if one.subject == shown["id"]
        ] == [me]

    @any_database
    async def test_a_partners_system_has_no_password(self, app: FastAPI) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            wanted = {"name": "业务系统", "department": "market", "roles": ["partner"]}
            made = (await boss.post("/staff/accounts", json=wanted)).json()
            assert made["password"] is None and made["account"]["password"] == "none"
            path = f"/staff/accounts/{made['account']['id']}"
            assert (
                "只用令牌" in refused(await boss.post(f"{path}/password"), 422, "invalid_account")["detail"]
            )

    @any_database
    async def test_everything_that_is_wrong_at_once(self, app: FastAPI, services: Services) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            wanted = {"name": " ", "department": "nope", "windows": ["x"], "roles": ["boss"]}
            problem = refused(await boss.post("/staff/accounts", json=wanted), 422, "invalid_account")
        assert len(problem["faults"]) == 4
        assert len(await logged(services, "account_made")) == 1, "only the administrator's own"

    @any_database
    async def test_the_roles_that_there_are(self, app: FastAPI) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            roles = ok(await boss.get("/staff/roles"))["roles"]
        assert [role["id"] for role in roles] == [*STAFF_ROLES, Role.PARTNER]
        assert roles[0] == {"id": "window", "name": ROLE_NAMES[Role.WINDOW], "scope": "window", "scope_name": "本窗口"}  # fmt: skip


class TestPassword:
    async def test_another_one_ends_the_sessions_and_the_lock(self, app: FastAPI, services: Services) -> None:
        clerk = await person_of(services, Role.WINDOW)
        async with browser_of(app) as browser, browser_of(app) as guessing:
            await browser.settle(clerk)
            for _ in range(5):
                refused(await guessing.sign_in(clerk.account, "wrong"), 401, "session.wrong")
            refused(await guessing.sign_in(clerk.account, OWN), 429, "session.locked")
            async with colleague(app, Role.ADMINISTRATOR) as boss:
                answer = await boss.post(f"/staff/accounts/{clerk.account}/password")
            assert answer.headers["cache-control"] == "no-store"
            password = ok(answer)["password"]
            refused(await browser.who(), 401, "session.ended")
            assert ok(await browser.sign_in(clerk.account, password))["must_change_password"]

    async def test_an_account_from_before_gets_its_first(self, app: FastAPI, services: Services) -> None:
        clerk = await account_of(services, Role.WINDOW)
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            password = ok(await boss.post(f"/staff/accounts/{clerk.account}/password"))["password"]
        async with browser_of(app) as browser:
            await browser.settle(Person(clerk.account, password))

    @any_database
    async def test_not_ones_own(self, app: FastAPI, services: Services) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            me = ok(await boss.get("/staff/me"))["id"]
            refused(await boss.post(f"/staff/accounts/{me}/password"), 403, "own_password")
        assert not await logged(services, "password_made")

    @pytest.mark.parametrize("account", ["NOBODY", "%00"])
    async def test_an_unknown_account(self, app: FastAPI, account: str) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            refused(await boss.post(f"/staff/accounts/{account}/password"), 404, "account_not_found")
            answer = await boss.post(f"/staff/accounts/{account}/tokens", json={})
            refused(answer, 404, "account_not_found")


class TestTokens:
    async def test_one_is_made_seen_once_and_revoked(self, app: FastAPI, services: Services) -> None:
        clerk = await account_of(services, Role.WINDOW)
        path = f"/staff/accounts/{clerk.account}/tokens"
        async with colleague(app, Role.ADMINISTRATOR) as boss, client_of(app) as program:
            answer = await boss.post(path, json={"days": 1})
            assert answer.status_code == 201 and answer.headers["cache-control"] == "no-store"
            made = answer.json()
            program.headers["Authorization"] = f"Bearer {made['token']}"
            assert ok(await program.get("/staff/me"))["id"] == clerk.account
            assert made["token"] not in (await boss.get("/staff/accounts")).text
            for _ in range(2):
                assert (await boss.delete(f"{path}/{made['id']}")).status_code == 204
            refused(await program.get("/staff/me"), 401, "token_revoked")
        assert [row.subject for row in await logged(services, "token_revoked")] == [made["id"]] * 2

    async def test_only_of_the_account_that_is_named(self, app: FastAPI, services: Services) -> None:
        clerk, other = [await account_of(services, Role.WINDOW) for _ in range(2)]
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            for path in (
                f"{other.account}/tokens/{clerk.id}",
                f"{clerk.account}/tokens/NOTHING",
                "%00/tokens/%00",
            ):
                refused(await boss.delete(f"/staff/accounts/{path}"), 404, "token_not_found")

    @any_database
    @pytest.mark.parametrize("days", [0, -1, 100_000, "viele"])
    async def test_an_impossible_expiry(self, app: FastAPI, services: Services, days: object) -> None:
        clerk = await account_of(services, Role.WINDOW)
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            answer = await boss.post(f"/staff/accounts/{clerk.account}/tokens", json={"days": days})
        refused(answer, 422, "invalid_payload")


class TestOwnRoles:
    async def test_nobody_changes_their_own(self, app: FastAPI, services: Services) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            me = ok(await boss.get("/staff/me"))["id"]
            for roles in (["administrator", "approver"], ["approver"]):
                answer = await boss.patch(f"/staff/accounts/{me}", json={"roles": roles})
                refused(answer, 403, "own_roles")
            ok(
                await boss.patch(
                    f"/staff/accounts/{me}", json={"roles": ["administrator"], "department": "health"}
                )
            )
            ok(await boss.patch(f"/staff/accounts/{me}", json={"windows": ["market"]}))
        rows = await logged(services, "changed")
        assert {tuple(row.data["after"]["roles"]) for row in rows} == {("administrator",)}

    @any_database
    async def test_another_administrator_does(self, app: FastAPI, services: Services) -> None:
        other = await account_of(services, Role.ADMINISTRATOR)
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            answer = await boss.patch(f"/staff/accounts/{other.account}", json={"roles": ["approver"]})
        assert [role["id"] for role in ok(answer)["roles"]] == ["approver"]


class TestLog:
    async def test_page_by_page_the_newest_first(self, app: FastAPI, services: Services) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            me = ok(await boss.get("/staff/me"))["id"]
            made = (await boss.post("/staff/accounts", json=CLERK)).json()["account"]["id"]
            ok(await boss.put(f"/staff/accounts/{made}/active", json={"active": False}))
            page = ok(await boss.get("/staff/log", params={"account": me, "limit": 2}))
            assert [(row["act_name"], row["subject"]) for row in page["rows"]] == [
                ("停用账号", made),
                ("设一次性密码", made),
            ]
            rest = ok(await boss.get("/staff/log", params={"account": me, "after": page["next"]}))
            assert [row["act"] for row in rest["rows"]] == ["account_made"] and rest["next"] is None
            of_clerk = ok(await boss.get("/staff/log", params={"subject": made, "limit": 1}))
            assert of_clerk["rows"][0]["actor"] == me and of_clerk["next"]

    async def test_what_nobody_did(self, app: FastAPI) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as boss:
            for query in ({"account": "NOBODY"}, {"subject": "\0"}, {"after": 1}):
                assert ok(await boss.get("/staff/log", params=query)) == {"rows": [], "next": None}
            for wrong in ({"after": 0}, {"after": 2**63}, {"limit": 0}, {"limit": 201}):
                refused(await boss.get("/staff/log", params=wrong), 422, "invalid_payload")
