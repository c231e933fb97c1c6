"""The record of what staff did: written first, in a transaction of its own, and changed by nobody."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from api.access import audit
from api.access.actor import APPLICANT, SYSTEM, Actor, ActorKind
from api.access.tokens import authenticate
from api.platform.errors import LastAdministrator, NotShown, NotYours
from api.services import Services
from api.staff.accounts import Registry
from intake.people import person
from knowledge.base.roles import Role
from tests.api.colleagues import account_of, logged

pytestmark = pytest.mark.anyio

WHO = person(7)
CONTACT = {"name": WHO.name, "phone": WHO.phone, "id_number": WHO.id_number, "phone_tail": WHO.phone_tail}
CASE = "261123000017"


async def clerk(services: Services, *roles: Role) -> Actor:
    made = await account_of(services, *roles)
    return await authenticate(f"Bearer {made.token}", "127.0.0.1", services)


class TestUnmask:
    async def test_writes_one_row_that_names_the_fields_and_no_value(self, services: Services) -> None:
        actor = await clerk(services, Role.WINDOW)
        seen = await audit.unmask(services, actor, actor.roles, CASE, CONTACT, ["phone", "id_number"])
        assert seen == {"phone": WHO.phone, "id_number": WHO.id_number}
        (row,) = await logged(services, "unmasked")
        assert (row.actor, row.subject, row.data) == (actor.id, CASE, {"fields": ["id_number", "phone"]})
        assert row.at == services.now()

    async def test_every_look_is_a_row(self, services: Services) -> None:
        actor = await clerk(services, Role.WINDOW)
        for _ in range(3):
            await audit.unmask(services, actor, actor.roles, CASE, CONTACT, ["phone"])
        assert len(await logged(services, "unmasked")) == 3

    async def test_what_the_role_may_not_see_is_refused_whole_and_recorded(self, services: Services) -> None:
        actor = await clerk(services, Role.SUPERVISOR)
        with pytest.raises(NotShown) as caught:
            await audit.unmask(services, actor, actor.roles, CASE, CONTACT, ["phone", "id_number"])
        assert caught.value.detail == "按您的身份，不能查看身份证号、手机号的原文。"
        assert not await logged(services, "unmasked")
        (row,) = await logged(services, "unmask_refused")
        assert row.actor == actor.id

    async def test_by_the_roles_at_this_case_and_not_by_those_elsewhere(self, services: Services) -> None:
        actor = await clerk(services, Role.WINDOW)
        here = actor.roles_at(["police"], ["police"])
        with pytest.raises(NotShown):
            await audit.unmask(services, actor, here, CASE, CONTACT, ["phone"])

    @pytest.mark.parametrize("fields", [[], ["address"], ["nonsense"]])
    async def test_what_the_case_does_not_have_is_left_out(
        self, services: Services, fields: list[str]
    ) -> None:
        actor = await clerk(services, Role.WINDOW)
        assert await audit.unmask(services, actor, actor.roles, CASE, CONTACT, fields) == {}
        assert not await logged(services, "unmasked")

    async def test_nothing_is_shown_where_the_row_cannot_be_written(
        self, services: Services, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        actor = await clerk(services, Role.WINDOW)

        async def full(_: object) -> None:
            raise OSError

        monkeypatch.setattr(services.database, "transact", full)
        with pytest.raises(OSError):
            await audit.unmask(services, actor, actor.roles, CASE, CONTACT, ["phone"])


class TestRows:
    @pytest.mark.parametrize("statement", ["UPDATE staff_log SET act = 'x'", "DELETE FROM staff_log"])
    async def test_cannot_be_changed_or_deleted(self, services: Services, statement: str) -> None:
        await account_of(services, Role.WINDOW)
        with pytest.raises(DBAPIError, match="append-only"):
            await services.database.transact(lambda session: session.execute(text(statement)))
        assert len(await logged(services, "account_made")) == 1

    async def test_survive_when_the_act_is_rolled_back(self, services: Services) -> None:
        made = await account_of(services, Role.ADMINISTRATOR)
        with pytest.raises(LastAdministrator):
            await Registry(services.database, services.now()).set_active(made.account, False)
        assert [row.subject for row in await logged(services, "disabled")] == [made.account]
        assert (await authenticate(f"Bearer {made.token}", "", services)).id == made.account

    async def test_name_the_administrator_who_did_it(self, app: FastAPI, services: Services) -> None:
        boss, other = await account_of(services, Role.ADMINISTRATOR), await account_of(services, Role.WINDOW)
        await Registry(services.database, services.now(), boss.account).set_active(other.account, False)
        (row,) = await logged(services, "disabled")
        assert (row.actor, row.subject) == (boss.account, other.account)


class TestActors:
    async def test_a_case_of_another_window_and_department_is_not_theirs_to_see(
        self, services: Services
    ) -> None:
        actor = await clerk(services, Role.WINDOW, Role.APPROVER)
        assert actor.must_reach(["market"], ["police"]) == {Role.WINDOW}
        assert actor.must_reach(["unified"], ["police", "market"]) == {Role.APPROVER}
        with pytest.raises(NotYours):
            actor.must_reach(["police"], ["police"])

    async def test_those_without_an_account(self) -> None:
        assert (APPLICANT.id, APPLICANT.kind) == ("applicant", ActorKind.APPLICANT)
        assert (SYSTEM.id, SYSTEM.kind) == ("system", ActorKind.SYSTEM)
        assert SYSTEM.roles_at([], []) == {Role.SYSTEM}
        assert not APPLICANT.roles_at(["market"], ["market"])
