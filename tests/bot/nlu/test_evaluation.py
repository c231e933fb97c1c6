"""Cross-validation: every example judged once, unseen; figures that can be checked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.evaluation import Judgement, Report, cross_validate, read_examples

EXAMPLES = [
    (text, intent)
    for intent, texts in {
        "thanks": ["谢谢", "多谢", "谢谢您", "太感谢了", "谢啦", "感谢"],
        "ask_fee": ["多少钱", "要多少钱", "得花多少钱", "这个多少钱", "多少钱一个", "钱多少"],
    }.items()
    for text in texts
]

REPORT = Report(
    (
        Judgement("谢谢", "thanks", "thanks", 0.9),
        Judgement("多谢", "thanks", "ask_fee", 0.6),
        Judgement("多少钱", "ask_fee", "ask_fee", 0.8),
        Judgement("钱", "ask_fee", "ask_fee", 0.4),
    )
)


class TestReport:
    def test_accuracy_and_macro_f1(self) -> None:
        assert REPORT.accuracy == 0.75
        assert REPORT.macro_f1 == pytest.approx((2 / 3 + 0.8) / 2)

    def test_scores_of_an_intent(self) -> None:
        score = REPORT.scores["ask_fee"]
        assert (score.precision, score.recall, score.examples) == (pytest.approx(2 / 3), 1.0, 2)

    def test_matrix_has_the_true_intents_as_rows(self) -> None:
        assert REPORT.intents == ("ask_fee", "thanks")
        assert REPORT.matrix.tolist() == [[2, 0], [1, 1]]

    def test_calibration_error(self) -> None:
        assert REPORT.calibration_error == pytest.approx((0.1 + 0.6 + 0.2 + 0.6) / 4)

    def test_share_and_accuracy_above_a_threshold(self) -> None:
        assert REPORT.above(0.5) == (0.75, pytest.approx(2 / 3))
        assert REPORT.above(0.99) == (0.0, 0.0)

    def test_most_confused(self) -> None:
        assert REPORT.most_confused() == [("thanks", "ask_fee", 1)]

    def test_as_one_object(self) -> None:
        assert REPORT.as_dict()["f1"] == {"ask_fee": 0.8, "thanks": 0.6667}


class TestCrossValidate:
    def test_judges_every_example_once_and_in_order(self) -> None:
        report = cross_validate(EXAMPLES, folds=3)
        assert [(one.text, one.intent) for one in report.judgements] == EXAMPLES
        assert report.accuracy > 0.7

    def test_is_repeatable(self) -> None:
        assert cross_validate(EXAMPLES, folds=3) == cross_validate(EXAMPLES, folds=3)

    def test_names_an_intent_with_a_single_example(self) -> None:
        with pytest.raises(ValueError, match="complain"):
            cross_validate([*EXAMPLES, ("我要投诉", "complain")])

    def test_refuses_one_fold(self) -> None:
        with pytest.raises(ValueError, match="two folds"):
            cross_validate(EXAMPLES, folds=1)


class TestReadExamples:
    def test_reads_rasas_files(self, tmp_path: Path) -> None:
        (tmp_path / "a.yml").write_text(
            'version: "3.1"\nnlu:\n  - intent: thanks\n    examples: |\n      - 谢谢\n      - 我叫[姓名]\n',
            encoding="utf-8",
        )
        (tmp_path / "rules.yml").write_text('version: "3.1"\nrules: []\n', encoding="utf-8")
        assert read_examples(tmp_path) == [("谢谢", "thanks"), ("我叫[姓名]", "thanks")]
