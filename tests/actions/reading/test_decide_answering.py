"""What answers a pending question and what does not, kind by kind."""

from __future__ import annotations

import pytest

from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import decide
from tests.actions.reading.open_questions import decided, remembered


class TestQuestion:
    @pytest.mark.parametrize(
        ("text", "pending"),
        [
            ("2", "premises"),
            ("第二个", "premises"),
            ("最后一个", "premises"),
            ("租的", "premises"),
            ("一百来平，我弟去帮我办", "area"),
            ("没有", "cold"),
            ("嗯", "cold"),
            ("不确定", "premises"),
            ("我不确定", "premises"),
            ("不太确定", "premises"),
            ("4", "premises"),
            ("第四个", "premises"),
        ],
    )
    @pytest.mark.parametrize("intent", [None, "deny", "affirm", "find_item", "unsure", "greet"])
    def test_a_reply_answers_whatever_it_looks_like(
        self, text: str, pending: str, intent: str | None
    ) -> None:
        assert decided(text, pending, intent) == "action_answer"

    @pytest.mark.parametrize("text", ["不知道", "不清楚啊", "什么意思", "不知道是不是租的"])
    def test_who_does_not_know_is_told_how_to_find_out(self, text: str) -> None:
        assert decided(text, "premises") == "action_explain"

    @pytest.mark.parametrize(
        ("text", "intent", "action"),
        [
            ("要多少钱啊", "ask_fee", "action_ask_about"),
            ("租的要带什么材料", "ask_materials", "action_ask_about"),
            ("为什么问这个", "ask_why", "action_explain"),
            ("转人工", "handover", "action_handover"),
            ("上一步", "go_back", "action_go_back"),
            ("继续", "resume", "action_repeat"),
            ("不对,房子是我自己的", "correct_answer", "action_correct"),
            ("我还想办护照", "find_item", "action_answer"),
            ("都不是", "none_of_these", "action_none_fits"),
        ],
    )
    def test_a_digression_leaves_the_question(self, text: str, intent: str, action: str) -> None:
        assert decided(text, "area", intent) == action


class TestItems:
    @pytest.mark.parametrize("text", ["都不是", "没有我要的", "不是这几个", "不是"])
    @pytest.mark.parametrize("intent", [None, "none_of_these", "deny"])
    def test_all_turned_down(self, text: str, intent: str | None) -> None:
        assert decided(text, "items", intent) == "action_none_of_these"

    @pytest.mark.parametrize("text", ["1", "第一个", "变更", "3", "第三个", "食品经营许可(变更)"])
    def test_chosen_by_place_or_words(self, text: str) -> None:
        assert decided(text, "items", "find_item") == "action_choose_item"

    @pytest.mark.parametrize("text", ["不知道", "有什么区别", "这两个有啥不同"])
    def test_explained(self, text: str) -> None:
        assert decided(text, "items") == "action_explain"

    def test_a_new_phrase_is_searched_by_the_same_action(self) -> None:
        assert decided("我想办护照", "items", "find_item") == "action_choose_item"


class TestMenu:
    @pytest.mark.parametrize("text", ["1", "第二个", "提交申请", "看办理流程", "流程"])
    def test_a_choice(self, text: str) -> None:
        assert decided(text, "next", "find_item") == "action_next_step"

    @pytest.mark.parametrize(
        ("text", "intent", "action"),
        [
            ("我想办别的事，给我家孩子上户口", "find_item", "action_find_item"),
            ("等等,房子其实是我自己的，不是租来的", "state_fact", "action_correct"),
            ("健康证明还没办", "lack_material", "action_lack_material"),
            ("齐了,提交", "submit", "action_submit"),
            ("好的", "affirm", "action_thanks"),
            ("不用了", "deny", "action_thanks"),
            ("不知道", "unsure", "action_next_step"),
            ("6", None, "action_next_step"),
            ("要多久", "ask_time_limit", "action_ask_about"),
        ],
    )
    def test_anything_else(self, text: str, intent: str | None, action: str) -> None:
        assert decided(text, "next", intent) == action

    def test_departments(self) -> None:
        assert decided("2", "departments") == "action_choose_department"
        assert decided("公安", "departments") == "action_choose_department"
        assert (
            decided("我想给我家的狗办一个养犬证，公安管吗", "departments", "find_item") == "action_find_item"
        )
        assert decided("换身份证", "departments", "find_item") == "action_find_item"


class TestConfirm:
    @pytest.mark.parametrize("text", ["是", "是的", "好的", "提交", "不是", "先不", "算了", "嗯"])
    @pytest.mark.parametrize("intent", [None, "affirm", "deny", "submit", "thanks"])
    def test_yes_or_no(self, text: str, intent: str | None) -> None:
        assert decided(text, "confirm", intent) == "action_confirm"

    @pytest.mark.parametrize(
        ("text", "intent", "action"),
        [
            ("可以改吗", "correct_answer", "action_correct"),
            ("提交以后多久", "ask_time_limit", "action_ask_about"),
            ("房子是我自己的", "state_fact", "action_correct"),
            ("电话改成[手机号]", None, "action_contact"),
            ("我还要办护照", "find_item", "action_find_item"),
            ("呃", None, "action_confirm"),
        ],
    )
    def test_anything_else(self, text: str, intent: str | None, action: str) -> None:
        assert decided(text, "confirm", intent) == action


class TestAppointment:
    @pytest.mark.parametrize("text", ["2", "明天", "周三吧", "星期天", "12月1号", "9点半", "24号上午"])
    @pytest.mark.parametrize("intent", [None, "ask_hours", "state_fact", "find_item"])
    def test_a_day_or_a_time_answers(self, text: str, intent: str | None) -> None:
        assert decided(text, "appointment", intent) == "action_choose_slot"

    def test_a_question_is_a_question(self) -> None:
        assert decided("星期天开门吗", "appointment", "ask_hours") == "action_ask_about"

    def test_another_wish_goes_before(self) -> None:
        assert decided("我想补办身份证", "appointment", "find_item") == "action_find_item"

    @pytest.mark.parametrize(
        ("purpose", "action"),
        [("appoint", "action_appoint"), ("cancel_appointment", "action_cancel_appointment"), ("status", "action_status")],
    )  # fmt: skip
    def test_the_number_goes_where_it_was_asked_for(self, purpose: str, action: str) -> None:
        pending = remembered({"kind": "case", "number": None, "purpose": purpose})
        for text in ("[尾号]", "261123000017 [尾号]", "编号是261123000017，[尾号]"):
            assert decide(Utterance(text, "ask_status", 0.9), Context(pending)).action == action
        other = Utterance("261123000017 [尾号]办到哪了", "ask_status", 0.9)
        assert decide(other, Context(pending)).action == "action_status"
