"""quality.md 43: whole cases, the record of the staff, ratings and complaints taken away or changed, by who may write the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from api.day_seals import job
from api.day_seals.check import check_days
from api.platform.security import Vault
from api.services import Services
from intake.people import person
from knowledge.base.roles import Role
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, ok
from tests.api.colleagues import account_of
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio


async def unlocked(services: Services, *statements: str) -> None:
    """Done by somebody who takes the locks off first."""
    locked = ("staff_log", "case_log", "day_seals")
    if services.database.is_sqlite:
        off = [f"DROP TRIGGER IF EXISTS {one}_no_{act}" for one in locked for act in ("update", "delete")]
    else:
        off = [f"ALTER TABLE {one} DISABLE TRIGGER USER" for one in locked]

    async def work(session: AsyncSession) -> None:
        for statement in (*off, *statements):
            await session.execute(text(statement))

    await services.database.transact(work)


async def found(services: Services, vault: Vault | None = None) -> set[tuple[str, str, str]]:
    """Kind, code and row of all that is seen."""
    written = job.kept(services.settings.data_dir)
    checked = await check_days(services.database, vault or services.vault, written)
    return {(one.kind, one.code, one.row) for one in checked.tampered}


async def a_day(applicant: Applicant, services: Services) -> list[str]:
    """Two cases, a rating, a complaint and a new account."""
    numbers = [await ended(applicant, services)]
    other = Applicant(applicant.client, "two", person(2))
    numbers.append((await other.submitted())["number"])
    mine = {"number": numbers[0], "intake": applicant.id}
    ok(await applicant.client.post("/cases/rating", json=mine | {"grade": 1}))
    said = {"about": "window", "text": "等了两个小时没有人理。"}
    ok(await applicant.client.post("/cases/complaint", json=mine | said))
    await account_of(services, Role.SUPERVISOR)
    return numbers


async def test_what_is_taken_away_changed_or_put_in_is_named(
    applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    kept, gone = await a_day(applicant, services)
    await job.seal_days(services)
    assert not job.kept(services.settings.data_dir)  # the day is not over
    clock.move(days=3)
    assert await job.seal_days(services) == 4 * 3 and await job.seal_days(services) == 0
    assert not await found(services)
    row = "INSERT INTO staff_log (at, actor, act, subject, data) SELECT at, actor, act, 'x', data FROM staff_log LIMIT 1"
    await unlocked(
        services,
        f"DELETE FROM case_log WHERE case_number = '{gone}'",
        f"DELETE FROM cases WHERE number = '{gone}'",
        "UPDATE ratings SET grade = 5",
        "DELETE FROM complaints",
        row,
        f"UPDATE cases SET intake_id = 'another' WHERE number = '{kept}'",
    )
    seen = await found(services)
    assert {(kind, code) for kind, code, _ in seen} == {
        ("case", "deleted"),
        ("case", "changed"),
        ("rating", "changed"),
        ("complaint", "deleted"),
        ("staff_log", "added"),
    }
    assert ("case", "deleted", gone) in seen and ("case", "changed", kept) in seen


async def test_seals_cannot_be_made_or_taken_away(
    applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    await a_day(applicant, services)
    clock.move(days=4)
    await job.seal_days(services)
    last = (clock().date() - timedelta(days=1)).isoformat()
    await unlocked(services, f"DELETE FROM day_seals WHERE day = '{last}' AND kind = 'case'")
    assert await found(services) == {("case", "unsealed", "")}
    forged = Vault("a secret of somebody who has no key")
    await unlocked(services, "DELETE FROM day_seals", "DELETE FROM ratings")
    real, services.vault = services.vault, forged
    written = job.kept(services.settings.data_dir)
    await job.seal_days(services)
    checked = await check_days(services.database, real, written)
    assert {(one.kind, one.code) for one in checked.tampered} >= {
        ("case", "resealed"),
        ("staff_log", "resealed"),
    }
    assert ("rating", "unsealed") in {(one.kind, one.code) for one in checked.tampered}


async def test_a_check_that_was_broken_off_goes_on_where_it_was(
    applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    await a_day(applicant, services)
    clock.move(days=3)
    await job.seal_days(services)
    whole = await check_days(services.database, services.vault, {})
    places: list[tuple[str, str]] = []
    await check_days(services.database, services.vault, {}, lambda done: places.append(done.place))
    assert len(places) == whole.days == 12
    rest = await check_days(services.database, services.vault, {}, after=places[6])
    assert rest.days == 5 and not rest.tampered
