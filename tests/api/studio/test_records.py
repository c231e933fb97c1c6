"""Items edited whole in the studio: checked as they are written, in force from the release on, in every process, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.platform.settings import Settings
from api.published.matcher_files import Models
from api.published.release_models import Lesson
from api.published.release_training import Tell, TrainingKilled
from api.services import Services
from api.studio import publication
from knowledge.base.roles import Role
from knowledge.studio.measurement import Outcome
from tests.api.applicant import FOOD, Applicant, client_of, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import OpenApp
from tests.api.stores import any_database
from tests.api.studio.test_releases import published

pytestmark = pytest.mark.anyio

KEY = f"items/{FOOD}"
PATH = f"/library/entries/record/{KEY}"


@pytest.fixture(autouse=True)
def stage(services: Services, monkeypatch: pytest.MonkeyPatch) -> list[list[Lesson]]:
    """Nothing is measured and nothing trained; what was to be trained."""
    asked: list[list[Lesson]] = []

    async def learn(lessons: Sequence[Lesson], models: Models, tell: Tell) -> None:
        asked.append(list(lessons))

    async def nothing(*_: Any) -> list[Outcome]:
        return []

    async def rehearse(turns: Sequence[str], published: Services | None = None, /) -> list[Any]:
        return []

    services.learn, services.rehearse = learn, rehearse
    monkeypatch.setattr(publication, "_sentences", nothing)
    monkeypatch.setattr(publication, "_conversations", nothing)
    return asked


async def record(tuner: httpx.AsyncClient, path: str = PATH) -> dict[str, Any]:
    found = ok(await tuner.get(path))
    written: dict[str, Any] = found["edit"]["record"] or found["published"]
    return written


async def keep(tuner: httpx.AsyncClient, version: int, path: str = PATH, **edit: Any) -> dict[str, Any]:
    kept: dict[str, Any] = ok(await tuner.put(path, json={"version": version, "edit": edit}))
    return kept


async def days(client: httpx.AsyncClient) -> int:
    return int(ok(await client.get(f"/items/{FOOD}"))["promised_limit"]["days"])


async def test_an_item_says_something_else_from_its_release_on_in_two_processes(
    app: FastAPI, settings: Settings, open_app: OpenApp, stage: list[list[Lesson]]
) -> None:
    async with open_app(settings) as second, client_of(second) as other, colleague(app, Role.TUNER) as tuner:
        was = await days(tuner)
        kept = await keep(
            tuner, 0, record={**await record(tuner), "promised_limit": {"days": 3}, "aliases": ["火星开饭店"]}
        )
        assert not kept["in_force"] and "改了承诺时限：「8」换成「3」" in kept["history"][0]["line"]
        assert await days(tuner) == was, "没有发布的不算"
        (line,) = ok(await tuner.get("/library/releases"))["unpublished"]
        assert line["name"] == "事项：食品经营许可（新办）"
        told = await published(tuner, note="时限短了")
        assert told["ending"] == "published", told
        (lessons,) = stage
        assert {"released_items", "released_matters"} == {one.kind for one in lessons}, "名称说法变了，要学"
        await other.post("/understanding", json={"text": "你好"})
        assert (await days(tuner), await days(other)) == (3, 3)
        assert ok(await tuner.get(PATH))["in_force"]
        ok(await tuner.post("/library/releases/1/rollback", json={}))
        await other.post("/understanding", json={"text": "你好"})
        assert (await days(tuner), await days(other)) == (was, was)


@any_database
async def test_a_new_item_is_copied_with_a_paper_of_its_own_and_dropped_again(app: FastAPI) -> None:
    key, paper = "items/food_operation.stall", "materials/food_operation.stall_photo"
    async with colleague(app, Role.TUNER) as tuner:
        copy = {**await record(tuner), "name": "食品经营许可（临时摊位）", "aliases": ["火星摆摊卖土豆"]}
        copy["materials"] = [*copy["materials"], {"material": "food_operation.stall_photo"}]
        await keep(tuner, 0, f"/library/entries/record/{key}", record=copy)
        told = await published(tuner)
        assert told["ending"] == "faulty" and any(
            "食品经营许可（临时摊位）" in one for one in told["report"]["faults"]
        )
        photo = {
            **await record(tuner, "/library/entries/record/materials/food_operation.layout"),
            "name": "摊位照片",
        }
        await keep(tuner, 0, f"/library/entries/record/{paper}", record=photo)
        found = ok(await tuner.get("/library/entries?kind=record&q=摊位"))["entries"]
        assert {one["id"] for one in found} == {key, paper}
        assert (await published(tuner))["ending"] == "published"
        assert ok(await tuner.get("/items/food_operation.stall"))["name"] == copy["name"]
        await keep(tuner, 1, f"/library/entries/record/{key}", dropped=True)
        await keep(tuner, 1, f"/library/entries/record/{paper}", dropped=True)
        assert (await published(tuner))["ending"] == "published"
        assert (await tuner.get("/items/food_operation.stall")).status_code == 404


@any_database
async def test_a_form_is_checked_as_it_is_written(app: FastAPI, applicant: Applicant) -> None:
    await applicant.choose(FOOD)
    async with colleague(app, Role.TUNER) as tuner, colleague(app, Role.WINDOW) as clerk:
        forms = ok(await tuner.get("/library/records/forms"))
        assert {group["title"] for group in forms["items"]} >= {"情形和材料", "时限和收费"}
        assert any(one["id"] == "premises" and one["options"] for one in forms["known_questions"])
        good = await record(tuner)
        found = ok(await tuner.post("/library/records/check", json={"key": KEY, "record": good}))
        assert (found["findings"], found["changes"]) == ([], [])
        assert found["branches"] and any(
            one["words"] == "「经营场所是自有还是租赁」回答「租赁」" for one in found["conditions"]
        )
        assert found["impact"]["drafts"] == 1 and found["impact"]["cases"] == 0
        wrong = {
            **good,
            "bases": ["《火星食品法》第一条"],
            "promised_limit": {"days": 90},
            "asks": good["asks"][1:],
        }
        found = ok(await tuner.post("/library/records/check", json={"key": KEY, "record": wrong}))
        assert [one["wrong"] for one in found["findings"]][-1] is False, "没有核对过的依据只是要看一眼"
        assert any("没有在 asks 里问" in one["message"] for one in found["findings"])
        broken = ok(
            await tuner.post(
                "/library/records/check", json={"key": KEY, "record": {**good, "visits": "很多"}}
            )
        )
        assert broken["findings"] == [{"place": ["visits"], "message": "应是整数", "wrong": True}]
        refused(
            await tuner.put(PATH, json={"version": 0, "edit": {"record": {**good, "visits": "很多"}}}),
            422,
            "edit_invalid",
        )
        odd = {"version": 0, "edit": {"record": good}}
        refused(await tuner.put("/library/entries/record/items/火星", json=odd), 422, "edit_invalid")
        refused(await tuner.put(f"/library/entries/item/{FOOD}", json=odd), 422, "edit_invalid")
        refused(
            await tuner.get("/library/entries/record/items/food_operation.gone"),
            404,
            "library_entry_not_found",
        )
        refused(
            await clerk.post("/library/records/check", json={"key": KEY, "record": good}), 403, "role_missing"
        )


@any_database
async def test_training_that_is_killed_leaves_the_running_release(app: FastAPI, services: Services) -> None:
    async def killed(lessons: Sequence[Lesson], models: Models, tell: Tell) -> None:
        await tell(0, len(lessons))
        raise TrainingKilled

    services.learn = killed
    async with colleague(app, Role.TUNER) as tuner:
        was = await days(tuner)
        await keep(
            tuner, 0, record={**await record(tuner), "promised_limit": {"days": 3}, "aliases": ["火星开饭店"]}
        )
        told = await published(tuner)
        assert (told["ending"], told["phase"]) == ("died", "training")
        assert ok(await tuner.get("/library/releases"))["running"] == 1 and await days(tuner) == was
