"""The stand-in can be imported and subclassed; whoever computes with it is told what to use instead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import pytest
import tensorflow as tf
from rasa.shared.exceptions import RasaException
from tensorflow.keras.callbacks import Callback

from bot.training import train

SENTENCE = "意图识别请用 bot.nlu.intent.DialogueIntentClassifier"

NEURAL = """
recipe: default.v1
assistant_id: neural
language: zh
pipeline: {pipeline}
policies: {policies}
"""

DIET = "[{name: JiebaTokenizer}, {name: CountVectorsFeaturizer}, {name: DIETClassifier, epochs: 1}]"
OURS = "[{name: bot.nlu.intent.DialogueIntentClassifier}]"
TED = "[{name: TEDPolicy, epochs: 1}]"
ONE_ACTION = "[{name: tests.bot.fixtures.assistant.OneActionPolicy}]"

STORY = """
version: "3.1"
stories:
  - story: 问好
    steps:
      - intent: greet
      - action: action_greet
"""


class TestNames:
    def test_may_be_annotations(self) -> None:
        assert int in (tf.Tensor | int).__args__

    def test_may_be_base_classes(self) -> None:
        class Layer(tf.keras.layers.Layer):  # type: ignore[misc]
            pass

        class Recorder(Callback):  # type: ignore[misc]
            pass

        assert issubclass(Layer, object) and issubclass(Recorder, object)

    def test_probes_see_nothing(self) -> None:
        assert not hasattr(tf, "__array_interface__")
        with pytest.raises(AttributeError):
            _ = tf.__path_to_nowhere__


class TestRefusal:
    @pytest.mark.parametrize(
        "compute",
        [
            lambda: tf.constant(1),
            lambda: tf.keras.optimizers.Adam(0.1),
            lambda: keras.Model(),
            lambda: type("Own", (tf.keras.layers.Layer,), {})(),
        ],
    )
    def test_says_what_to_use(self, compute: Any) -> None:
        with pytest.raises(ImportError, match=SENTENCE):
            compute()

    def test_is_an_error_that_rasas_commands_print_as_a_sentence(self) -> None:
        with pytest.raises(RasaException, match=r"tensorflow\.random\.set_seed"):
            tf.random.set_seed(1)

    @pytest.mark.parametrize(
        ("pipeline", "policies"), [(DIET, ONE_ACTION), (OURS, TED)], ids=["DIETClassifier", "TEDPolicy"]
    )
    def test_training_a_neural_component(
        self, pipeline: str, policies: str, tmp_path: Path, fixture_model: Path
    ) -> None:
        from tests.bot.conftest import PROJECT

        (tmp_path / "data").mkdir()
        for name in ("domain.yml", "data/nlu.yml"):
            (tmp_path / name).write_text((PROJECT / name).read_text(encoding="utf-8"), encoding="utf-8")
        (tmp_path / "data/stories.yml").write_text(STORY, encoding="utf-8")
        config = NEURAL.format(pipeline=pipeline, policies=policies)
        (tmp_path / "config.yml").write_text(config, encoding="utf-8")
        with pytest.raises(RasaException, match=SENTENCE):
            train(tmp_path, tmp_path / "models")
        assert not list((tmp_path / "models").iterdir())
