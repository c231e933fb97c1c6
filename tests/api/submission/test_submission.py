"""Submission: the whole case, once, or a refusal that names everything."""

from __future__ import annotations

from datetime import datetime

import anyio
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from api.cases.models import CaseLogRow, CaseRow
from api.published.item_import import store_imported
from api.services import Services
from intake.people import person
from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.cases.record.number import is_case_number
from knowledge.guidance.submission_check import LICENCE
from knowledge.privacy.kinds import Personal
from tests.api.applicant import APPLICATION, FOOD, Applicant, ok, refused
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio


async def count(services: Services, table: type) -> int:
    found = await services.database.read(
        lambda session: session.scalar(select(func.count()).select_from(table))
    )
    return found or 0


class TestComplete:
    async def test_receipt(self, applicant: Applicant) -> None:
        receipt = await applicant.submitted()
        assert is_case_number(receipt["number"])
        assert receipt["number"].startswith("26327")
        assert receipt["state"] == "submitted"
        assert receipt["window"]["name"] and receipt["why"]
        assert receipt["answer_due"]["day"] == "2026-11-30"
        assert "2026年11月30日" in receipt["answer_due_note"]
        view = await applicant.look()
        assert view["state"] == "submitted"
        assert view["case_number"] == receipt["number"]

    async def test_an_agents_submission_needs_the_agent_and_is_called_at_his_number(
        self, applicant: Applicant
    ) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        ok(await applicant.patch("answers", {"answers": {"agent": "agent"}}))
        await applicant.identify()
        await applicant.all_ready()
        gaps = refused(await applicant.submit(), 422, "incomplete")["gaps"]
        assert [gap["id"] for gap in gaps] == ["agent_name"]
        agent = {"agent_name": "赵敏", "agent_phone": person(41).phone}
        ok(await applicant.put("personal", {"values": agent}))
        number = ok(await applicant.submit("key-2"))["number"]
        assert (await applicant.ask(number, person(41).phone_tail)).status_code == 200
        assert (await applicant.ask(number, applicant.who.phone_tail)).status_code == 404

    async def test_materials_for_later_are_named(self, applicant: Applicant) -> None:
        await applicant.prepare()
        content = ok(await applicant.client.get(f"/intakes/{applicant.id}/preview"))
        later = [line for line in content["materials"] if line["necessity"] == "容缺后补"]
        assert later
        await applicant.patch("materials", {"states": {line["id"]: "later" for line in later}})
        assert ok(await applicant.submit())["later"] == [line["name"] for line in later]

    async def test_the_case_keeps_notice_and_catalogue_version(
        self, applicant: Applicant, services: Services
    ) -> None:
        await applicant.prepare()
        notice = (await applicant.draw())["notice"]
        number = ok(await applicant.submit())["number"]
        case = await services.database.read(lambda session: session.get(CaseRow, number))
        assert case is not None
        assert (case.notice_number, case.notice_version) == (notice["number"], 1)
        assert case.catalogue_version == services.catalogue.version
        assert applicant.who.phone not in f"{case.contact}{case.phone_tail}"
        assert services.vault.unseal(case.contact)[Personal.PHONE] == applicant.who.phone

    async def test_a_catalogue_exchanged_meanwhile(self, applicant: Applicant, services: Services) -> None:
        """The case names the version that its list was drawn from, and the list stays the one that was noticed."""
        await applicant.prepare()
        noticed = (await applicant.draw())["notice"]
        some = next(iter(services.catalogue.items.values()))
        imported = some.model_copy(update={"id": "imported.one", "asks": (), "materials": (), "fees": ()})
        await services.database.transact(
            lambda session: store_imported(session, [imported], {}, source="test", now=services.now())
        )
        await services.holder.refresh()
        number = ok(await applicant.submit())["number"]
        case = await services.database.read(lambda session: session.get(CaseRow, number))
        assert case is not None
        assert case.catalogue_version == noticed["content"]["catalogue_version"] != services.catalogue.version
        assert case.notice_version == 1

    async def test_a_year_without_published_holidays_loses_no_submission(
        self, applicant: Applicant, clock: MovableClock
    ) -> None:
        clock.now = datetime(2099, 12, 30, 9, 0, tzinfo=CENTRE_ZONE)
        receipt = await applicant.submitted()
        assert receipt["answer_due"] is None
        assert "5个工作日" in receipt["answer_due_note"]
        assert "2099年" in receipt["answer_due_note"]


class TestIncomplete:
    async def test_everything_is_named_at_once(self, applicant: Applicant, services: Services) -> None:
        await applicant.choose(FOOD)
        document = refused(await applicant.submit(), 422, "incomplete")
        assert {gap["kind"] for gap in document["gaps"]} == {"question", "material", "contact"}
        assert await count(services, CaseRow) == 0

    async def test_each_required_material_in_turn(self, applicant: Applicant) -> None:
        await applicant.prepare()
        content = ok(await applicant.client.get(f"/intakes/{applicant.id}/preview"))
        required = [m["id"] for m in content["materials"] if m["necessity"] == "必要" and m["certain"]]
        for material in required:
            ok(await applicant.patch("materials", {"all_ready": True, "states": {material: "missing"}}))
            document = refused(await applicant.submit(), 422, "incomplete")
            assert [gap["id"] for gap in document["gaps"]] == [material]
        ok(await applicant.patch("materials", {"all_ready": True}))
        ok(await applicant.submit())

    async def test_a_required_material_cannot_come_later(self, applicant: Applicant) -> None:
        await applicant.prepare()
        await applicant.patch("materials", {"states": {APPLICATION: "later"}})
        document = refused(await applicant.submit(), 422, "incomplete")
        assert "不能后补" in document["gaps"][0]["say"]

    async def test_refused_key_can_be_used_again(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        refused(await applicant.submit("same"), 422, "incomplete")
        await applicant.prepare()
        ok(await applicant.submit("same"))

    async def test_without_affair(self, applicant: Applicant) -> None:
        await applicant.begin()
        refused(await applicant.submit(), 409, "no_affair")

    async def test_closed(self, applicant: Applicant) -> None:
        await applicant.prepare()
        await applicant.client.delete(f"/intakes/{applicant.id}")
        refused(await applicant.submit(), 409, "intake_not_open")

    async def test_without_key(self, applicant: Applicant) -> None:
        await applicant.prepare()
        refused(
            await applicant.client.post(f"/intakes/{applicant.id}/submission"), 422, "idempotency_key_missing"
        )


class TestOnce:
    async def test_same_key_same_receipt(self, applicant: Applicant) -> None:
        await applicant.prepare()
        assert (await applicant.submit()).content == (await applicant.submit()).content

    async def test_another_key_same_receipt(self, applicant: Applicant) -> None:
        await applicant.prepare()
        assert (await applicant.submit("a")).content == (await applicant.submit("b")).content

    async def test_same_key_for_another_intake(self, applicant: Applicant, stranger: Applicant) -> None:
        await applicant.prepare()
        await stranger.prepare()
        ok(await applicant.submit("shared"))
        refused(await stranger.submit("shared"), 409, "idempotency_key_reused")

    async def test_fifty_at_once_with_one_key(self, applicant: Applicant, services: Services) -> None:
        await applicant.prepare()
        answers = set()

        async def submit() -> None:
            response = await applicant.submit("one-key")
            ok(response)
            answers.add(response.content)

        async with anyio.create_task_group() as group:
            for _ in range(50):
                group.start_soon(submit)
        assert len(answers) == 1
        assert await count(services, CaseRow) == 1
        assert await count(services, CaseLogRow) == 1

    async def test_twenty_applicants_at_once_get_twenty_numbers(
        self, app: FastAPI, applicant: Applicant
    ) -> None:
        several = [Applicant(applicant.client, f"crowd-{number}") for number in range(20)]
        for one in several:
            await one.prepare()
        numbers = set()

        async def submit(one: Applicant) -> None:
            numbers.add(ok(await one.submit(one.conversation))["number"])

        async with anyio.create_task_group() as group:
            for one in several:
                group.start_soon(submit, one)
        assert len(numbers) == 20


class TestLicence:
    async def test_credit_code_is_needed_where_the_licence_is(
        self, applicant: Applicant, services: Services
    ) -> None:
        item = next(
            item
            for item in services.catalogue.items.values()
            if any(paper.material == LICENCE and paper.when is None for paper in item.shared)
        )
        assert services.catalogue.materials[LICENCE].shared_from
        await applicant.choose(item.id)
        view = await applicant.answer_all()
        assert "credit_code" in view["contact_needed"]
        gaps = ok(await applicant.client.get(f"/intakes/{applicant.id}/gaps"))["gaps"]
        assert [gap["id"] for gap in gaps if gap["kind"] == "contact"] == view["contact_needed"]
