"""What is said of one's own case in each state: the point first, never a paper too many, always whom to ask."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.cases.case_answers import AskedCase, lines_about
from api.case_status.schemas import CaseStatus, PointView
from api.cases.schemas import DueView
from knowledge.cases.record.state import STATES, CaseState
from knowledge.guidance.notice import NoticeContent
from knowledge.language.case_questions import CaseQuestion
from tests.actions.reply.test_notice_text import LEASED, drawn

ON_THE_SPOT = drawn("card.reissue", {})
PROMISED = drawn("food.new", LEASED)
DUE = DueView(day=date(2026, 12, 7), counted_from=date(2026, 11, 30), rule="《行政许可法》第三十二条")


def status(state: CaseState, content: NoticeContent = PROMISED, **changes: Any) -> CaseStatus:
    words = STATES[state]
    told: dict[str, Any] = {
        "number": "261123000018",
        "item": content.name,
        "state": state,
        "state_label": words.label,
        "who_acts_next": words.who,
        "what_next": words.what,
        "due": DUE if words.who else None,
        "due_note": "",
        "window": content.route,
        "timeline": [],
        "can": ["withdraw"] if words.who else [],
        "clocks": [],
        "to_correct": [],
        "to_supplement": {},
        "joint": "",
        "parts": [],
        "version": 1,
    }
    return CaseStatus.model_validate({**told, **changes})


def said(
    question: CaseQuestion,
    state: CaseState = CaseState.SUBMITTED,
    text: str = "",
    content: NoticeContent = PROMISED,
    **changes: Any,
) -> str:
    return "\n".join(lines_about(question, AskedCase(status(state, content, **changes), content, text)))


@pytest.mark.parametrize("state", list(CaseState))
@pytest.mark.parametrize(
    "question",
    sorted(
        set(CaseQuestion)
        - {CaseQuestion.PROGRESS, CaseQuestion.NOTICE, CaseQuestion.CHANGE_TIME, CaseQuestion.WITHDRAW}
    ),
)
def test_every_question_has_an_answer_in_every_state(question: CaseQuestion, state: CaseState) -> None:
    assert said(question, state).strip()


class TestReady:
    def test_before_the_receipt_both_days_are_said(self) -> None:
        text = said(CaseQuestion.READY)
        assert "2026年12月7日" in text and "承诺" in text and "受理以后" in text

    def test_what_is_done_on_the_spot_is_said_so(self) -> None:
        content = PROMISED.model_copy(
            update={
                "items": tuple(item.model_copy(update={"case_kind": "即办件"}) for item in PROMISED.items)
            }
        )
        text = said(CaseQuestion.READY, content=content)
        assert "当场" in text and "承诺" not in text

    def test_when_it_is_made_it_is_said_how_it_is_got(self) -> None:
        assert "窗口领取" in said(CaseQuestion.READY, CaseState.CLOSED)

    def test_a_case_that_ended_gets_no_promise(self) -> None:
        text = said(CaseQuestion.READY, CaseState.WITHDRAWN)
        assert "已撤回" in text and "工作日" not in text


class TestBring:
    def test_every_paper_is_named_before_the_receipt(self) -> None:
        text = said(CaseQuestion.BRING)
        assert text.startswith("要去一趟")
        assert all(material.name in text for material in PROMISED.materials)

    def test_nothing_is_to_be_brought_afterwards(self) -> None:
        text = said(CaseQuestion.BRING, CaseState.ACCEPTED)
        assert text.startswith("现在不用去") and PROMISED.materials[0].name not in text

    def test_what_is_to_be_put_right(self) -> None:
        point = PointView(material="lease", name="房屋租赁合同", what="缺最后一页")
        text = said(CaseQuestion.BRING, CaseState.CORRECTION, to_correct=[point])
        assert "房屋租赁合同：缺最后一页" in text


def test_a_phone_is_changed_at_the_window() -> None:
    assert "带身份证到受理窗口改" in said(CaseQuestion.CONTACT)


def test_the_number_is_said_without_asking_for_anything() -> None:
    text = said(CaseQuestion.NUMBER)
    assert "261123000018" in text and "后4位" not in text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (CaseState.SUBMITTED, "可以。作出决定以前都能撤回"),
        (CaseState.WITHDRAWN, "已经撤回了"),
        (CaseState.CLOSED, "撤回不了"),
    ],
)
def test_whether_it_can_be_done_again(state: CaseState, words: str) -> None:
    text = said(CaseQuestion.AGAIN, state, can=["withdraw"] if state is CaseState.SUBMITTED else [])
    assert text.startswith(words) or words in text


def test_somebody_else_may_collect_it() -> None:
    assert "委托书" in said(CaseQuestion.COLLECT, text="叫我女儿代领行不")
    assert "委托书" not in said(CaseQuestion.COLLECT, text="去哪领")


def test_who_waits_hears_whom_to_press() -> None:
    text = said(CaseQuestion.OVERDUE)
    assert text.startswith("让您久等了") and "12345" in text and "2026年12月7日" in text


def test_a_withdrawn_case_is_not_said_to_be_submitted() -> None:
    assert "已经提交成功" not in said(CaseQuestion.RESUBMIT, CaseState.WITHDRAWN)
    assert "已经提交成功" in said(CaseQuestion.RESUBMIT)
