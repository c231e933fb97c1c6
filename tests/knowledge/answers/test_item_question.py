"""Which of an item's own questions a sentence asks, with and without an encoder."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from knowledge.answers.item_question import Asked, QuestionFinder
from knowledge.catalogue.item import Faq
from knowledge.embedding.encoder import Vectors

RESIGNED = Faq(question="自己辞职能领吗", answer="一般不能。", says=("主动辞职有没有失业金",))
DOCTOR = Faq(question="领失业金期间看病怎么办", answer="由基金缴医保。")


class Letters:
    """An encoder for which texts mean the same that begin with the same letter."""

    version = "letters"
    dimensions = 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[1.0, 0.0] if text[0] in "自主老" else [0.0, 1.0] for text in texts], np.float32)


class TestByWords:
    @pytest.mark.parametrize("text", ["自己走的能领不", "自己不干了可不可以领", "主动辞职有没有失业金"])
    def test_nearly_the_words_are_enough(self, text: str) -> None:
        found = QuestionFinder(None).find(text, [DOCTOR, RESIGNED])
        assert found is not None
        assert found.question is RESIGNED
        assert found.is_meant(asks_aspect=False)

    def test_others_are_not_meant(self) -> None:
        found = QuestionFinder(None).find("要带什么材料", [DOCTOR, RESIGNED])
        assert found is not None
        assert not found.is_meant(asks_aspect=True)

    def test_an_item_without_questions(self) -> None:
        assert QuestionFinder(None).find("自己走的能领不", []) is None


class TestByMeaning:
    def test_the_nearer_meaning_wins(self) -> None:
        found = QuestionFinder(Letters()).find("老子炒了老板", [DOCTOR, RESIGNED])
        assert found is not None
        assert found.question is RESIGNED

    def test_the_words_themselves_need_no_encoder(self) -> None:
        encoder = Letters()
        QuestionFinder(encoder).find("自己辞职能领吗", [DOCTOR, RESIGNED])
        assert encoder.asked == []

    def test_vectors_of_questions_are_made_once(self) -> None:
        encoder = Letters()
        finder = QuestionFinder(encoder)
        for text in ("老子炒了老板", "看病咋整"):
            finder.find(text, [DOCTOR, RESIGNED])
        assert sorted(encoder.asked) == sorted(
            {"老子炒了老板", "看病咋整", RESIGNED.question, *RESIGNED.says, DOCTOR.question}
        )


class TestHowMuchMustSpeakForIt:
    @pytest.mark.parametrize(
        ("meaning", "aspect", "asks", "meant"),
        [
            (0.96, False, True, True),
            (0.94, True, True, False),
            (0.99, True, True, True),
            (0.95, False, False, False),
            (1.0, False, False, True),
        ],
    )
    def test_more_where_something_else_may_be_meant(
        self, meaning: float, aspect: bool, asks: bool, meant: bool
    ) -> None:
        asked = Asked(RESIGNED, words=0.5, meaning=meaning)
        assert asked.is_meant(asks_aspect=aspect, asks=asks) is meant


class Alike:
    """An encoder for which all texts mean the same, so that only the words can tell them apart."""

    version = "alike"
    dimensions = 2

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.array([[1.0, 0.0]] * len(texts), np.float32)


class TestWhatIsAsked:
    AMOUNT = Faq(question="每月多少钱", says=("高龄补贴每月多少钱",), answer="看当地标准。")

    def test_the_name_alone_does_not_ask_it(self) -> None:
        found = QuestionFinder(Alike()).find(
            "她的高龄补贴咋办", [self.AMOUNT], ["高龄补贴", "高龄津贴（申请）"]
        )
        assert found is not None
        assert not found.is_meant(asks_aspect=False)

    def test_other_words_with_it_do(self) -> None:
        found = QuestionFinder(Alike()).find(
            "高龄补贴每月给多少", [self.AMOUNT], ["高龄补贴", "高龄津贴（申请）"]
        )
        assert found is not None
        assert found.is_meant(asks_aspect=False)


class TestWordsOfSeveral:
    QUESTIONS = (
        Faq(question="自己辞职能领吗", says=("主动辞职能领失业金不",), answer="一般不能。"),
        Faq(question="缴费不满一年能领吗", says=("才交了几个月能领失业金吗",), answer="不能。"),
    )

    @pytest.mark.parametrize("text", ["能不能领失业金", "我能领失业金吗"])
    def test_what_every_question_says_asks_none_of_them(self, text: str) -> None:
        asked = QuestionFinder(Alike()).find(text, self.QUESTIONS)
        assert asked is not None and not asked.is_meant(asks_aspect=False)

    @pytest.mark.parametrize("text", ["我自己辞职的能领失业金不", "厂子倒了能领失业金吗"])
    def test_a_word_that_they_do_not_share_leaves_it_to_the_meaning(self, text: str) -> None:
        asked = QuestionFinder(Alike()).find(text, self.QUESTIONS)
        assert asked is not None and asked.is_meant(asks_aspect=False)
