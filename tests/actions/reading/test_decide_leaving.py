"""Who leaves what was asked, takes back an answer or asks why."""

from __future__ import annotations

import pytest

from actions.pending.case import CaseRequest
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import decide
from tests.actions.reading.open_questions import PENDING, decided


class TestAnotherAffair:
    def test_a_no_before_another_wish_answers_nothing(self) -> None:
        assert decided("不对，我是要办护照", "cold", "find_item") == "action_find_item"

    def test_a_plain_no_still_answers(self) -> None:
        assert decided("不对", "cold", "deny") == "action_answer"


class TestNoCaseNumber:
    @pytest.mark.parametrize("text", ["没有编号", "找不到了", "不记得了", "编号丢了"])
    def test_goes_to_what_asked_for_it(self, text: str) -> None:
        said = Utterance(text, "state_fact", 0.95)
        assert decide(said, Context(CaseRequest(purpose="complain"))).action == "action_complain"
        assert decide(said, Context(CaseRequest(purpose="status"))).action == "action_status"

    def test_a_lost_paper_is_a_wish(self) -> None:
        assert decided("身份证丢了要补", "case", "find_item", 0.95) == "action_find_item"


class TestLeaving:
    @pytest.mark.parametrize("text", ["算了", "哦 那算了", "不办了", "那就算了吧", "不查了", "我不想办了"])
    @pytest.mark.parametrize("pending", ["items", "departments", "premises", "cold", "case"])
    def test_letting_it_be_closes_what_is_open(self, text: str, pending: str) -> None:
        assert decided(text, pending, "withdraw") == "action_leave"

    @pytest.mark.parametrize("pending", [None, "next", "contact", "change"])
    def test_where_a_case_may_be_meant_the_words_tell(self, pending: str | None) -> None:
        assert decided("算了", pending, None) == "action_leave"
        assert decided("不办了", pending, "withdraw") == "action_leave"
        waiting = Context(PENDING[pending] if pending else None, case="261123000017")
        taken = decide(Utterance("不办了", "withdraw", 0.9), waiting).action
        assert taken in ("action_withdraw", "action_ask_about_case")

    def test_no_complaint_after_all(self) -> None:
        assert decided("不投诉了", "case", "complain") == "action_leave"

    def test_a_wish_after_it_is_a_wish(self) -> None:
        assert decided("算了我要补身份证", "case", "find_item") == "action_find_item"

    def test_at_a_confirmation_it_is_a_no(self) -> None:
        assert decided("算了", "confirm") == "action_confirm"


class TestTakingBack:
    @pytest.mark.parametrize("text", ["不对,是我自己去", "不对，房子是我自己的", "等等，错了，是我弟去办"])
    def test_what_does_not_answer_is_no_no_to_the_question(self, text: str) -> None:
        assert decided(text, "cold", "correct_answer") == "action_correct"

    @pytest.mark.parametrize("text", ["不是", "不对", "没有", "不是，我们不做"])
    def test_a_no_is_a_no(self, text: str) -> None:
        assert decided(text, "cold", "correct_answer") == "action_answer"

    def test_what_answers_the_question_answers_it(self) -> None:
        assert decided("不对，是租的", "premises", "correct_answer") == "action_answer"

    def test_none_of_the_answers_explains_the_question(self) -> None:
        assert decided("都不是", "premises", "none_of_these") == "action_none_fits"


class TestWhy:
    @pytest.mark.parametrize(
        "text", ["为什么问这个", "为啥要问这些", "干嘛要知道这个", "为什么", "为什么要问有没有房产证"]
    )
    def test_of_the_question(self, text: str) -> None:
        assert decided(text, "premises", "ask_why") == "action_explain"

    @pytest.mark.parametrize("text", ["为什么要健康证", "为什么要交租赁合同", "凭啥要材料原件"])
    def test_of_a_material(self, text: str) -> None:
        assert decided(text, "premises", "ask_why") == "action_ask_about"
