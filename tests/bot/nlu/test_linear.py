"""The classifier: right where it has learned, unsure where it has not, and the same after it was stored."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

from bot.nlu.features import features
from bot.nlu.fitting import fit
from bot.nlu.linear import LinearClassifier

SAID = {
    "greet": ["你好", "您好", "在吗", "早上好", "有人吗", "你好啊", "您好呀", "下午好"],
    "thanks": ["谢谢", "多谢", "谢谢您", "太感谢了", "谢啦", "好的谢谢", "非常感谢", "感谢"],
    "ask_fee": [
        "多少钱",
        "要交多少费用",
        "收费吗",
        "办这个要钱吗",
        "工本费多少",
        "费用怎么算",
        "贵不贵",
        "免费吗",
    ],
}
EXAMPLES = [(features(text), intent) for intent, texts in SAID.items() for text in texts]


@pytest.fixture(scope="module")
def classifier() -> LinearClassifier:
    return fit(EXAMPLES)


def judged(classifier: LinearClassifier, text: str) -> tuple[str, float]:
    probabilities = classifier.probabilities(features(text))
    best = int(probabilities.argmax())
    return classifier.classes[best], float(probabilities[best])


class TestProbabilities:
    def test_every_example_gets_its_own_class(self, classifier: LinearClassifier) -> None:
        assert all(judged(classifier, text)[0] == intent for intent, texts in SAID.items() for text in texts)

    def test_are_probabilities(self, classifier: LinearClassifier) -> None:
        probabilities = classifier.probabilities(features("多少钱呢"))
        assert probabilities.shape == (3,)
        assert probabilities.min() > 0
        assert probabilities.sum() == pytest.approx(1)

    def test_more_unknown_words_make_it_less_sure(self, classifier: LinearClassifier) -> None:
        known = judged(classifier, "谢谢")[1]
        diluted = judged(classifier, "谢谢昨夜雨疏风骤浓睡不消残酒")[1]
        assert diluted < known

    def test_words_it_has_never_seen_get_no_confident_answer(self, classifier: LinearClassifier) -> None:
        assert judged(classifier, "zzzz qqqq")[1] < 0.6

    def test_no_features_at_all(self, classifier: LinearClassifier) -> None:
        assert classifier.probabilities({}).sum() == pytest.approx(1)


class TestFit:
    def test_is_repeatable(self, classifier: LinearClassifier) -> None:
        again = fit(EXAMPLES)
        assert np.array_equal(again.weights, classifier.weights)
        assert again.sharpness == classifier.sharpness

    def test_two_classes(self) -> None:
        two = fit([example for example in EXAMPLES if example[1] != "greet"])
        assert judged(two, "谢谢")[0] == "thanks"
        assert judged(two, "多少钱")[0] == "ask_fee"

    def test_a_class_with_one_example(self) -> None:
        rare = fit([*EXAMPLES, (features("我要投诉"), "complain")])
        assert judged(rare, "我要投诉")[0] == "complain"

    def test_one_class_is_refused(self) -> None:
        with pytest.raises(ValueError, match="two classes"):
            fit([(features("你好"), "greet")])


class TestStored:
    def test_says_the_same(self, classifier: LinearClassifier, tmp_path: Path) -> None:
        classifier.save(tmp_path / "c.npz")
        again = LinearClassifier.load(tmp_path / "c.npz")
        for text in ("你好", "多少钱", "", "没见过的话", "[姓名]"):
            assert np.array_equal(
                again.probabilities(features(text)), classifier.probabilities(features(text))
            )

    def test_holds_no_pickle(self, classifier: LinearClassifier, tmp_path: Path) -> None:
        classifier.save(tmp_path / "c.npz")
        with np.load(tmp_path / "c.npz", allow_pickle=False) as stored:
            assert all(stored[name].dtype != object for name in stored.files)
        assert zipfile.is_zipfile(tmp_path / "c.npz")
