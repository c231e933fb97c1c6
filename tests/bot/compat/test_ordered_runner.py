"""Running the nodes in order gives what Dask gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import compat
from bot.compat.ordered_runner import OrderedGraphRunner

from rasa.core.channels.channel import UserMessage  # isort: skip
from rasa.engine import loader  # isort: skip
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER  # isort: skip
from rasa.engine.exceptions import GraphRunError  # isort: skip
from rasa.engine.runner.dask import DaskGraphRunner  # isort: skip
from rasa.engine.storage.local_model_storage import LocalModelStorage  # isort: skip
from rasa.shared.core.events import ActionExecuted, UserUttered  # isort: skip
from rasa.shared.core.trackers import DialogueStateTracker  # isort: skip


def loaded(model: Path, folder: Path, kind: type[DaskGraphRunner]) -> tuple[Any, DaskGraphRunner]:
    folder.mkdir()
    metadata, runner = loader.load_predict_graph_runner(folder, model, LocalModelStorage, kind)
    return metadata, runner


@pytest.fixture
def runners(fixture_model: Path, tmp_path: Path) -> tuple[Any, DaskGraphRunner, DaskGraphRunner]:
    compat.apply()
    metadata, dask = loaded(fixture_model, tmp_path / "dask", DaskGraphRunner)
    _, ordered = loaded(fixture_model, tmp_path / "ordered", OrderedGraphRunner)
    return metadata, dask, ordered


class TestRun:
    @pytest.mark.parametrize("text", ["你好", "多少钱", "", "/greet", "没有见过的话"])
    def test_parses_the_same(self, runners: Any, text: str) -> None:
        metadata, *both = runners
        tracker = DialogueStateTracker.from_events("甲", [], metadata.domain.slots)
        parsed = [
            runner.run(
                {PLACEHOLDER_MESSAGE: [UserMessage(text, message_id="1")], PLACEHOLDER_TRACKER: tracker},
                [metadata.nlu_target],
            )[metadata.nlu_target][0].as_dict()
            for runner in both
        ]
        assert parsed[0] == parsed[1]

    @pytest.mark.parametrize("intent", ["greet", "thanks", "ask_fee"])
    def test_predicts_the_same(self, runners: Any, intent: str) -> None:
        metadata, *both = runners
        events = [ActionExecuted("action_listen"), UserUttered("话", {"name": intent, "confidence": 1.0})]
        tracker = DialogueStateTracker.from_events("甲", events, metadata.domain.slots)
        dask, ordered = (
            runner.run({PLACEHOLDER_TRACKER: tracker}, [metadata.core_target])[metadata.core_target]
            for runner in both
        )
        assert ordered.probabilities == dask.probabilities
        assert ordered.policy_name == dask.policy_name
        assert ordered.events == dask.events

    def test_refuses_what_dask_refuses(self, runners: Any) -> None:
        metadata, *both = runners
        for runner in both:
            with pytest.raises(GraphRunError):
                runner.run({PLACEHOLDER_MESSAGE: metadata.nlu_target}, [metadata.nlu_target])
            with pytest.raises(GraphRunError):
                runner.run({}, [metadata.nlu_target])
