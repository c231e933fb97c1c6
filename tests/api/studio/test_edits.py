"""What is edited in the studio: in force at once in every process, never over somebody else's edit, taken back."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.platform.settings import Settings
from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import FOOD, Applicant, client_of, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock, OpenApp
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

NEW = "火星土豆飞行证怎么弄"
CARD = "id_card.reissue"
ITEM = f"/library/entries/item/{CARD}"


async def heard(client: httpx.AsyncClient, text: str) -> dict[str, Any]:
    told: dict[str, Any] = ok(await client.post("/understanding", json={"text": text}))
    return told


def edited(version: int, *phrasings: str, **more: Any) -> dict[str, Any]:
    return {"version": version, "edit": {"phrasings": list(phrasings), **more}}


async def test_an_alias_is_heard_at_once_in_two_processes_and_no_more_when_it_is_taken_back(
    app: FastAPI, settings: Settings, open_app: OpenApp, services: Services
) -> None:
    async with open_app(settings) as second, client_of(second) as other, colleague(app, Role.TUNER) as tuner:
        assert (await heard(other, NEW))["search"]["decision"] != "sure"
        kept = ok(await tuner.put(ITEM, json=edited(0, NEW)))
        assert (kept["version"], kept["in_force"], kept["by_name"]) == (1, True, "测试人员")
        for client in (tuner, other):
            found = (await heard(client, NEW))["search"]
            assert (found["decision"], found["candidates"][0]["id"]) == ("sure", CARD)
        undone = ok(await tuner.post(f"/library/undo/item/{CARD}", json={"version": 1}))
        assert undone["version"] == 2 and undone["edit"]["phrasings"] == [] and not undone["in_force"]
        for client in (tuner, other):
            assert (await heard(client, NEW))["search"]["decision"] != "sure"
        again = ok(await tuner.post(f"/library/undo/item/{CARD}", json={"version": 2}))
        assert again["edit"]["phrasings"] == [NEW] and [one["undoes"] for one in again["history"]] == [
            2,
            1,
            0,
        ]
        (line, *_) = ok(await tuner.get("/library/changes"))["changes"]
        assert line["name"] == kept["name"] and line["change"]["line"].startswith("退回第2版以前：加了")
    assert len(await logged(services, "library_edited")) == 1
    assert len(await logged(services, "library_undone")) == 2


async def test_the_second_editor_sees_both_versions(app: FastAPI) -> None:
    async with colleague(app, Role.TUNER) as one, colleague(app, Role.TUNER) as two:
        ok(await one.put(ITEM, json=edited(0, NEW)))
        answer = await two.put(ITEM, json=edited(0, "月亮土豆飞行证怎么弄"))
        refused(answer, 409, "edit_stale")
        theirs = answer.json()["theirs"]
        assert (theirs["version"], theirs["edit"]["phrasings"]) == (1, [NEW])
        ok(await two.put(ITEM, json=edited(1, NEW, "月亮土豆飞行证怎么弄")))
        refused(await one.post(f"/library/undo/item/{CARD}", json={"version": 1}), 409, "edit_stale")
        for client, text in ((one, "金星土豆飞行证怎么弄"), (two, "木星土豆飞行证怎么弄")):
            wanted = {"kind": "item", "id": CARD, "text": text}
            seen = ok(await client.post("/library/phrasings", json=wanted))
        assert len(seen["edit"]["phrasings"]) == 4, "两个人各加一种，都在"


@any_database
async def test_an_answer_and_a_matter_say_other_words_on_their_days(
    app: FastAPI, clock: MovableClock
) -> None:
    async with colleague(app, Role.TUNER) as tuner:
        found = ok(await tuner.get("/library/entries?kind=answer&q=停车"))["entries"][0]
        path = f"/library/entries/answer/{found['id']}"
        shipped = ok(await tuner.get(path))
        words = {"text": "这两天停车场整修，请停在{中心名称}对面。", "valid_until": "2026-11-24"}
        ok(await tuner.put(path, json=edited(0, NEW, **words)))
        said = (await heard(tuner, NEW))["answer"]
        assert said["id"] == found["id"] and said["answer"].startswith("这两天停车场整修")
        clock.move(days=2)
        assert (await heard(tuner, NEW))["answer"] is None, "过了日子就回到随附的"
        ok(await tuner.put(path, json=edited(1)))
        assert ok(await tuner.get(path))["shipped_text"] == shipped["shipped_text"]
        matter = ok(await tuner.get("/library/entries?kind=elsewhere&q=欠薪"))["entries"][0]
        path = f"/library/entries/elsewhere/{matter['id']}"
        ok(await tuner.put(path, json=edited(0, "火星老板跑路不给土豆", text="先把聊天记录留好。")))
        told = (await heard(tuner, "火星老板跑路不给土豆"))["matter"]
        assert (told["id"], told["first"]) == (matter["id"], "先把聊天记录留好。")
        listed = ok(await tuner.get("/library/entries?edited=true"))
        assert [one["id"] for one in listed["entries"]] == [matter["id"]]


@any_database
async def test_a_word_of_an_option_answers_the_question(app: FastAPI, applicant: Applicant) -> None:
    view = await applicant.choose(FOOD)
    question = view["next_question"]
    option = question["options"][0]["value"]
    async with colleague(app, Role.TUNER) as tuner:
        path = f"/library/entries/option/{question['id']}/{option}"
        ok(await tuner.put(path, json=edited(0, "火星那样的")))
        await heard(tuner, "你好")
    answered = ok(
        await applicant.client.patch(
            f"/intakes/{applicant.id}/answers",
            json={"answers": {}, "text": "火星那样的", "pending": question["id"], "correcting": False},
        )
    )
    assert [one["value"] for one in answered["answers"] if one["question"] == question["id"]] == [option]


@any_database
async def test_faults_are_told_together_and_nothing_is_kept(app: FastAPI) -> None:
    async with colleague(app, Role.TUNER) as tuner, colleague(app, Role.WINDOW) as clerk:
        taken = ok(await tuner.get(f"/library/entries/item/{FOOD}"))["shipped"][0]
        answer = await tuner.put(ITEM, json=edited(0, "我", taken))
        refused(answer, 422, "edit_invalid")
        assert len(answer.json()["faults"]) == 2
        assert ok(await tuner.get(ITEM))["version"] == 0
        refused(await tuner.get("/library/entries/item/nothing"), 404, "library_entry_not_found")
        refused(await tuner.post(f"/library/undo/item/{CARD}", json={"version": 1}), 409, "nothing_to_undo")
        refused(await clerk.get("/library/entries"), 403, "role_missing")
        refused(await clerk.put(ITEM, json=edited(0, NEW)), 403, "role_missing")
