"""Answers that follow from sentences: gaps are filled, plain words change an answer, what only suggests does not."""

from __future__ import annotations

import pytest

from api.intakes.answer_extraction import on_affair, on_answers
from api.intakes.schemas import AnswersChange
from tests.knowledge.catalogues import affair
from tests.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()


class TestOnAnswers:
    @pytest.mark.parametrize(
        ("affair_id", "before", "text", "question", "value"),
        [
            (
                "individual_business.establish",
                {"premises": "leased"},
                "门面其实是自家的",
                "premises",
                "owned",
            ),
            (
                "marriage.divorce",
                {"marriage.certificate": "kept"},
                "我那本怎么都找不着了",
                "marriage.certificate",
                "lost",
            ),
        ],
    )
    def test_plain_words_change_an_answer(
        self, affair_id: str, before: dict[str, str], text: str, question: str, value: str
    ) -> None:
        heard = on_answers(affair(affair_id, CATALOGUE), before, None, AnswersChange(text=text), CATALOGUE)
        assert heard.answers[question] == value
        assert heard.changed == before

    @pytest.mark.parametrize(
        ("affair_id", "before", "text"),
        [
            ("exit_entry.hkm_endorse", {"exit_entry.destination": "one_place"}, "除了香港，澳门也想转转"),
            ("start_company", {"hires": "no"}, "下个月就得招五个工人"),
            ("social_insurance.card_reissue", {"social_insurance.holder": "adult"}, "是给孙女补的，她七岁"),
        ],
    )
    def test_what_nobody_says_of_himself_is_asked_first(
        self, affair_id: str, before: dict[str, str], text: str
    ) -> None:
        heard = on_answers(affair(affair_id, CATALOGUE), before, None, AnswersChange(text=text), CATALOGUE)
        assert before.items() <= heard.answers.items()

    @pytest.mark.parametrize(
        ("text", "cold"),
        [
            ("你咋记成否", "yes"),
            ("冷食那个记错了", "yes"),
            ("冷食那个是「是」", "yes"),
            ("我要做凉面的，你咋记成否", "yes"),
            ("那个冷食的你改过来没有哦", "no"),
            ("你记错了", "no"),
        ],
    )
    def test_a_protest_changes_the_answer_that_it_names(self, text: str, cold: str) -> None:
        before = {"food_operation.changed": "more", "food_operation.cold_food": "no"}
        food = affair("food_operation.change", CATALOGUE)
        heard = on_answers(food, before, None, AnswersChange(text=text), CATALOGUE)
        assert heard.answers["food_operation.cold_food"] == cold

    def test_of_several_the_answer_that_is_protested_is_taken_back(self) -> None:
        move, before = (
            affair("household_registration.migrate", CATALOGUE),
            {"household_registration.relation": "parent"},
        )
        change = AnswersChange(text="不是父母，我是姑姑，你记错了")
        heard = on_answers(move, before, None, change, CATALOGUE)
        assert (heard.answers, dict(heard.dropped)) == ({}, before)

    @pytest.mark.parametrize(
        "text", ["我说我自己来办，不是委托", "错了，不是委托，我自己来", "你咋给我填成委托了"]
    )
    def test_who_says_that_he_goes_himself_does(self, text: str) -> None:
        food = affair("food_operation.new", CATALOGUE)
        heard = on_answers(
            food, {"agent": "agent"}, None, AnswersChange(text=text, correcting=True), CATALOGUE
        )
        assert heard.answers["agent"] == "self"

    @pytest.mark.parametrize("text", ["租的也能办吗", "如果是租的门面呢", "租的"])
    def test_what_is_asked_supposed_or_too_short_changes_nothing(self, text: str) -> None:
        shop = affair("individual_business.establish", CATALOGUE)
        heard = on_answers(shop, {"premises": "owned"}, None, AnswersChange(text=text), CATALOGUE)
        assert heard.answers["premises"] == "owned"
        assert heard.changed == {}

    def test_an_age_answers_the_open_question(self) -> None:
        card = affair("id_card.reissue", CATALOGUE)
        change = AnswersChange(text="我都四十多了", pending="id_card.age")
        assert on_answers(card, {}, None, change, CATALOGUE).answers == {"id_card.age": "adult"}

    def test_unsure_is_filled_by_what_only_suggests(self) -> None:
        shop = affair("individual_business.establish", CATALOGUE)
        heard = on_answers(shop, {"premises": "unsure"}, None, AnswersChange(text="租的"), CATALOGUE)
        assert heard.answers["premises"] == "leased"


class TestOnAffair:
    def test_all_sentences_are_used(self) -> None:
        shop = affair("food_operation.new", CATALOGUE)
        heard = on_affair(shop, {}, None, ["我租了个门面"], ["一百二十平，不卖凉菜，让会计去办"], CATALOGUE)
        assert heard.answers == {
            "premises": "leased",
            "food_operation.area": "small",
            "food_operation.cold_food": "no",
            "agent": "agent",
        }
