"""What a message leads to, for every kind of pending question and every intent, and by its shape alone."""

from __future__ import annotations

from itertools import product

import pytest

from actions.pending.memory import KINDS
from actions.pending.utterance import ASKING, Utterance
from actions.reading.acts import ACTIONS as ANYTIME
from actions.reading.context import Context
from actions.reading.decision import decide
from knowledge.language.acts import act_words
from knowledge.weighing.candidate import Kind
from tests.actions.reading.open_questions import ACTIONS, INTENTS, OWN_WORDS, PENDING, decided, remembered

WORDS = {
    "submit": "提交",
    "withdraw": "撤回",
    "complain": "我要投诉",
    "restart": "重新开始",
    "handover": "转人工",
    "book_appointment": "预约",
    "cancel_appointment": "取消预约",
}
"""The least that says a dear act."""


class TestEveryKindAndIntent:
    def test_every_kind_of_question_has_its_action(self) -> None:
        assert {type(pending) for pending in PENDING.values()} == set(KINDS)
        assert {kind.answered_by for kind in KINDS} <= ACTIONS

    @pytest.mark.parametrize("pending", [None, *PENDING])
    def test_leads_to_an_action_of_the_domain(self, pending: str | None) -> None:
        texts = ["随便说点啥", "不知道", "2", "9", "[手机号]", "多少钱", "我还想再办理一个别的什么东西行不行"]
        for text, intent, confidence in product(texts, [None, *INTENTS], [0.1, 0.9]):
            assert decided(text, pending, intent, confidence) in ACTIONS, (text, intent, confidence)

    @pytest.mark.parametrize("pending", [None, *(name for name in PENDING if name not in OWN_WORDS)])
    @pytest.mark.parametrize("intent", sorted(set(ANYTIME) - {"resume"}))
    def test_acts_that_are_possible_at_any_time(self, pending: str | None, intent: str) -> None:
        asked_just_now = (pending, intent) in (
            ("confirm", "submit"),
            ("case_in_hand", "withdraw"),
        )
        expected = PENDING[str(pending)].answered_by if asked_just_now else ANYTIME[intent]
        assert decided(WORDS.get(intent, "某句话"), pending, intent) == expected

    @pytest.mark.parametrize("pending", [None, *(name for name in PENDING if name not in OWN_WORDS)])
    def test_a_resume_code_is_no_bare_go_on(self, pending: str | None) -> None:
        assert decided("继续 K7PM-2XQ9", pending, "resume") == "action_resume"

    @pytest.mark.parametrize("pending", ["items", "departments"])
    def test_going_back_from_what_is_offered_needs_no_affair(self, pending: str) -> None:
        said = Utterance("返回", "go_back", 0.99)
        assert decide(said, Context(PENDING[pending])).action == "action_go_back"

    @pytest.mark.parametrize("pending", [None, *PENDING])
    @pytest.mark.parametrize("intent", sorted(act_words()))
    def test_a_dear_act_is_not_done_where_its_words_are_not_there(
        self, pending: str | None, intent: str
    ) -> None:
        asked_for = (pending, intent) in (
            ("withdrawing", "withdraw"),
            ("complaint", "complain"),
            ("confirm", "submit"),  # what is to be submitted is shown once more, and asked again
        )
        if not asked_for:
            said = Utterance("某句话", intent, 0.99)
            choice = decide(said, Context(PENDING[pending] if pending else None, affair="affair")).choice
            is_asked = choice.in_doubt or choice.candidate.kind is Kind.ASKED_ACT
            assert is_asked or choice.candidate.action != ANYTIME[intent]

    @pytest.mark.parametrize(
        ("text", "intent"),
        [
            ("我还没准备好，过几天再提交", "submit"),
            ("一定要投诉才有人管吗，我不是来投诉的", "complain"),
            ("材料再说一遍，我重新记一下", "restart"),
            ("你是真人还是机器", "handover"),
            ("撤回了以后还能再办吗", "withdraw"),
        ],
    )
    def test_nor_where_other_words_deny_it(self, text: str, intent: str) -> None:
        assert decided(text, "next", intent, 0.99) != ANYTIME[intent]

    @pytest.mark.parametrize("pending", [None, *PENDING])
    def test_an_unsure_classifier_is_not_acted_on(self, pending: str | None) -> None:
        expected = {
            None: "action_not_understood",
            "vague": "action_other_half",
            "case_in_hand": "action_not_understood",
            "withdrawing": "action_withdraw",
        }.get(pending) or PENDING[str(pending)].answered_by
        assert decided("某句话", pending, "restart", 0.3) == expected

    @pytest.mark.parametrize("intent", sorted(ASKING))
    @pytest.mark.parametrize("pending", [None, "area", "next", "contact", "confirm"])
    def test_questions_are_answered_wherever_they_come(self, pending: str | None, intent: str) -> None:
        explains = pending == "area" and intent in ("ask_why", "ask_difference")
        assert decided("某个问题", pending, intent) == ("action_explain" if explains else "action_ask_about")


class TestOwnWords:
    @pytest.mark.parametrize("pending", sorted(OWN_WORDS))
    @pytest.mark.parametrize(
        "intent", [None, "find_item", "ask_status", "give_contact", "withdraw", "complain"]
    )
    def test_what_is_told_is_told_whatever_it_looks_like(self, pending: str, intent: str | None) -> None:
        for text in (
            "窗口让我跑了三趟",
            "我叫[姓名],电话[手机号]",
            "办件261123000017没人管",
            "评价一下都不让",
        ):
            assert decided(text, pending, intent) == PENDING[pending].answered_by

    @pytest.mark.parametrize("pending", sorted(OWN_WORDS))
    def test_it_can_be_left(self, pending: str) -> None:
        assert decided("261123000017 尾号[尾号]", pending) == "action_status"
        assert decided("转人工", pending, "handover") == "action_handover"
        assert decided("重新开始", pending, "restart") == "action_restart"
        assert decided("着火了快来人", pending) == "action_urgent"

    def test_who_wants_to_rate_does(self) -> None:
        assert decided("我要评价") == "action_rate"
        assert decided("评价261123000017 [尾号]") == "action_rate"
        assert decided("环境影响评价怎么办", None, "find_item") == "action_find_item"

    def test_a_number_goes_to_what_it_was_asked_for(self) -> None:
        for purpose, action in (("complain", "action_complain"), ("rate", "action_rate")):
            asked = remembered({"kind": "case", "number": None, "purpose": purpose})
            assert decide(Utterance("261123000017 [尾号]"), Context(asked)).action == action


class TestShape:
    @pytest.mark.parametrize("pending", [None, *PENDING])
    @pytest.mark.parametrize("text", ["继续 K7QM-2WXD", "k7qm-2wxd"])
    def test_a_resume_code(self, pending: str | None, text: str) -> None:
        assert decided(text, pending, "resume") == "action_resume"

    @pytest.mark.parametrize(
        "pending", [None, *(key for key in PENDING if key != "withdrawing" and key not in OWN_WORDS)]
    )
    @pytest.mark.parametrize(
        "text", ["261123000017 尾号[尾号]", "[尾号]", "261123000017", "261123000017到哪了"]
    )
    def test_a_case_number_or_tail(self, pending: str | None, text: str) -> None:
        assert decided(text, pending, "find_item") == "action_status"

    def test_withdrawal_goes_on_where_the_number_was_asked_for_it(self) -> None:
        assert decided("[尾号]", "withdrawing") == "action_withdraw"
        assert decided("261123000017 [尾号]", "withdrawing") == "action_withdraw"
        assert decided("261123000017 [尾号]到哪了", "withdrawing", "ask_status") == "action_status"
        assert decided("撤回261123000017", None, "withdraw") == "action_withdraw"
        assert decided("随便", "withdrawing") == "action_withdraw"

    def test_thirteen_digits_are_no_case(self) -> None:
        assert decided("2611230000171", None, "find_item") == "action_find_item"

    @pytest.mark.parametrize("text", ["[姓名],[身份证号],[手机号]", "我叫[姓名]，电话[手机号]", "[身份证号]"])
    @pytest.mark.parametrize("pending", [None, "premises", "next", "contact", "confirm"])
    def test_contact_data(self, text: str, pending: str | None) -> None:
        assert decided(text, pending) == "action_contact"

    def test_a_wish_with_personal_data_is_a_wish(self) -> None:
        assert decided("身份证[身份证号]丢了要补", None, "find_item") == "action_find_item"

    def test_the_whole_phone_is_a_second_factor_where_a_case_was_asked_for(self) -> None:
        assert decided("[手机号]", "case") == "action_status"

    def test_an_emergency_comes_first(self) -> None:
        assert decided("着火了261123000017", "premises", "find_item") == "action_urgent"


class TestNothingPending:
    @pytest.mark.parametrize(
        ("intent", "action"),
        [
            ("find_item", "action_find_item"),
            ("state_fact", "action_correct"),
            ("affirm", "action_repeat"),
            ("deny", "action_repeat"),
            ("none_of_these", "action_not_understood"),
            ("unsure", "action_not_understood"),
            ("out_of_scope", "action_not_understood"),
            ("resume", "action_resume"),
        ],
    )
    def test_by_intent(self, intent: str, action: str) -> None:
        assert decided("某句话", None, intent) == action
