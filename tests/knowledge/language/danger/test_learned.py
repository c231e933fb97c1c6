"""What was learned of danger: current, measured on sentences nothing was learned from, and silent with another encoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from api.published.matcher_files import Models
from intake.bench.danger import HELD_OUT, measure
from knowledge.embedding.encoder import own_encoder
from knowledge.language.danger.fitting import danger_examples, digest_of_examples, ordinary_examples
from knowledge.language.danger.learned import Weights, hear, weights
from knowledge.language.danger.load import lists
from tests.knowledge.language.danger.test_hearing import sentences

HEARD_AT_LEAST, FALSE_ALARMS_AT_MOST = 0.96, 0.015

needs_encoder = pytest.mark.skipif(own_encoder() is None, reason="这台机器上没有句向量")


class TestWeights:
    def test_they_were_learned_from_the_examples_of_today(self) -> None:
        """After a change: ``uv run intake bench danger --fit``."""
        assert weights().digest == digest_of_examples()

    @needs_encoder
    def test_they_were_learned_with_the_encoder_of_today(self) -> None:
        encoder = own_encoder()
        assert encoder is not None and weights().encoder == encoder.version

    def test_what_is_saved_is_what_is_read(self, tmp_path: Path) -> None:
        weights().save(tmp_path / "w.npz")
        read = Weights.load(tmp_path / "w.npz")
        vector = np.full(len(read.middle), 0.05, np.float32)
        assert read.log_odds("老公打我", vector) == pytest.approx(weights().log_odds("老公打我", vector))
        assert read.kind_of(vector) == weights().kind_of(vector)


class TestExamples:
    def test_every_kind_has_examples_and_no_other(self) -> None:
        assert danger_examples().keys() == lists().kinds.keys()
        assert min(map(len, danger_examples().values())) >= 10

    def test_no_example_is_both(self) -> None:
        told = {text for texts in danger_examples().values() for text in texts}
        assert not told & set(ordinary_examples())

    def test_what_is_held_out_was_not_learned_from(self) -> None:
        learned = {text for texts in danger_examples().values() for text in texts} | set(ordinary_examples())
        held_out = sentences(HELD_OUT.name)
        said = {text for part in held_out.values() for texts in part.values() for text in texts}  # type: ignore[attr-defined]
        assert not said & learned


class TestHearing:
    def test_without_a_vector_the_lists_are_alone(self) -> None:
        heard = hear("家里着火了", None, "")
        assert heard is not None and heard.danger.kind == "fire" and heard.probability == 1
        assert hear("身份证丢了", None, "") is None

    def test_vectors_of_another_encoder_are_not_judged(self) -> None:
        vector = np.ones(384, np.float32)
        assert hear("他又把我往墙上撞", vector, "another 1.0") is None

    @needs_encoder
    @pytest.mark.parametrize(
        ("said", "kind"),
        [
            ("他又把我往墙上推,我缩在角落里", "home_violence"),
            ("我不想再撑了,就到今晚吧", "crisis"),
            ("屋里一股怪味,头好晕,灶关不上", "gas"),
        ],
    )
    def test_what_no_list_holds_is_heard(self, said: str, kind: str) -> None:
        encoder = own_encoder()
        assert encoder is not None
        heard = hear(said, encoder.encode([said])[0], encoder.version)
        assert heard is not None and heard.danger.kind == kind and heard.danger.call

    @needs_encoder
    @pytest.mark.parametrize("said", ["手抖点错了", "站不住了,有座位吗", "我都快急死了", "死亡证明弄丢了"])
    def test_a_word_in_passing_is_none(self, said: str) -> None:
        encoder = own_encoder()
        assert encoder is not None
        assert hear(said, encoder.encode([said])[0], encoder.version) is None

    @needs_encoder
    @pytest.mark.slow
    def test_shares_on_what_is_held_out(self, models: Path) -> None:
        figures = measure(Models(models).encoder)
        assert figures["danger"] >= 150 and figures["ordinary"] >= 1000
        told = figures["with_encoder"]
        assert told["recall"] >= HEARD_AT_LEAST, told["missed"]
        assert told["false_alarms"] <= FALSE_ALARMS_AT_MOST, told["alarms"]


class TestChildren:
    def test_a_child_in_crisis_gets_the_line_for_the_young_first(self) -> None:
        heard = hear("我同学说不想活了", None, "")
        assert heard is not None and heard.danger.also[0] == "12355"

    def test_a_grown_up_does_not(self) -> None:
        heard = hear("我不想活了", None, "")
        assert heard is not None and "12355" not in heard.danger.also
