"""quality.md 27, 45: data go when their time is over, one person's are given out and erased, and a forgotten conversation keeps no contact."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.chain_check import verify_logs
from api.cases.models import CaseRow
from api.personal_data import retention_job
from api.resealing import SEALED, STORES
from api.services import Services
from intake.offline import Offline
from intake.people import person
from intake.personal import erase_from, export_to
from intake.problems import Problem
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, ok
from tests.api.colleagues import logged
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio

WHY = "本人书面申请"


def house_of(services: Services) -> Offline:
    return Offline(
        services.database,
        services.vault,
        services.catalogue,
        services.uploads.store,
        services.calendar,
        services.settings,
    )


async def contact_of(services: Services, number: str) -> dict[str, str]:
    case = await services.database.read(lambda session: session.get_one(CaseRow, number))
    return services.vault.unseal(case.contact)


async def erased(services: Services, value: str, *, is_meant: bool = True) -> dict[str, Any]:
    return await erase_from(house_of(services), services.settings.data_dir, value, WHY, is_meant=is_meant)


async def test_one_person_is_given_out_whole_and_erased_where_the_law_lets_go(
    applicant: Applicant, services: Services, tmp_path: Path
) -> None:
    who = applicant.who
    number = (await applicant.submitted())["number"]
    draft = Applicant(applicant.client, "two", who)
    await draft.prepare()
    other = Applicant(applicant.client, "other", person(9))
    theirs = (await other.submitted())["number"]
    target = tmp_path / "one.zip"
    with pytest.raises(Problem, match="没有找到"):
        await export_to(house_of(services), person(20).phone, target, WHY)
    with pytest.raises(Problem, match="原因"):
        await export_to(house_of(services), who.phone, target, " ")
    counts = await export_to(house_of(services), f" {who.id_number.lower()} ", target, WHY)
    assert counts["cases"] == 1 and counts["drafts"] == 1
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with zipfile.ZipFile(target) as archive:
        told = json.loads(archive.read("data.json"))
    assert [one["number"] for one in told["cases"]] == [number]
    assert told["cases"][0]["contact"]["phone"] == who.phone and theirs not in str(told)

    looked = await erased(services, who.phone, is_meant=False)
    assert looked["drafts"] == [draft.id] and list(looked["kept"]) == [number] and not looked["erased"]
    assert (await draft.look())["contact"] != {}
    assert (await erased(services, who.phone))["erased"]
    assert (await draft.look())["contact"] == {}
    assert (await contact_of(services, number))["phone"] == who.phone
    assert (await contact_of(services, theirs))["phone"] == person(9).phone
    rows = [*await logged(services, "person_exported"), *await logged(services, "person_erased")]
    assert len(rows) == 2 and rows[0].actor == "console" and rows[0].data["reason"] == WHY
    assert not any(
        value in str(row.data) + row.subject for row in rows for value in (who.phone, who.id_number)
    )


async def test_at_the_day_before_on_and_after(
    applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    number = await ended(applicant, services)
    ended_on = clock().date()
    kept = retention_job.retention_of(services)
    until = kept.kept_until(ended_on, is_granted=True)
    clock.move(days=(until - ended_on).days)
    assert await retention_job.forget_all(services) == (0, 0)
    assert (await contact_of(services, number))["phone"] == applicant.who.phone
    assert number in (await erased(services, applicant.who.phone, is_meant=False))["kept"]
    clock.move(days=1)
    assert (await retention_job.forget_all(services))[0] == 1
    assert await contact_of(services, number) == {}
    assert await retention_job.forget_all(services) == (0, 0)
    checked = await verify_logs(services.database, services.vault)
    assert checked.broken == {} and checked.cases == 1
    assert applicant.who.name not in str(await services.database.read(lambda session: _everything(session)))


async def test_one_that_cannot_be_forgotten_does_not_stop_the_rest(
    applicant: Applicant, services: Services, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [await ended(applicant, services)]
    numbers.append(await ended(Applicant(applicant.client, "two", person(2)), services))
    clock.move(days=services.settings.kept_granted_days + 1)
    forget = retention_job.forget_case

    async def sometimes(session: AsyncSession, number: str, *rest: Any) -> list[str]:
        if number == numbers[0]:
            await session.execute(text("SELECT * FROM no_table"))
        return await forget(session, number, *rest)

    monkeypatch.setattr(retention_job, "forget_case", sometimes)
    assert (await retention_job.forget_all(services))[0] == 1
    assert await contact_of(services, numbers[1]) == {}


async def test_drafts_that_nobody_goes_on_with(
    applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    await applicant.prepare()
    clock.move(days=services.settings.draft_days, minutes=-1)
    assert await retention_job.forget_all(services) == (0, 0)
    clock.move(minutes=2)
    assert await retention_job.forget_all(services) == (0, 1)
    assert (await applicant.look())["contact"] == {}


async def test_a_forgotten_conversation_keeps_no_contact(applicant: Applicant, services: Services) -> None:
    await applicant.prepare()
    whose = {"channel": "web", "conversation": applicant.conversation}
    ok(await applicant.client.post("/talks/forget", json=whose))
    assert (await applicant.look())["contact"] == {}


async def _everything(session: AsyncSession) -> list[Any]:
    tables = ("cases", "intakes", "case_messages", "case_notes", "notices")
    return [list((await session.execute(text(f"SELECT * FROM {name}"))).all()) for name in tables]


def test_the_register_of_processing_names_every_sealed_column() -> None:
    register = (Path(__file__).parents[2] / "docs" / "个人信息处理.md").read_text(encoding="utf-8")
    missing = [
        f"{model.__tablename__}.{column}"
        for model, column in SEALED
        if model.__tablename__ not in register or column not in register
    ]
    assert not missing and all(f"`{store}/`" in register for store in STORES)
