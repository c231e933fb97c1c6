"""The shipped examples are told apart, well enough to act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.evaluation import Report, cross_validate, read_examples

DATA = Path(__file__).parents[3] / "bot" / "data" / "nlu"


@pytest.fixture(scope="module")
def report() -> Report:
    return cross_validate(read_examples(DATA))


@pytest.mark.slow
class TestShippedExamples:
    def test_every_intent_is_told_apart(self, report: Report) -> None:
        assert report.macro_f1 > 0.9
        assert min(report.scores.values(), key=lambda score: score.f1).f1 > 0.7, report.most_confused()

    def test_confidence_means_what_it_says(self, report: Report) -> None:
        assert report.calibration_error < 0.03

    def test_confident_answers_are_right(self, report: Report) -> None:
        share, accuracy = report.above(0.8)
        assert share > 0.8 and accuracy > 0.95

    def test_every_intent_has_twenty_examples(self, report: Report) -> None:
        assert min(score.examples for score in report.scores.values()) >= 20
