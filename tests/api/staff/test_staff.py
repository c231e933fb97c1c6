"""Accounts and their tokens: who am I, who may list and disable, and what becomes of a token."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, text

from api.access.actor import Actor, ActorKind
from api.access.models import StaffTokenRow
from api.access.tokens import NOTED_EVERY, PREFIX, RANDOM_BYTES, authenticate
from api.platform.attempt_limit import MOST_WRONG, WINDOW
from api.platform.errors import (
    AccountNotFound,
    TokenMissing,
    TokenNotFound,
    TokenRevoked,
    TokenWrong,
    TooManyTries,
)
from api.services import Services
from api.staff.accounts import Registry
from api.tables import metadata
from knowledge.base.roles import Role
from tests.api.applicant import client_of, ok, refused
from tests.api.colleagues import account_of, colleague, logged
from tests.api.conftest import MONDAY, MovableClock

pytestmark = pytest.mark.anyio

HOME = "127.0.0.1"


async def actor(services: Services, token: str, client: str = HOME) -> Actor:
    return await authenticate(f"Bearer {token}", client, services)


class TestMe:
    async def test_the_account_behind_the_token(self, app: FastAPI) -> None:
        async with colleague(app, Role.WINDOW, Role.REVIEWER) as client:
            me = ok(await client.get("/staff/me"))
        assert me["kind"] == "staff"
        assert me["department"] == {"id": "market", "name": "河东县市场监督管理局"}
        assert me["windows"] == [{"id": "market", "name": "市场监管窗口"}]
        assert [role["name"] for role in me["roles"]] == ["受理窗口", "审查人员"]
        assert me["scopes"] == {"window": "window", "reviewer": "department"}

    async def test_a_partners_system(self, services: Services) -> None:
        made = await account_of(services, Role.PARTNER, department="culture")
        found = await actor(services, made.token)
        assert (found.kind, found.department, found.windows) == (ActorKind.PARTNER, "culture", frozenset())

    async def test_what_a_later_catalogue_no_longer_has_is_shown_by_its_id(self, app: FastAPI) -> None:
        async with colleague(app, Role.WINDOW, department="gone", windows=["closed"]) as client:
            me = ok(await client.get("/staff/me"))
        assert me["department"] == {"id": "gone", "name": "gone"}
        assert me["windows"] == [{"id": "closed", "name": "closed"}]


class TestTokens:
    async def test_are_by_chance_long_enough_and_kept_only_as_a_digest(self, services: Services) -> None:
        made = [await account_of(services, Role.WINDOW) for _ in range(3)]
        assert len({one.token for one in made}) == 3 and RANDOM_BYTES * 8 >= 128
        assert all(one.token.startswith(PREFIX) for one in made)
        everything = await dumped(services)
        assert all(one.id in everything and one.token not in everything for one in made)
        assert made[0].token not in repr(made[0])

    async def test_an_account_has_several_and_one_is_revoked_alone(self, services: Services) -> None:
        first = await account_of(services, Role.WINDOW)
        registry = Registry(services.database, services.now())
        second = await registry.add_token(first.account)
        await registry.revoke(first.id)
        with pytest.raises(TokenRevoked):
            await actor(services, first.token)
        assert (await actor(services, second.token)).id == first.account

    async def test_expires_at_its_second(self, services: Services, clock: MovableClock) -> None:
        made = await account_of(services, Role.WINDOW, days=1)
        clock.move(hours=23, minutes=59, seconds=59)
        await actor(services, made.token)
        clock.move(seconds=1)
        with pytest.raises(TokenWrong) as caught:
            await actor(services, made.token)
        assert caught.value.code == "token_expired"

    async def test_last_use_is_noted_by_the_hour(self, services: Services, clock: MovableClock) -> None:
        made = await account_of(services, Role.WINDOW)

        async def used() -> object:
            wanted = select(StaffTokenRow.used_at).where(StaffTokenRow.id == made.id)
            return await services.database.read(lambda session: session.scalar(wanted))

        assert await used() is None
        await actor(services, made.token)
        assert await used() == MONDAY
        clock.move(minutes=59)
        await actor(services, made.token)
        assert await used() == MONDAY
        clock.move(minutes=1)
        await actor(services, made.token)
        assert await used() == MONDAY + NOTED_EVERY

    @pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YTpi", "token"])
    async def test_none_was_sent(self, services: Services, header: str) -> None:
        with pytest.raises(TokenMissing):
            await authenticate(header, HOME, services)

    @pytest.mark.parametrize("token", ["x", PREFIX, "é", "a b", "A" * 100_000, "\0", "' OR 1=1 --"])
    async def test_something_else_was_sent(self, services: Services, token: str) -> None:
        with pytest.raises(TokenWrong):
            await actor(services, token)

    async def test_the_schemes_name_in_any_case(self, services: Services) -> None:
        made = await account_of(services, Role.WINDOW)
        assert (await authenticate(f"bearer {made.token}", HOME, services)).id == made.account

    async def test_one_more_character_is_another_token(self, services: Services) -> None:
        made = await account_of(services, Role.WINDOW)
        for other in (made.token + "A", made.token[:-1], made.token.swapcase()):
            with pytest.raises(TokenWrong):
                await actor(services, other)


class TestWrongTries:
    async def test_are_counted_by_address_and_end(self, services: Services, clock: MovableClock) -> None:
        for _ in range(MOST_WRONG):
            with pytest.raises(TokenWrong):
                await actor(services, "wrong", "10.1.1.1")
        with pytest.raises(TooManyTries) as caught:
            await actor(services, "wrong", "10.1.1.1")
        assert caught.value.detail == "令牌连续错了5次，请15分钟后再试。"
        with pytest.raises(TokenWrong):
            await actor(services, "wrong", "10.1.1.2")
        clock.now += WINDOW + timedelta(seconds=1)
        with pytest.raises(TokenWrong):
            await actor(services, "wrong", "10.1.1.1")

    async def test_do_not_lock_out_the_office_behind_the_same_address(self, services: Services) -> None:
        made = await account_of(services, Role.WINDOW)
        for _ in range(MOST_WRONG + 1):
            with pytest.raises((TokenWrong, TooManyTries)):
                await actor(services, "wrong")
        assert (await actor(services, made.token)).id == made.account

    async def test_a_forged_forwarding_header_does_not_evade(self, app: FastAPI) -> None:
        async with client_of(app) as client:
            answers = [
                await client.get(
                    "/staff/me",
                    headers={"Authorization": "Bearer wrong", "X-Forwarded-For": f"203.0.113.{number}"},
                )
                for number in range(MOST_WRONG + 1)
            ]
        assert [answer.status_code for answer in answers] == [401] * MOST_WRONG + [429]
        refused(answers[-1], 429, "too_many_tries")

    async def test_an_expired_token_is_no_guess(self, services: Services, clock: MovableClock) -> None:
        made = await account_of(services, Role.WINDOW, days=1)
        clock.move(days=2)
        for _ in range(MOST_WRONG + 3):
            with pytest.raises(TokenWrong):
                await actor(services, made.token)


class TestAccounts:
    async def test_administrators_list_them_without_tokens(self, app: FastAPI, services: Services) -> None:
        clerk = await account_of(services, Role.WINDOW, name="王芳")
        await Registry(services.database, services.now()).revoke(clerk.id)
        async with colleague(app, Role.ADMINISTRATOR) as client:
            answer = await client.get("/staff/accounts")
        listed = {account["id"]: account for account in ok(answer)["accounts"]}
        assert listed[clerk.account]["name"] == "王芳"
        assert [token["state"] for token in listed[clerk.account]["tokens"]] == ["revoked"]
        assert len(listed) == 2
        assert clerk.token not in answer.text and "digest" not in answer.text

    async def test_a_disabled_account_is_out_at_once_and_can_come_back(
        self, app: FastAPI, services: Services
    ) -> None:
        clerk = await account_of(services, Role.WINDOW)
        async with colleague(app, Role.ADMINISTRATOR) as client:
            assert ok(await switch(client, clerk.account, False))["active"] is False
            with pytest.raises(TokenWrong) as caught:
                await actor(services, clerk.token)
            assert caught.value.code == "account_disabled"
            assert ok(await switch(client, clerk.account, True))["active"] is True
        assert (await actor(services, clerk.token)).id == clerk.account

    async def test_the_last_administrator_stays(self, app: FastAPI, services: Services) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as client:
            me = ok(await client.get("/staff/me"))["id"]
            refused(await switch(client, me, False), 409, "last_administrator")
            second = await account_of(services, Role.ADMINISTRATOR)
            ok(await switch(client, me, False))
        assert (await actor(services, second.token)).may(Role.ADMINISTRATOR)

    async def test_two_administrators_cannot_disable_each_other_at_once(self, services: Services) -> None:
        pair = [await account_of(services, Role.ADMINISTRATOR) for _ in range(2)]
        registry = Registry(services.database, services.now())
        ended = await asyncio.gather(
            *(registry.set_active(one.account, False) for one in pair), return_exceptions=True
        )
        assert sorted(type(one).__name__ for one in ended) == ["LastAdministrator", "StaffAccountRow"]

    @pytest.mark.parametrize("account", ["NOBODY", "%00", "x" * 500])
    async def test_an_unknown_account(self, app: FastAPI, account: str) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as client:
            refused(await switch(client, account, False), 404, "account_not_found")

    async def test_unknown_ones_on_the_command_line(self, services: Services) -> None:
        registry = Registry(services.database, services.now())
        with pytest.raises(AccountNotFound):
            await registry.add_token("NOBODY")
        with pytest.raises(AccountNotFound):
            await registry.set_active("NOBODY", False)
        with pytest.raises(TokenNotFound):
            await registry.revoke("NOTHING")


class TestNothingLeaks:
    async def test_no_token_in_any_log(
        self, app: FastAPI, services: Services, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        made = await account_of(services, Role.WINDOW)
        wrong = PREFIX + "W" * 43
        async with client_of(app) as client:
            for token in (made.token, *[wrong] * (MOST_WRONG + 2)):
                for path in ("/staff/me", "/staff/accounts", f"/staff/me?token={token}"):
                    await client.get(path, headers={"Authorization": f"Bearer {token}"})
        ours = "\n".join(
            record.getMessage()
            for record in caplog.records
            if not record.name.startswith(("httpx", "httpcore"))
        )
        assert "locked after" in ours
        assert made.token not in ours and wrong not in ours

    async def test_no_token_in_an_answer(self, app: FastAPI) -> None:
        wrong = PREFIX + "W" * 43
        async with client_of(app) as client:
            answer = await client.get("/staff/me", headers={"Authorization": f"Bearer {wrong}"})
        assert wrong not in answer.text and wrong not in str(answer.headers)

    async def test_a_token_in_the_address_opens_nothing(self, app: FastAPI, services: Services) -> None:
        made = await account_of(services, Role.WINDOW)
        async with client_of(app) as client:
            for query in ("token", "access_token", "authorization"):
                refused(await client.get("/staff/me", params={query: made.token}), 401, "token_missing")


class TestRecord:
    async def test_what_is_done_with_accounts(self, services: Services) -> None:
        made = await account_of(services, Role.WINDOW)
        assert [row.subject for row in await logged(services, "account_made")] == [made.account]
        (row,) = await logged(services, "token_made")
        assert (row.actor, row.subject, row.data) == ("console", made.id, {"account": made.account})


async def switch(client: httpx.AsyncClient, account: str, active: bool) -> httpx.Response:
    return await client.put(f"/staff/accounts/{account}/active", json={"active": active})


async def dumped(services: Services) -> str:
    """Everything that stands in the database."""
    rows = [
        await services.database.read(
            lambda session, name=name: session.execute(text(f'SELECT * FROM "{name}"'))  # type: ignore[misc]
        )
        for name in metadata.tables
        if name != "catalogue_records"
    ]
    return "\n".join(str(row) for result in rows for row in result)
