"""What a message leads to, for every kind of pending question and every intent."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
import yaml

from bot.decide import ANSWERING, ANYTIME, ASKING, OWN_WORDS, Said, next_action
from intake.project import ROOT
from knowledge.choice import offered_by
from tests.knowledge.catalogues import small_catalogue

CATALOGUE = small_catalogue()


def question(key: str) -> dict[str, Any]:
    asked = CATALOGUE.questions[key]
    options = [
        {"value": o.value, "label": o.label, "says": list(o.says), "bounds": o.bounds}
        for o in offered_by(asked)
    ]
    return {"kind": "question", "question": key, "unit": asked.unit, "options": options}


def options(*labels: str) -> list[dict[str, Any]]:
    return [{"value": f"v{n}", "label": label, "says": []} for n, label in enumerate(labels)]


PENDING: dict[str, dict[str, Any]] = {
    "premises": question("premises"),
    "area": question("area"),
    "cold": question("cold"),
    "items": {
        "kind": "items",
        "options": [
            {"value": "a", "label": "食品经营许可（新办）", "says": ["新办"]},
            {"value": "b", "label": "食品经营许可（变更）", "says": ["变更"]},
        ],
    },
    "departments": {"kind": "departments", "options": options("公安", "民政", "市场监管")},
    "next": {
        "kind": "next",
        "options": options("提交申请", "改答案", "看办理流程", "换设备接着办", "办别的事"),
    },
    "change": {"kind": "change", "options": options("经营场所是自有还是租赁：租赁", "是否制售冷食：否")},
    "confirm": {
        "kind": "confirm",
        "act": "submit",
        "options": [
            {"value": "yes", "label": "是", "says": ["确定", "好的", "可以", "提交"]},
            {"value": "no", "label": "否", "says": ["不是", "不", "先不", "算了"]},
        ],
    },
    "contact": {"kind": "contact"},
    "case": {"kind": "case", "number": None, "purpose": "status"},
    "appointment": {
        "kind": "appointment",
        "step": "day",
        "options": [
            {"value": "2026-11-24", "label": "2026年11月24日（星期二）", "says": ["明天", "周二"]},
            {"value": "2026-11-25", "label": "2026年11月25日（星期三）", "says": ["后天", "周三"]},
        ],
    },
    "withdrawing": {"kind": "case", "number": "261123000017", "purpose": "withdraw"},
    "rating": {
        "kind": "rating",
        "number": "261123000017",
        "options": options("非常满意", "满意", "基本满意"),
    },
    "rating_reason": {
        "kind": "rating_reason",
        "number": "261123000017",
        "grade": 5,
        "options": options("态度不好", "不补充了"),
    },
    "complaint": {"kind": "complaint", "number": "261123000017", "options": options("不投诉了")},
}
KINDS = {pending["kind"] for pending in PENDING.values()}
INTENTS = yaml.safe_load((ROOT / "bot" / "domain.yml").read_text(encoding="utf-8"))["intents"]
ACTIONS = set(yaml.safe_load((ROOT / "bot" / "domain.yml").read_text(encoding="utf-8"))["actions"])


def decided(text: str, pending: str | None = None, intent: str | None = None, confidence: float = 0.9) -> str:
    return next_action(
        Said(text, intent, confidence if intent else 0.0), PENDING[pending] if pending else None
    )


class TestEveryKindAndIntent:
    def test_every_kind_of_question_has_its_action(self) -> None:
        assert set(ANSWERING) == KINDS

    @pytest.mark.parametrize("pending", [None, *PENDING])
    def test_leads_to_an_action_of_the_domain(self, pending: str | None) -> None:
        texts = ["随便说点啥", "不知道", "2", "9", "[手机号]", "多少钱", "我还想再办理一个别的什么东西行不行"]
        for text, intent, confidence in product(texts, [None, *INTENTS], [0.1, 0.9]):
            assert decided(text, pending, intent, confidence) in ACTIONS, (text, intent, confidence)

    @pytest.mark.parametrize("pending", [None, *(name for name in PENDING if name not in OWN_WORDS)])
    @pytest.mark.parametrize("intent", sorted(set(ANYTIME) - {"resume"}))
    def test_acts_that_are_possible_at_any_time(self, pending: str | None, intent: str) -> None:
        assert decided("某句话", pending, intent) == ANYTIME[intent]

    @pytest.mark.parametrize("pending", [None, *PENDING])
    def test_an_unsure_classifier_is_not_acted_on(self, pending: str | None) -> None:
        expected = {
            None: "action_find_item",
            "withdrawing": "action_withdraw",
        }.get(pending) or ANSWERING[PENDING[str(pending)]["kind"]]
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
            assert decided(text, pending, intent) == ANSWERING[PENDING[pending]["kind"]]

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
            asked = {"kind": "case", "number": None, "purpose": purpose}
            assert next_action(Said("261123000017 [尾号]"), asked) == action


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
            ("都不是", "none_of_these", "action_explain"),
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
            ("none_of_these", "action_find_item"),
            ("unsure", "action_find_item"),
            ("out_of_scope", "action_find_item"),
            ("resume", "action_resume"),
        ],
    )
    def test_by_intent(self, intent: str, action: str) -> None:
        assert decided("某句话", None, intent) == action


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
        pending = {"kind": "case", "number": None, "purpose": purpose}
        for text in ("[尾号]", "261123000017 [尾号]", "编号是261123000017，[尾号]"):
            assert next_action(Said(text, "ask_status", 0.9), pending) == action
        assert next_action(Said("261123000017 [尾号]办到哪了", "ask_status", 0.9), pending) == "action_status"


class TestAnotherAffair:
    def test_a_no_before_another_wish_answers_nothing(self) -> None:
        asked = {"kind": "question", "question": "q", "options": options("是", "否")}
        assert next_action(Said("不对，我是要办护照", "find_item", 0.9), asked) == "action_find_item"

    def test_a_plain_no_still_answers(self) -> None:
        asked = {"kind": "question", "question": "q", "options": options("是", "否")}
        assert next_action(Said("不对", "deny", 0.9), asked) == "action_answer"


class TestNoCaseNumber:
    @pytest.mark.parametrize("text", ["没有编号", "找不到了", "不记得了", "编号丢了"])
    def test_goes_to_what_asked_for_it(self, text: str) -> None:
        said = Said(text, "state_fact", 0.95)
        assert next_action(said, {"kind": "case", "purpose": "complain"}) == "action_complain"
        assert next_action(said, {"kind": "case", "purpose": "status"}) == "action_status"

    def test_a_lost_paper_is_a_wish(self) -> None:
        said = Said("身份证丢了要补", "find_item", 0.95)
        assert next_action(said, {"kind": "case", "purpose": "status"}) == "action_find_item"


class TestLeaving:
    @pytest.mark.parametrize("text", ["算了", "哦 那算了", "不办了", "那就算了吧", "不查了", "我不想办了"])
    @pytest.mark.parametrize("pending", ["items", "departments", "premises", "cold", "case"])
    def test_letting_it_be_closes_what_is_open(self, text: str, pending: str) -> None:
        assert decided(text, pending, "withdraw") == "action_leave"

    @pytest.mark.parametrize("pending", [None, "next", "contact", "change"])
    def test_where_a_case_may_be_meant_the_words_tell(self, pending: str | None) -> None:
        assert decided("算了", pending, None) == "action_leave"
        assert decided("不办了", pending, "withdraw") == "action_withdraw"

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
        assert decided("都不是", "premises", "none_of_these") == "action_explain"


class TestWhy:
    @pytest.mark.parametrize(
        "text", ["为什么问这个", "为啥要问这些", "干嘛要知道这个", "为什么", "为什么要问有没有房产证"]
    )
    def test_of_the_question(self, text: str) -> None:
        assert decided(text, "premises", "ask_why") == "action_explain"

    @pytest.mark.parametrize("text", ["为什么要健康证", "为什么要交租赁合同", "凭啥要材料原件"])
    def test_of_a_material(self, text: str) -> None:
        assert decided(text, "premises", "ask_why") == "action_ask_about"
