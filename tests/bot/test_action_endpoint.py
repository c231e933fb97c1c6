"""Actions called in this process behave as behind a network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rasa.utils.endpoints import ClientResponseError
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor

from bot.action_endpoint import InProcessActions, executor_of
from tests.bot.fixtures import assistant

pytestmark = pytest.mark.anyio

BASE_AND_ACTION = """
from rasa_sdk import Action

class Base(Action):
    async def run(self, dispatcher, tracker, domain):
        return []

class Say(Base):
    def name(self):
        return "action_say"
"""


def call(name: str, **slots: Any) -> dict[str, Any]:
    tracker = {"sender_id": "甲", "slots": slots, "latest_message": {"text": "你好"}, "events": []}
    return {"next_action": name, "tracker": tracker}


class TestRequest:
    async def test_returns_events_and_messages(self) -> None:
        endpoint = InProcessActions(assistant.executor(), {"text": "出错了"})
        result = await endpoint.request(json=call("action_count", turns=4))
        assert result["events"][0]["value"] == 5
        assert result["responses"][0]["text"].startswith("第5句")

    async def test_declining_is_the_answer_400_of_an_action_server(self) -> None:
        endpoint = InProcessActions(assistant.executor(), {"text": "出错了"})
        with pytest.raises(ClientResponseError) as declined:
            await endpoint.request(json=call("action_decline"))
        assert declined.value.status == 400
        assert json.loads(declined.value.text)["action_name"] == "action_decline"

    async def test_an_action_cannot_change_what_it_was_given(self) -> None:
        class Meddle(Action):  # type: ignore[misc]
            def name(self) -> str:
                return "action_meddle"

            async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
                tracker.slots["basket"]["items"].append("偷加的")
                return []

        executor = ActionExecutor()
        executor.register_action(Meddle())
        given = call("action_meddle", basket={"items": ["执照"]})
        await InProcessActions(executor, {"text": "出错了"}).request(json=given)
        assert given["tracker"]["slots"]["basket"] == {"items": ["执照"]}

    async def test_each_fault_is_a_message_of_its_own(self) -> None:
        endpoint = InProcessActions(assistant.executor(), {"text": "出错了"})
        first = await endpoint.request(json=call("action_break"))
        first["responses"][0].pop("text")  # Rasa takes messages apart
        second = await endpoint.request(json=call("action_break"))
        assert second["responses"] == [{"text": "出错了"}]


class TestExecutorOf:
    @pytest.fixture
    def package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
        name = f"actions_{tmp_path.name.replace('-', '_')}"
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
        (tmp_path / name / "saying.py").write_text(BASE_AND_ACTION, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return name

    def test_registers_the_actions_of_the_package_only(self, package: str) -> None:
        assert set(executor_of(package).actions) == {"action_say"}

    def test_a_module_that_cannot_be_imported_is_an_error(self, package: str, tmp_path: Path) -> None:
        (tmp_path / package / "broken.py").write_text("import no_such_module\n", encoding="utf-8")
        with pytest.raises(ImportError, match="no_such_module"):
            executor_of(package)

    def test_the_actions_of_the_domain_are_shipped(self) -> None:
        import yaml

        domain = yaml.safe_load(
            (Path(__file__).parents[2] / "bot" / "domain.yml").read_text(encoding="utf-8")
        )
        assert set(domain["actions"]) <= set(executor_of("actions").actions)
