"""The component as Rasa sees it: trained, stored, loaded, and asked about a message."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.nlu.intent import DialogueIntentClassifier

from rasa.engine.graph import ExecutionContext, GraphSchema  # isort: skip
from rasa.engine.storage.local_model_storage import LocalModelStorage  # isort: skip
from rasa.engine.storage.resource import Resource  # isort: skip
from rasa.shared.nlu.training_data.message import Message  # isort: skip
from rasa.shared.nlu.training_data.training_data import TrainingData  # isort: skip

SAID = {
    "greet": ["你好", "您好", "在吗", "早上好", "有人吗", "你好啊"],
    "thanks": ["谢谢", "多谢", "谢谢您", "太感谢了", "谢啦", "好的谢谢"],
    "ask_fee": ["多少钱", "要交多少费用", "收费吗", "办这个要钱吗", "工本费多少", "费用怎么算"],
}
DATA = TrainingData([Message.build(text, intent) for intent, texts in SAID.items() for text in texts])
CONTEXT = ExecutionContext(GraphSchema({}))
RESOURCE = Resource("intent")


def trained(
    folder: Path, data: TrainingData, config: dict[str, Any] | None = None
) -> DialogueIntentClassifier:
    """Train a component, store it, and return it as it is loaded again."""
    storage = LocalModelStorage.create(folder)
    settings = {**DialogueIntentClassifier.get_default_config(), **(config or {})}
    DialogueIntentClassifier.create(settings, storage, RESOURCE, CONTEXT).train(data)
    return DialogueIntentClassifier.load(settings, storage, RESOURCE, CONTEXT)


def said(component: DialogueIntentClassifier, text: str | None) -> dict[str, Any]:
    message = Message({"text": text}) if text is not None else Message({})
    component.process([message])
    return dict(message.as_dict(only_output_properties=True))


class TestProcess:
    def test_names_the_intent_and_the_next_likely_ones(self, tmp_path: Path) -> None:
        parsed = said(trained(tmp_path, DATA), "请问多少钱")
        assert parsed["intent"]["name"] == "ask_fee"
        assert parsed["intent_ranking"][0] == parsed["intent"]
        confidences = [one["confidence"] for one in parsed["intent_ranking"]]
        assert confidences == sorted(confidences, reverse=True)
        assert sum(confidences) == pytest.approx(1)

    def test_lists_as_many_as_configured(self, tmp_path: Path) -> None:
        parsed = said(trained(tmp_path, DATA, {"ranking_length": 2}), "你好")
        assert len(parsed["intent_ranking"]) == 2

    def test_sets_no_entities(self, tmp_path: Path) -> None:
        assert "entities" not in said(trained(tmp_path, DATA), "我叫[姓名]")

    @pytest.mark.parametrize("text", ["", "   ", None])
    def test_nothing_said_is_no_intent(self, tmp_path: Path, text: str | None) -> None:
        parsed = said(trained(tmp_path, DATA), text)
        assert parsed["intent"] == {"name": None, "confidence": 0.0}
        assert parsed["intent_ranking"] == []

    @pytest.mark.parametrize("text", ["多少钱", "多 少 钱", "多少錢", "多少钱\u200b"])
    def test_spelling_makes_no_difference(self, tmp_path: Path, text: str) -> None:
        component = trained(tmp_path, DATA)
        assert said(component, text)["intent"] == said(component, "多少钱")["intent"]

    @pytest.mark.parametrize("text", ["😀", "\ud800", "\x00", "办" * 10_000])
    def test_takes_any_text(self, tmp_path: Path, text: str) -> None:
        assert said(trained(tmp_path, DATA), text)["intent"]["name"] in SAID


class TestTrain:
    def test_with_fewer_than_two_intents_it_names_none(self, tmp_path: Path) -> None:
        component = trained(tmp_path, TrainingData([Message.build("你好", "greet")]))
        assert said(component, "你好")["intent"]["name"] is None

    def test_is_known_to_rasas_recipe(self) -> None:
        from rasa.engine.recipes.default_recipe import DefaultV1Recipe

        registered = DefaultV1Recipe._from_registry(
            f"{DialogueIntentClassifier.__module__}.DialogueIntentClassifier"
        )
        assert registered.is_trainable
