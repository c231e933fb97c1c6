"""Releases: measured, refused, frozen, taken back; one publishing at a time, and one that dies leaves everything as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.platform.settings import SecondPerson, Settings
from api.published.models import LibraryEditRow
from api.services import Services
from api.studio import measuring, publishing
from api.studio.rehearsal_schemas import RehearsedTurn, ReplyInShapes
from api.studio.release_schemas import PublishWanted
from knowledge.base.roles import Role
from tests.api.applicant import FOOD, client_of, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock, OpenApp
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

CARD = "id_card.reissue"
ITEM = f"/library/entries/item/{CARD}"
NEW = "火星土豆飞行证怎么弄"

_READERS: dict[str, Any] = {}
"""What reads other languages takes a second to make; it is the same for every test."""


@pytest.fixture(autouse=True)
def stage(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialogue that answers with the phrasings of one item; few sentences are measured, and nothing is trained."""
    monkeypatch.setattr(measuring, "MOST_SENTENCES", 3)
    _READERS.setdefault("foreign", (services.holder.version, services.foreign))
    _READERS.setdefault("subjects", (services.holder.version, services.subjects))
    services._foreign, services._subjects = _READERS["foreign"], _READERS["subjects"]

    async def rehearse(turns: Sequence[str], published: Services | None = None, /) -> list[RehearsedTurn]:
        said = "、".join((published or services).catalogue.items[CARD].aliases)
        return [_turn(text, said) for text in turns]

    async def learn(*_: Any) -> None:
        pass

    services.rehearse, services.learn = rehearse, learn


def _turn(text: str, answer: str) -> RehearsedTurn:
    reply = ReplyInShapes(page=[answer], options=[], card="", wechat=[], text=answer)
    return RehearsedTurn(
        said=text, taken=[], language="普通话", chinese=text, intent="", confidence=0, encoder=[], settled=True,
        heard=[], readings=[], asks_first=False, reply=reply, took_ms=1,
    )  # fmt: skip


async def edit(tuner: httpx.AsyncClient, version: int, *phrasings: str) -> None:
    ok(await tuner.put(ITEM, json={"version": version, "edit": {"phrasings": list(phrasings)}}))


async def published(tuner: httpx.AsyncClient, **wanted: Any) -> dict[str, Any]:
    """Publish, and what became of it."""
    began = await tuner.post("/library/releases", json=wanted)
    assert began.status_code == 202, began.text
    told: dict[str, Any] = began.json()
    while told["running"]:
        told = ok(await tuner.get("/library/publishing"))
    return told


async def said_word_for_word(client: httpx.AsyncClient) -> bool:
    found = ok(await client.post("/understanding", json={"text": NEW}))["search"]
    return bool(found["decision"] == "sure")


async def test_what_was_edited_is_published_and_every_process_goes_back(
    app: FastAPI, settings: Settings, open_app: OpenApp, services: Services
) -> None:
    async with open_app(settings) as second, client_of(second) as other, colleague(app, Role.TUNER) as tuner:
        first = ok(await tuner.get("/library/releases"))
        assert (first["running"], first["unpublished"], first["publishing"]) == (1, [], None)
        refused(await tuner.post("/library/releases", json={}), 409, "nothing_to_publish")
        await edit(tuner, 0, NEW)
        (line,) = ok(await tuner.get("/library/releases"))["unpublished"]
        assert [one["line"] for one in line["differences"]] == [f"加了说法「{NEW}」"]
        told = await published(tuner, note="火星来的")
        assert (told["ending"], told["by_name"], told["report"]["faults"]) == ("published", "测试人员", [])
        assert told["report"]["conversations"] >= 20 and told["report"]["sentences"] > 0

        now = ok(await tuner.get("/library/releases"))
        assert (now["running"], now["unpublished_total"]) == (2, 0)
        assert [(one["number"], one["edited"], one["running"]) for one in now["releases"]] == [
            (2, 1, True),
            (1, 0, False),
        ]
        await edit(tuner, 1, NEW, "月亮土豆飞行证怎么弄")
        back = ok(await tuner.post("/library/releases/1/rollback", json={"note": "不要了"}))
        assert (back["running"], back["unpublished_total"], back["releases"][0]["restores"]) == (3, 0, 1)
        assert not await said_word_for_word(tuner) and not await said_word_for_word(other)
        refused(await tuner.post("/library/releases/3/rollback", json={}), 409, "already_running")
        refused(await tuner.post("/library/releases/9/rollback", json={}), 404, "release_not_found")
        ok(await tuner.post("/library/releases/2/rollback", json={}))
        assert await said_word_for_word(tuner) and await said_word_for_word(other)
        detail = ok(await tuner.get("/library/releases/2"))
        assert detail["against"] == 1 and detail["report"]["conversations"] >= 20
        assert ok(await tuner.get("/library/releases/4?against=2"))["total"] == 0
        assert ok(await tuner.get("/library/releases/1"))["total"] == 0
        assert "整个退回到第2版" in str(ok(await tuner.get(ITEM))["history"])
    assert len(await logged(services, "library_published")) == 2, "连没有可发布的那次"
    assert len(await logged(services, "library_rolled_back")) == 4


@any_database
async def test_what_makes_a_conversation_fail_is_refused_and_named(app: FastAPI, services: Services) -> None:
    kept = {"name": "不说火星", "turns": ["你好"], "checks": [{"none": ["火星"], "all": ["身份证"]}]}
    async with colleague(app, Role.TUNER) as tuner:
        assert ok(await tuner.get("/library/releases"))["own_conversations"] == 0
        ok(await tuner.post("/library/conversations", json=kept))
        assert ok(await tuner.get("/library/releases"))["own_conversations"] == 1
        await edit(tuner, 0, NEW)
        told = await published(tuner)
        assert (told["ending"], told["ending_name"]) == ("faulty", "没有发布：有不合格的")
        worse = next(one for one in told["report"]["groups"] if one["worse"])
        assert (worse["group"], worse["before"], worse["after"]) == ("对话：自己留的", 1, 0)
        (lost,) = worse["lost"]
        assert lost == {"text": "不说火星", "why": ["「你好」的回答不该有而有 /火星/"]}
        assert ok(await tuner.get("/library/releases"))["running"] == 1
        assert ok(await tuner.get(ITEM))["edit"]["phrasings"] == [NEW], "改的还在，只是没有冻结"
        (first, *_) = ok(await tuner.get("/library/conversations"))["conversations"]
        ok(await tuner.delete(f"/library/conversations/{first['number']}"))
        assert (await published(tuner))["ending"] == "published"
        refused(
            await tuner.delete(f"/library/conversations/{first['number']}"), 404, "conversation_not_found"
        )


@any_database
async def test_a_phrasing_of_two_is_refused_before_anything_is_measured(
    app: FastAPI, services: Services, clock: MovableClock
) -> None:
    taken = services.catalogue.items[FOOD].aliases[0]
    row = LibraryEditRow(
        kind="item", key=CARD, version=1, data={"phrasings": [taken]}, undoes=0, why="", account="x", at=clock()
    )  # fmt: skip

    async def store(session: Any) -> None:
        session.add(row)

    await services.database.transact(store)
    async with colleague(app, Role.TUNER) as tuner:
        told = await published(tuner)
        assert told["ending"] == "faulty" and told["report"]["sentences"] == 0
        (fault,) = told["report"]["faults"]
        assert f"「{taken}」已经是事项「" in fault


async def test_one_publishes_at_a_time_and_a_dead_one_is_in_nobodys_way(
    app: FastAPI, services: Services, clock: MovableClock
) -> None:
    async with colleague(app, Role.TUNER) as tuner, colleague(app, Role.TUNER) as other:
        await edit(tuner, 0, NEW)
        actor = type("Anybody", (), {"id": "somebody"})()
        number = await publishing.begun(PublishWanted(), actor, services)
        answer = await other.post("/library/releases", json={})
        refused(answer, 409, "publishing_under_way")
        assert answer.json()["by_name"] == "somebody" and answer.json()["since"]
        refused(await other.post("/library/releases/1/rollback", json={}), 409, "publishing_under_way")
        assert ok(await other.post("/library/publishing/stop"))["running"]
        await publishing.publish(number, services)
        told = ok(await tuner.get("/library/publishing"))
        assert (told["ending"], told["running"]) == ("stopped", False)
        refused(await other.post("/library/publishing/stop"), 409, "no_publishing")

        dead = await publishing.begun(PublishWanted(), actor, services)
        clock.move(minutes=2)
        assert ok(await tuner.get("/library/publishing"))["ending"] == "died"
        assert (await published(tuner, only_measures=True))["ending"] == "measured"
        await publishing.publish(dead, services)
        assert ok(await tuner.get("/library/releases"))["running"] == 1, "死了的回来，什么也不换"


async def test_a_conversation_is_kept_and_dropped(app: FastAPI, services: Services) -> None:
    kept = {"name": "问好", "turns": ["你好"], "checks": [{"all": ["您好"]}]}
    async with colleague(app, Role.TUNER) as tuner:
        (first, *shipped) = ok(await tuner.post("/library/conversations", json=kept))["conversations"]
        assert (first["name"], first["by_name"], first["kind"]) == ("问好", "测试人员", "自己留的")
        assert shipped and {one["number"] for one in shipped} == {0}
        path = f"/library/conversations/{first['number']}"
        assert ok(await tuner.delete(path))["conversations"] == shipped
        refused(await tuner.delete(path), 404, "conversation_not_found")


@any_database
async def test_only_with_the_role_and_only_where_the_dialogue_is(app: FastAPI, services: Services) -> None:
    services.rehearse = None
    async with colleague(app, Role.TUNER) as tuner, colleague(app, Role.WINDOW) as clerk:
        refused(await tuner.post("/library/releases", json={}), 409, "rehearsal_elsewhere")
        refused(await tuner.get("/library/publishing"), 409, "no_publishing")
        for path in ("/library/releases", "/library/releases/1", "/library/conversations"):
            refused(await clerk.get(path), 403, "role_missing")
        secret = {"name": "有号码", "turns": ["我的手机是13800138000"], "checks": [{"all": ["好"]}]}
        refused(await tuner.post("/library/conversations", json=secret), 422, "edit_invalid")
        wrong = secret | {"turns": ["你好"], "checks": [{"turn": 3, "all": ["好"]}]}
        refused(await tuner.post("/library/conversations", json=wrong), 422, "edit_invalid")


@any_database
async def test_two_persons_are_wanted_and_the_second_is_another(app: FastAPI, services: Services) -> None:
    services.settings = services.settings.model_copy(update={"second_person": (SecondPerson.RELEASES,)})
    async with colleague(app, Role.TUNER) as one, colleague(app, Role.TUNER) as two:
        await edit(one, 0, NEW)
        told = await published(one)
        assert (told["ending"], told["waits_for_second"]) == ("ready", True)
        assert ok(await one.get("/library/releases"))["running"] == 1
        refused(await one.post("/library/publishing/confirm"), 409, "same_person")
        told = ok(await two.post("/library/publishing/confirm"))
        assert (told["ending"], told["waits_for_second"], told["confirmed_by"]) == (
            "published",
            False,
            "测试人员",
        )
        assert ok(await one.get("/library/releases"))["releases"][0]["confirmed_by"] == "测试人员"
        refused(await two.post("/library/publishing/confirm"), 409, "no_publishing")


async def test_a_release_waits_for_its_time_or_is_taken_away(
    app: FastAPI, services: Services, clock: MovableClock
) -> None:
    night = (clock() + timedelta(hours=9)).isoformat()
    async with colleague(app, Role.TUNER) as tuner:
        await edit(tuner, 0, NEW)
        assert (await published(tuner, at=night))["ending"] == "ready"
        await publishing.swap_in(services)
        assert ok(await tuner.get("/library/releases"))["running"] == 1
        clock.move(hours=9)
        await publishing.swap_in(services)
        found = ok(await tuner.get("/library/releases"))
        assert (found["running"], found["publishing"]["ending"]) == (2, "published")
        await edit(tuner, 1)
        later = (clock() + timedelta(hours=9)).isoformat()
        assert (await published(tuner, at=later))["ending"] == "ready"
        assert ok(await tuner.post("/library/publishing/stop"))["ending"] == "stopped"
        clock.move(hours=10)
        await publishing.swap_in(services)
        assert ok(await tuner.get("/library/releases"))["running"] == 2
