"""Turns: what is answered, in which order, after a failure, after a restart, and while models are exchanged."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor

from api.platform.keyed_locks import KeyedLocks
from bot import dialogue_state
from bot.engine import Engine
from bot.tracker_store import RECENT_EVENTS, DialogueStore
from tests.bot.fixtures import assistant
from tests.bot.tables import with_tables
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.anyio

FAULT = "系统刚才出了点问题，请再说一次。"  # `utter_fault` of the fixture's domain


def texts(messages: list[dict[str, Any]]) -> list[str]:
    return [message["text"] for message in messages]


class TestReply:
    async def test_text_buttons_and_card_are_one_message(self, engine: Engine) -> None:
        assert await engine.handle("你好", "甲", "web") == [
            {
                "recipient_id": "甲",
                "text": "您好。\n\n您想办什么事?",
                "buttons": [{"title": "办执照", "payload": "办执照"}],
                "custom": {"kind": "items", "items": []},
            }
        ]

    async def test_an_action_finds_the_metadata_of_its_message(self, engine: Engine) -> None:
        first = await engine.handle("谢谢", "甲", "web", {"note": "一"})
        second = await engine.handle("谢谢", "甲", "web")
        assert texts(first)[0].endswith(",一")
        assert texts(second)[0].endswith(",None")

    async def test_it_knows_by_name_which_messages_it_has_taken(self, engine: Engine) -> None:
        for name in ("m-1", "m-2"):
            await engine.handle("谢谢", "甲", "web", {"message": name})
        taken = [await engine.has_taken("甲", name) for name in ("m-1", "m-2", "m-3")]
        assert taken == [True, True, False]
        assert not await engine.has_taken("乙", "m-1")

    @pytest.mark.parametrize(
        "text", ["", "   ", "😀😀", "\ud800", "x" * 10_000, "\x00", "<b>{{7*7}}</b>", "'; DROP"]
    )
    async def test_any_text_gets_an_answer(self, engine: Engine, text: str) -> None:
        assert texts(await engine.handle(text, "甲", "web"))

    async def test_senders_do_not_share_slots(self, engine: Engine) -> None:
        await engine.handle("谢谢", "甲", "web")
        assert texts(await engine.handle("谢谢", "乙", "web"))[0].startswith("第1句")


class TestFailure:
    async def test_a_failing_action_answers_with_the_sentence_of_the_domain(self, engine: Engine) -> None:
        assert texts(await engine.handle("我要投诉", "甲", "web")) == [FAULT]

    async def test_and_the_dialogue_goes_on_with_what_it_knew(self, engine: Engine) -> None:
        await engine.handle("谢谢", "甲", "web")
        await engine.handle("我要投诉", "甲", "web")
        assert texts(await engine.handle("谢谢", "甲", "web"))[0].startswith("第2句")

    async def test_the_log_says_where_but_not_what_was_written(
        self, engine: Engine, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
    ) -> None:
        caplog.set_level(logging.DEBUG)
        await engine.handle("我要投诉张某某", "甲", "web")
        printed = capfd.readouterr()
        assert "action_break failed" in caplog.text
        assert "assistant.py" in caplog.text
        assert "张某某" not in caplog.text + printed.out + printed.err

    async def test_so_does_an_action_whose_result_is_malformed(
        self, engine: Engine, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        assert texts(await engine.handle("/restart", "甲", "web", {"note": "张某某"})) == [FAULT]
        assert "action_malformed returned malformed" in caplog.text
        assert "张某某" not in caplog.text

    async def test_a_declining_action_lets_the_turn_end_in_peace(self, engine: Engine) -> None:
        assert await engine.handle("多少钱", "甲", "web") == []
        assert texts(await engine.handle("谢谢", "甲", "web"))[0].startswith("第1句")

    async def test_an_action_nobody_registered_is_a_fault(self, fixture_model: Path, tmp_path: Path) -> None:
        engine = await Engine.load(fixture_model, with_tables(f"sqlite:///{tmp_path}/d.db"), ActionExecutor())
        assert texts(await engine.handle("你好", "甲", "web")) == [FAULT]

    async def test_a_store_that_fails_is_admitted(
        self, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def fail(*_: Any) -> None:
            raise OSError("disk")

        monkeypatch.setattr(DialogueStore, "retrieve", fail)
        assert texts(await engine.handle("你好", "甲", "web")) == [FAULT]

    async def test_what_was_said_before_the_store_failed_is_still_said(
        self, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await engine.handle("谢谢", "甲", "web")

        async def fail(*_: Any) -> None:
            raise OSError("disk")

        monkeypatch.setattr(DialogueStore, "save", fail)
        said = texts(await engine.handle("谢谢", "甲", "web"))
        assert said[0].startswith("第2句")
        assert said[1] == FAULT


class TestOrder:
    async def test_fifty_messages_at_once_of_one_sender_are_answered_in_order(self, engine: Engine) -> None:
        answers = await asyncio.gather(*(engine.handle("谢谢", "甲", "web") for _ in range(50)))
        assert [texts(answer)[0].split(",")[0] for answer in answers] == [f"第{n}句" for n in range(1, 51)]

    async def test_senders_do_not_wait_for_each_other(self, fixture_model: Path, tmp_path: Path) -> None:
        released = asyncio.Event()

        class Wait(Action):  # type: ignore[misc]
            def name(self) -> str:
                return "action_greet"

            async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
                await released.wait()
                return []

        executor = assistant.executor()
        executor.register_action(Wait())
        engine = await Engine.load(fixture_model, with_tables(f"sqlite:///{tmp_path}/d.db"), executor)
        waiting = asyncio.create_task(engine.handle("你好", "甲", "web"))
        assert texts(await asyncio.wait_for(engine.handle("谢谢", "乙", "web"), PATIENCE_S))
        assert not waiting.done()
        released.set()
        await waiting

    async def test_locks_are_given_up_with_the_last_message(
        self, fixture_model: Path, tmp_path: Path
    ) -> None:
        locks = KeyedLocks()
        engine = await Engine.load(
            fixture_model, with_tables(f"sqlite:///{tmp_path}/d.db"), assistant.executor(), locks=locks.of
        )
        await asyncio.gather(*(engine.handle("谢谢", f"第{n}人", "web") for n in range(200)))
        assert len(locks) == 0


class TestLongConversation:
    async def test_a_late_turn_reads_no_more_than_an_early_one(
        self, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[int] = []
        restore = dialogue_state.restore

        def counted(*arguments: Any) -> Any:
            tracker = restore(*arguments)
            read.append(len(tracker.events))
            return tracker

        monkeypatch.setattr(dialogue_state, "restore", counted)
        for _ in range(200):
            await engine.handle("谢谢", "甲", "web")
        assert read[-1] == read[10]
        assert max(read) <= RECENT_EVENTS + 1  # the one slot that is set


class TestRestart:
    async def test_slots_survive(self, fixture_model: Path, tmp_path: Path) -> None:
        url = with_tables(f"sqlite:///{tmp_path}/dialogues.db")
        before = await Engine.load(fixture_model, url, assistant.executor())
        await before.handle("谢谢", "甲", "web")
        before.close()
        after = await Engine.load(fixture_model, url, assistant.executor())
        assert texts(await after.handle("谢谢", "甲", "web"))[0].startswith("第2句")


class TestSwap:
    async def test_no_turn_is_lost_while_models_are_exchanged(
        self, engine: Engine, fixture_model: Path, tmp_path: Path
    ) -> None:
        models = []
        for number in range(5):
            model = tmp_path / f"release-{number}.tar.gz"
            model.write_bytes(fixture_model.read_bytes())
            models.append(model)

        exchanged = asyncio.Event()
        answered_by: set[str] = set()

        async def talk(sender: str) -> list[str]:
            said: list[str] = []
            while len(said) < 20 or not exchanged.is_set():
                said += texts(await engine.handle("谢谢", sender, "web"))
                answered_by.add(engine.model_name)
            return said

        async def exchange() -> None:
            for model in models:
                await engine.swap(model)
            exchanged.set()

        *talks, _ = await asyncio.gather(*(talk(f"第{n}人") for n in range(10)), exchange())
        for said in talks:
            assert [one.split(",")[0] for one in said] == [f"第{n}句" for n in range(1, len(said) + 1)]
        assert {model.name for model in models} <= answered_by

    async def test_a_broken_model_leaves_the_old_one_answering(self, engine: Engine, tmp_path: Path) -> None:
        broken = tmp_path / "broken.tar.gz"
        broken.write_bytes(b"no archive")
        name = engine.model_name
        with pytest.raises(Exception, match="broken"):
            await engine.swap(broken)
        assert engine.model_name == name
        assert texts(await engine.handle("谢谢", "甲", "web"))
