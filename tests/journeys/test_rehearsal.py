"""The test box of the studio: the same road as a conversation's, with its reasons, and no trace."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from actions.reading.action_names import action_names
from actions.respond import TAKERS
from api.tables import metadata
from intake.people import person
from intake.site import Site
from knowledge.base.roles import Role
from knowledge.weighing.candidate import KIND_NAMES, Kind
from tests.api.colleagues import account_of
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


@pytest.fixture
async def tuner(http: httpx.AsyncClient, site: Site) -> AsyncIterator[httpx.AsyncClient]:
    assert site._services is not None
    made = await account_of(site._services, Role.TUNER)
    http.headers["Authorization"] = f"Bearer {made.token}"
    yield http


async def tried(client: httpx.AsyncClient, *turns: str) -> list[dict[str, Any]]:
    answer = await client.post("/api/v1/library/test", json={"turns": list(turns)})
    assert answer.status_code == 200, answer.text
    told: list[dict[str, Any]] = answer.json()["turns"]
    return told


async def rows(site: Site) -> dict[str, int]:
    """How many rows each table of the installation has."""
    assert site._services is not None

    async def count(session: Any) -> dict[str, int]:
        return {
            table.name: (await session.execute(text(f"SELECT count(*) FROM {table.name}"))).scalar_one()
            for table in metadata.sorted_tables
        }

    return await site._services.database.read(count)


async def test_a_sentence_is_explained_and_answered_as_in_the_talk(
    tuner: httpx.AsyncClient, talk: Talk
) -> None:
    (told,) = await tried(tuner, "我租了个门面想开个小饭馆，要办啥")
    assert told["reply"]["text"] == await talk.say("我租了个门面想开个小饭馆，要办啥")
    assert told["heard"][0]["what"] == "事项" and told["heard"][0]["because"][0].startswith(("最像", "就是"))
    best = told["readings"][0]
    assert best["chosen"] and best["kind_name"] == "要办一件事" and best["action_name"] and best["because"]
    assert [one["worth"] for one in told["readings"]] == sorted(
        (one["worth"] for one in told["readings"]), reverse=True
    )
    assert told["reply"]["options"] and told["reply"]["wechat"] and told["reply"]["card"] == "items"


async def test_a_whole_conversation_to_a_case_leaves_nothing_anywhere(
    tuner: httpx.AsyncClient, site: Site
) -> None:
    one, before = person(7), await rows(site)
    turns = [
        "办身份证补领", "1", "1", "1", "1", "材料都齐了，提交",
        f"我叫{one.name}，身份证{one.id_number}，手机{one.phone}", "是", "火星土豆飞行证怎么弄", "转人工",
    ]  # fmt: skip
    told = await tried(tuner, *turns)
    assert len(told) == len(turns)
    given = told[6]
    assert given["taken"] == ["身份证号", "手机号", "姓名"]
    assert one.id_number not in str(told) and one.name not in given["said"]
    again = await tried(tuner, "提交")
    assert "办件编号" not in again[0]["reply"]["text"], "上一段对话不留给下一段"
    assert await rows(site) == before


async def test_who_may_not_and_what_cannot_be_tried(tuner: httpx.AsyncClient, site: Site) -> None:
    assert (await tuner.post("/api/v1/library/test", json={"turns": []})).status_code == 422
    assert site._services is not None
    clerk = await account_of(site._services, Role.WINDOW)
    tuner.headers["Authorization"] = f"Bearer {clerk.token}"
    assert (await tuner.post("/api/v1/library/test", json={"turns": ["你好"]})).status_code == 403


def test_every_kind_and_every_action_has_a_name() -> None:
    assert set(KIND_NAMES) == set(Kind)
    assert set(action_names()) == set(TAKERS)
