"""The hash chains of all logs, as ``intake doctor`` reads them."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.chain_check import verify_logs
from api.cases.log_seal import seal_of
from api.platform.security import Vault
from api.services import Services
from intake.people import person
from tests.api.applicant import Applicant
from tests.api.stores import only_sqlite

pytestmark = pytest.mark.anyio


async def execute(services: Services, *statements: str, **values: str) -> None:
    async def work(session):  # type: ignore[no-untyped-def]
        for statement in statements:
            used = {key: value for key, value in values.items() if f":{key}" in statement}
            await session.execute(text(statement).bindparams(**used))

    await services.database.transact(work)


class TestVerify:
    async def test_what_the_rules_wrote_holds(self, applicant: Applicant, services: Services) -> None:
        await applicant.submitted("start_company")
        result = await verify_logs(services.database, services.vault)
        assert result.cases >= 2 and result.entries == result.cases and result.broken == {}

    async def test_an_entry_that_was_put_in(self, applicant: Applicant, services: Services) -> None:
        number = (await applicant.submitted())["number"]
        forged = (
            "INSERT INTO case_log (case_number, at, actor, role, act, before, after, data, previous, hash) VALUES "
            "(:number, '2026-11-23 00:00:00+00:00', 'x', 'window', 'receive', 'submitted', 'received', '{}', 'p', 'h')"
        )
        await execute(services, forged, number=number)
        broken = (await verify_logs(services.database, services.vault)).broken
        assert broken[number].code == "unlinked" and broken[number].number == 2

    async def test_an_end_that_is_missing(self, applicant: Applicant, services: Services) -> None:
        number = (await applicant.submitted())["number"]
        await execute(services, "UPDATE cases SET log_head = 'f' WHERE number = :number", number=number)
        assert (await verify_logs(services.database, services.vault)).broken[number].code == "cut"

    @only_sqlite
    async def test_an_entry_that_was_changed_by_somebody_who_removed_the_lock(
        self, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        change = "UPDATE case_log SET actor = 'somebody' WHERE case_number = :number"
        with pytest.raises(DBAPIError, match="append-only"):
            await execute(services, change, number=number)
        await execute(services, "DROP TRIGGER case_log_no_update", change, number=number)
        assert (await verify_logs(services.database, services.vault)).broken[number].code == "altered"

    async def test_whatever_is_changed_beside_the_log(self, applicant: Applicant, services: Services) -> None:
        """quality.md 43: by whoever may write the database and has no key."""
        numbers = [(await applicant.submitted())["number"]]
        for conversation in ("two", "three", "four"):
            other = Applicant(applicant.client, conversation, person(len(numbers) + 1))
            numbers.append((await other.submitted())["number"])
        state, contact, rewritten, unsealed = numbers
        await execute(services, "UPDATE cases SET state = 'decided' WHERE number = :number", number=state)
        others = "UPDATE cases SET contact = (SELECT contact FROM cases WHERE number = :other) WHERE number = :number"
        await execute(services, others, number=contact, other=state)
        await execute(services, "UPDATE cases SET log_seal = NULL WHERE number = :number", number=unsealed)
        vault, services.vault = services.vault, Vault("a secret of somebody who has no key")

        async def again(session: AsyncSession) -> None:
            case = await repository.to_act_on(session, rewritten)
            assert case is not None
            case.log_seal = seal_of(services.vault, case.number, case.log_head)

        await services.database.transact(again)
        found = (await verify_logs(services.database, vault)).broken
        assert {number: found[number].code for number in numbers} == {
            state: "differs",
            contact: "contact",
            rewritten: "resealed",
            unsealed: "unsealed",
        }
        assert "state" in found[state].say
        assert unsealed not in (await verify_logs(services.database, vault, all_sealed=False)).broken
