"""The dialogue store: what it keeps, what it does not, and what it says when its database fails."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import yaml
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    ConversationPaused,
    Event,
    FollowupAction,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot import compat
from bot.tracker_store import DialogueStore, DialogueStoreUnavailable, OwnDialogueStore
from tests import postgresql
from tests.bot.tables import with_tables
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.anyio

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [greet]
slots:
  item: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  session_note: {type: any, influence_conversation: false, mappings: [{type: custom}]}
actions: [action_greet]
"""
)


@pytest.fixture(autouse=True)
def adapted() -> None:
    compat.apply()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return with_tables(f"sqlite:///{tmp_path}/dialogues.db")


@pytest.fixture
def store(url: str) -> DialogueStore:
    return DialogueStore(DOMAIN, url=url)


def tracker_with(*events: Event, sender: str = "甲") -> DialogueStateTracker:
    return DialogueStateTracker.from_events(sender, list(events), DOMAIN.slots)


def turn(number: int) -> list[Event]:
    return [
        UserUttered(f"第{number}句", {"name": "greet", "confidence": 0.9}, metadata={"phone": "13800000000"}),
        ActionExecuted("action_greet"),
        BotUttered("您好,王先生"),
        SlotSet("item", number),
        ActionExecuted("action_listen"),
    ]


def rows(url: str) -> list[tuple[Any, ...]]:
    with sa.create_engine(url).connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text("SELECT * FROM dialogue"))]


class TestKept:
    async def test_an_unknown_sender_has_no_tracker(self, store: DialogueStore) -> None:
        assert await store.retrieve("甲") is None

    async def test_slots_and_the_last_message(self, store: DialogueStore) -> None:
        await store.save(tracker_with(*turn(1), *turn(2)))
        kept = await store.retrieve("甲")
        assert kept is not None
        assert kept.get_slot("item") == 2
        assert kept.latest_message is not None and kept.latest_message.text == "第2句"
        assert kept.latest_message.intent_name == "greet"
        assert kept.latest_action_name == "action_listen"

    async def test_a_slot_set_long_ago(self, store: DialogueStore) -> None:
        events = [SlotSet("session_note", "早先"), *(event for n in range(50) for event in turn(n))]
        await store.save(tracker_with(*events))
        kept = await store.retrieve("甲")
        assert kept is not None and kept.get_slot("session_note") == "早先"

    async def test_slots_also_survive_a_message_taken_back(self, store: DialogueStore) -> None:
        await store.save(tracker_with(SlotSet("session_note", "早先"), *turn(1)))
        kept = await store.retrieve("甲")
        assert kept is not None
        kept.update(UserUttered("听不懂", {"name": "greet"}))
        kept.update(UserUtteranceReverted())
        assert kept.get_slot("session_note") == "早先"

    async def test_pause_and_follow_up(self, store: DialogueStore) -> None:
        await store.save(tracker_with(*turn(1), ConversationPaused(), FollowupAction("action_greet")))
        kept = await store.retrieve("甲")
        assert kept is not None and kept.is_paused()
        assert kept.followup_action == "action_greet"

    async def test_a_new_session_forgets_what_was_before(self, store: DialogueStore) -> None:
        await store.save(tracker_with(*turn(1), SessionStarted(), ActionExecuted("action_listen")))
        kept = await store.retrieve("甲")
        assert kept is not None and kept.get_slot("item") is None
        assert [event.type_name for event in kept.events] == ["action"]

    async def test_saving_again_replaces(self, store: DialogueStore, url: str) -> None:
        await store.save(tracker_with(*turn(1)))
        await store.save(tracker_with(*turn(1), *turn(2)))
        assert len(rows(url)) == 1

    async def test_a_row_does_not_grow(self, store: DialogueStore, url: str) -> None:
        sizes = []
        for turns in (10, 200):
            await store.save(tracker_with(*(event for n in range(100, 100 + turns) for event in turn(n))))
            sizes.append(len(rows(url)[0][1]))
        assert sizes[1] <= sizes[0] * 1.05

    async def test_slots_of_an_older_model_are_left_out(self, store: DialogueStore) -> None:
        await store.save(tracker_with(*turn(1)))
        later = store.with_domain(
            Domain.from_yaml('version: "3.1"\nintents: [greet]\nactions: [action_greet]')
        )
        kept = await later.retrieve("甲")
        assert kept is not None and "item" not in kept.slots

    async def test_restarting_keeps_everything(self, store: DialogueStore, url: str) -> None:
        await store.save(tracker_with(*turn(7)))
        store.close()
        kept = await DialogueStore(DOMAIN, url=url).retrieve("甲")
        assert kept is not None and kept.get_slot("item") == 7


class TestOfAnotherRelease:
    async def _read(self, store: DialogueStore, url: str, **changed: Any) -> DialogueStateTracker:
        await store.save(tracker_with(*turn(1)))
        state = json.loads(rows(url)[0][1])
        with sa.create_engine(url).begin() as connection:
            connection.execute(
                sa.text("UPDATE dialogue SET state = :state"), {"state": json.dumps({**state, **changed})}
            )
        kept = await store.retrieve("甲")
        assert kept is not None
        return kept

    async def test_slots_and_fields_that_nobody_knows_are_left_out(
        self, store: DialogueStore, url: str
    ) -> None:
        kept = await self._read(store, url, slots={"item": 1, "mood": "?"}, weather="rain")
        assert kept.get_slot("item") == 1 and "mood" not in kept.slots

    async def test_events_that_nobody_knows_are_left_out(self, store: DialogueStore, url: str) -> None:
        known = UserUttered("第1句", {"name": "greet"}).as_dict()
        kept = await self._read(store, url, events=[{"event": "thunder"}, known, {"event": "action"}])
        assert [event.type_name for event in kept.events] == ["slot", "user"]

    async def test_a_loop_with_other_fields(self, store: DialogueStore, url: str) -> None:
        kept = await self._read(store, url, active_loop={"name": "form", "validate": True})
        assert kept.active_loop is not None and kept.active_loop.name == "form"

    @pytest.mark.parametrize("text", ["{}", '{"slots": {"item": 1}}', "[]", "no JSON at all"])
    async def test_what_is_not_there_is_as_in_a_new_dialogue(
        self, store: DialogueStore, url: str, text: str
    ) -> None:
        await store.save(tracker_with(*turn(1)))
        with sa.create_engine(url).begin() as connection:
            connection.execute(sa.text("UPDATE dialogue SET state = :state"), {"state": text})
        kept = await store.retrieve("甲")
        assert kept is not None and not kept.is_paused() and kept.active_loop is None
        await store.save(kept)


class TestNotKept:
    async def test_sender_ids(self, store: DialogueStore, url: str) -> None:
        await store.save(tracker_with(*turn(1), sender="openid-o6_bmjrPTlm6"))
        assert "o6_bmjrPTlm6" not in str(rows(url))
        assert list(await store.keys()) == [rows(url)[0][0]]

    async def test_metadata_and_what_the_bot_said(self, store: DialogueStore, url: str) -> None:
        await store.save(
            tracker_with(SlotSet("session_started_metadata", {"phone": "13800000000"}), *turn(1))
        )
        state = json.loads(rows(url)[0][1])
        assert "13800000000" not in json.dumps(state)
        assert "王先生" not in json.dumps(state, ensure_ascii=False)

    async def test_a_key_changes_the_hashes(self, store: DialogueStore, url: str) -> None:
        await store.save(tracker_with(*turn(1)))
        assert await DialogueStore(DOMAIN, url=url, key="别的钥匙").retrieve("甲") is None


class TestForget:
    async def test_dialogues_not_touched_since(self, store: DialogueStore) -> None:
        await store.save(tracker_with(*turn(1), sender="旧"))
        between = time.time()
        await store.save(tracker_with(*turn(1), sender="新"))
        assert await store.forget(before=between) == 1
        assert await store.retrieve("旧") is None
        assert await store.retrieve("新") is not None

    async def test_one_sender(self, store: DialogueStore) -> None:
        await store.save(tracker_with(*turn(1)))
        assert await store.forget_sender("甲") == 1
        assert await store.forget_sender("甲") == 0


class TestDatabase:
    async def test_waits_for_another_writer_without_blocking_the_loop(
        self, store: DialogueStore, tmp_path: Path
    ) -> None:
        await store.save(tracker_with(*turn(1)))
        writer = sqlite3.connect(tmp_path / "dialogues.db", isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        saving = asyncio.create_task(store.save(tracker_with(*turn(2))))
        await asyncio.sleep(0.1)  # the loop runs on, although the database is taken
        assert not saving.done()
        kept = await store.retrieve("甲")
        assert kept is not None and kept.get_slot("item") == 1
        writer.execute("COMMIT")
        await asyncio.wait_for(saving, PATIENCE_S)

    async def test_stores_that_are_opened_at_once_make_the_tables_once(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path}/d.db"
        stores = await asyncio.gather(
            *(asyncio.to_thread(OwnDialogueStore, DOMAIN, url=url) for _ in range(8))
        )
        await stores[0].save(tracker_with(*turn(1)))
        assert await stores[7].retrieve("甲") is not None

    async def test_in_memory(self) -> None:
        store = OwnDialogueStore(DOMAIN, url="sqlite://")
        await store.save(tracker_with(*turn(1)))
        assert await store.retrieve("甲") is not None

    async def test_takes_the_url_of_an_asynchronous_driver(self, tmp_path: Path) -> None:
        store = OwnDialogueStore(DOMAIN, url=f"sqlite+aiosqlite:///{tmp_path}/d.db")
        await store.save(tracker_with(*turn(1)))
        assert await store.retrieve("甲") is not None

    def test_one_that_nobody_has_prepared(self, tmp_path: Path) -> None:
        with pytest.raises(DialogueStoreUnavailable):
            DialogueStore(DOMAIN, url=f"sqlite:///{tmp_path}/d.db")

    def test_one_of_a_later_release(self, url: str) -> None:
        with sa.create_engine(url).begin() as connection:
            connection.execute(sa.text("UPDATE alembic_version_dialogue SET version_num = '0999'"))
        with pytest.raises(DialogueStoreUnavailable):
            OwnDialogueStore(DOMAIN, url=url)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(DialogueStoreUnavailable, match="请检查文件夹是否可写"):
            DialogueStore(DOMAIN, url=f"sqlite:///{tmp_path}/missing/d.db")

    def test_a_damaged_file(self, tmp_path: Path) -> None:
        (tmp_path / "d.db").write_bytes(b"this is no database, and it is long enough to be read as one" * 20)
        with pytest.raises(DialogueStoreUnavailable, match="对话存储打不开"):
            DialogueStore(DOMAIN, url=f"sqlite:///{tmp_path}/d.db")

    def test_a_password_is_not_shown(self) -> None:
        with pytest.raises(DialogueStoreUnavailable) as refused:
            DialogueStore(DOMAIN, url="postgresql://intake:geheim@127.0.0.1:1/intake")
        assert "geheim" not in str(refused.value)

    @pytest.mark.parametrize("url", [None, "", "nonsense", "mysql://localhost/x"])
    def test_an_address_that_is_none(self, url: str | None) -> None:
        with pytest.raises(DialogueStoreUnavailable):
            DialogueStore(DOMAIN, url=url)


class TestPostgreSQL:
    async def test_keeps_replaces_and_forgets(self) -> None:
        url = await asyncio.to_thread(postgresql.made)
        sender = f"测试{time.time_ns()}"
        stores = await asyncio.gather(
            *(asyncio.to_thread(OwnDialogueStore, DOMAIN, url=url) for _ in range(8))
        )
        await stores[0].save(tracker_with(*turn(1), sender=sender))
        await stores[1].save(tracker_with(*turn(2), sender=sender))
        kept = await stores[2].retrieve(sender)
        assert kept is not None and kept.get_slot("item") == 2
        assert await stores[3].forget_sender(sender) == 1
        for store in stores:
            store.close()
        await asyncio.to_thread(postgresql.dropped, url)


class TestAsTrackerStore:
    async def test_is_made_from_endpoints_yml(self, tmp_path: Path) -> None:
        shipped = yaml.safe_load((Path(__file__).parents[2] / "bot" / "endpoints.yml").read_text("utf-8"))
        endpoint = EndpointConfig(f"sqlite:///{tmp_path}/d.db", type=shipped["tracker_store"]["type"])
        store = TrackerStore.create(endpoint, DOMAIN)
        assert isinstance(store, OwnDialogueStore)
        tracker = await store.get_or_create_tracker("甲")
        assert tracker.sender_id == "甲"

    async def test_a_broker_gets_each_event_once(self, url: str) -> None:
        published: list[dict[str, Any]] = []

        class Broker:
            def publish(self, event: dict[str, Any]) -> None:
                published.append(event)

        store = DialogueStore(DOMAIN, Broker(), url=url)
        await store.save(tracker_with(*turn(1)))
        kept = await store.retrieve("甲")
        assert kept is not None
        kept.update(UserUttered("再说一句", {"name": "greet"}))
        await store.save(kept)
        await store.save(kept)
        assert [event["event"] for event in published] == ["user", "action", "bot", "slot", "action", "user"]
