"""A question that takes several options: which of them a reply means, adds and takes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.condition import Is, joined, taken_from, values_of
from knowledge.catalogue.question_order import is_answer, label_of
from knowledge.language.offered_options import offered_by
from knowledge.language.several_options import added, left_of, several_of
from knowledge.language.stated_facts import answer_to, facts_in
from tests.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()
KEY = "company_registration.changed"
CHANGED = CATALOGUE.questions[KEY]
OFFERED = offered_by(CHANGED)
AFFAIR = CATALOGUE.affair("company_registration.change")
assert AFFAIR is not None


class TestReply:
    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("法人和地址都改", "place+representative"),
            ("住所、法定代表人", "place+representative"),
            ("1和3", "name+representative"),
            ("1、3、7", "name+representative+holder"),
            ("第一个和第二个", "name+place"),
            ("改名字，还有经营范围", "name+scope"),
        ],
    )
    def test_means_several(self, said: str, meant: str) -> None:
        assert several_of(said, OFFERED) == meant
        assert answer_to(KEY, said, CATALOGUE) == meant

    @pytest.mark.parametrize("said", ["法人", "3", "只改地址，法人不变", "第一个", "1和9", "换法定代表人"])
    def test_means_one_or_none(self, said: str) -> None:
        assert several_of(said, OFFERED) is None

    def test_a_question_that_takes_one_is_answered_with_one(self) -> None:
        question = CATALOGUE.questions["company_registration.seller"]
        assert not question.several
        assert is_answer(question, "person")
        assert not is_answer(question, "person+body")


class TestStory:
    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("公司法人和地址都要改", "place+representative"),
            ("我们公司换法人代表，还要把公司搬到开发区", "place+representative"),
            ("公司增资，顺便把经营范围加一项", "scope+capital_up"),
            ("对了还有注册地址也要改", "place"),
        ],
    )
    def test_states_what_changes(self, said: str, meant: str) -> None:
        assert facts_in(said, AFFAIR, CATALOGUE)[KEY] == meant

    def test_what_stays_is_no_change(self) -> None:
        assert facts_in("只换法定代表人，注册地址不变", AFFAIR, CATALOGUE)[KEY] == "representative"


class TestLater:
    @pytest.mark.parametrize(
        ("earlier", "said", "value", "after"),
        [
            ("representative", "还有地址也要改", "place", "place+representative"),
            ("representative", "改成换地址", "place", "place"),
            ("representative", "只改地址", "place", "place"),
            (
                "name+place+representative",
                "他是法人，要换成我",
                "representative",
                "name+place+representative",
            ),
            (None, "还有地址也要改", "place", "place"),
            ("unsure", "地址也改", "place", "place"),
            ("place+representative", "另外名字也改", "name", "name+place+representative"),
        ],
    )
    def test_what_is_added_stands_beside(
        self, earlier: str | None, said: str, value: str, after: str
    ) -> None:
        assert added(earlier, value, said, OFFERED) == after

    def test_what_is_taken_back_goes(self) -> None:
        assert left_of("name+representative+holder", "不对，股东不变", OFFERED) == "name+representative"

    @pytest.mark.parametrize("said", ["股东不变", "名字先不改了", "好的"])
    def test_nothing_is_taken_from_what_does_not_hold_it(self, said: str) -> None:
        assert left_of("representative", said, OFFERED) is None


class TestAnswer:
    @given(st.sets(st.sampled_from(list(CHANGED.options)), min_size=1))
    def test_a_condition_holds_where_one_of_the_options_makes_it_hold(self, chosen: set[str]) -> None:
        answer = joined(value for value in CHANGED.options if value in chosen)
        assert is_answer(CHANGED, answer)
        assert set(values_of(answer)) == chosen
        assert label_of(CHANGED, answer).count("、") == len(chosen) - 1
        for value in CHANGED.options:
            assert Is(question=KEY, values=(value,)).holds({KEY: answer}) is (value in chosen)

    @pytest.mark.parametrize("value", ["", "+", "name+", "name+name", "name+nothing"])
    def test_what_is_no_option_is_no_answer(self, value: str) -> None:
        assert not is_answer(CHANGED, value)

    def test_only_what_is_gone_was_taken(self) -> None:
        assert taken_from("name+place", "place+scope") == "name"
        assert taken_from("place", "place+scope") == ""
