"""Contact data in a turn: what arrived is said back with whose it is, what is denied goes, what is asked is answered."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from actions.client import api_client as client
from actions.guide.persons import contact_hint, together
from actions.pending.menu import NextStepMenu
from actions.pending.submission import Confirmation, ContactRequest
from actions.submission.contact import Contact
from actions.turn import Turn
from api.uploads.schemas import RemarkList
from knowledge.guidance.submission_check import Gap

pytestmark = pytest.mark.anyio

LABELS = {"name": "申请人（您母亲）的姓名", "phone": "手机号", "agent_name": "您（代办人）的姓名"}
WORD = Confirmation(act="submit")


class Draft:
    """A draft that forgets what it is told to."""

    def __init__(self, contact: dict[str, str], needed: tuple[str, ...] = ("name", "phone")) -> None:
        self.contact, self.needed, self.forgotten = contact, needed, list[str]()
        self.moves: tuple[str, str] | None = None

    def view(self) -> Any:
        missing = [kind for kind in self.needed if kind not in self.contact]
        return SimpleNamespace(
            id="draft",
            affair=SimpleNamespace(id="a"),
            notice=SimpleNamespace(access="n", number="GZ20261123-0001"),
            materials={},
            contact=dict(self.contact),
            contact_labels=LABELS,
            contact_needed=missing,
            contact_doubts=[],
            gaps=[
                Gap(kind="contact", id=kind, name=LABELS[kind], say=f"还没有填写{LABELS[kind]}。")
                for kind in missing
            ],
        )

    async def current_intake(self, *_: object) -> Any:
        return self.view()

    async def forget_personal(self, intake: str, kind: str) -> Any:
        assert intake == "draft"
        self.forgotten.append(kind)
        self.contact.pop(kind, None)
        return self.view()

    async def give_to_owner(self, intake: str, said: str) -> Any:
        assert intake == "draft" and said
        if self.moves:
            self.contact[self.moves[1]] = self.contact.pop(self.moves[0])
        return self.view()

    async def remarks(self, intake: str) -> RemarkList:
        return RemarkList(remarks=[], waiting=0)

    async def notice(self, access: str) -> Any:
        assert access == "n"
        return SimpleNamespace(content=SimpleNamespace(materials=[]))

    async def resume_code(self, intake: str) -> Any:
        return SimpleNamespace(code="K7PM-2XQ9")


async def said(
    monkeypatch: pytest.MonkeyPatch, draft: Draft, text: str, pending: Any = WORD, **metadata: Any
) -> tuple[str, Turn]:
    monkeypatch.setattr(client, "current", lambda: draft)
    slots = {"pending": pending.stored() if pending else None}
    tracker: Any = SimpleNamespace(
        latest_message={"text": text, "metadata": metadata},
        sender_id="s",
        get_latest_input_channel=lambda: "web",
        slots=slots,
        get_slot=slots.get,
    )
    turn = Turn(tracker)
    await Contact().act(turn)
    return turn.reply().text, turn


FULL = {"name": "李**", "phone": "138****0001"}


class TestReceived:
    async def test_it_is_said_back_with_whose_it_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text, turn = await said(
            monkeypatch, Draft(dict(FULL)), "我妈叫[姓名]", ContactRequest(), received=["name"]
        )
        assert "已收到：申请人（您母亲）的姓名 李**" in text and "现在提交吗" in text
        assert turn.events()

    async def test_a_denied_value_that_comes_anew_stays(self, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = Draft(dict(FULL))
        text, _ = await said(monkeypatch, draft, "名字也不对，叫[姓名]", received=["name"])
        assert draft.forgotten == [] and "已收到" in text


class TestAtTheMenu:
    MENU = NextStepMenu()

    async def test_data_alone_say_what_is_next(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text, _ = await said(monkeypatch, Draft({"name": "李**"}), "我叫[姓名]", self.MENU, received=["name"])
        assert "还差：手机号" in text and "说「提交」" in text

    async def test_with_the_wish_to_submit_they_lead_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text, turn = await said(
            monkeypatch, Draft(dict(FULL)), "那就交吧，我叫[姓名]", self.MENU, received=["name"]
        )
        assert "现在提交吗" in text
        assert turn.reply().options


class TestDenied:
    @pytest.mark.parametrize(
        ("text", "gone"),
        [("名字打错了", ["name"]), ("手机号不对", ["phone"]), ("信息全错了", ["name", "phone"])],
    )
    async def test_it_goes_and_is_asked_for(
        self, monkeypatch: pytest.MonkeyPatch, text: str, gone: list[str]
    ) -> None:
        draft = Draft(dict(FULL))
        reply, turn = await said(monkeypatch, draft, text)
        assert sorted(draft.forgotten) == gone
        assert "已经删去" in reply and "现在提交吗" not in reply
        assert turn.reply().card is not None

    async def test_what_is_wrong_is_asked_where_it_is_not_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = Draft(dict(FULL))
        reply, _ = await said(monkeypatch, draft, "不对")
        assert draft.forgotten == [] and "哪一处不对" in reply and "李**" in reply


class TestWhose:
    async def test_it_is_moved_and_said_back(self, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = Draft({"agent_name": "李**", "phone": "138****0001"})
        draft.moves = ("agent_name", "name")
        reply, _ = await said(monkeypatch, draft, "那个名字不是我的，是我妈的")
        assert "改过来了：申请人（您母亲）的姓名 李**" in reply and "现在提交吗" in reply
        assert draft.forgotten == []

    async def test_what_is_right_already_stays_and_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = Draft(dict(FULL))
        reply, _ = await said(monkeypatch, draft, "我的名字不是这个，这个是我妈的")
        assert "现在记的是：申请人（您母亲）的姓名 李**" in reply
        assert draft.forgotten == []

    async def test_what_is_only_wrong_goes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = Draft(dict(FULL))
        reply, _ = await said(monkeypatch, draft, "我妈的名字填错了")
        assert draft.forgotten == ["name"] and "已经删去" in reply


class TestConcern:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("你们要我身份证号干啥", "核对"),
            ("安全不", "加密"),
            ("我没手机", "固定电话"),
            ("填完能不能删掉", "删"),
            ("身份证号记不住", "户口簿"),
        ],
    )
    async def test_it_is_answered_and_the_data_are_asked_for_in_other_words(
        self, monkeypatch: pytest.MonkeyPatch, text: str, words: str
    ) -> None:
        reply, _ = await said(monkeypatch, Draft({}), text, ContactRequest())
        assert words in reply and "申请人（您母亲）的姓名" in reply

    async def test_not_yet_keeps_the_draft_and_offers_a_code(self, monkeypatch: pytest.MonkeyPatch) -> None:
        reply, _ = await said(monkeypatch, Draft(dict(FULL)), "我再想想")
        assert "先不提交" in reply and "K7PM-2XQ9" in reply

    async def test_a_wish_to_erase_is_done(self, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = Draft(dict(FULL))
        reply, _ = await said(monkeypatch, draft, "帮我把信息删了", ContactRequest())
        assert sorted(draft.forgotten) == ["name", "phone"] and "已经删去" in reply

    async def test_what_was_filled_in_is_shown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        reply, _ = await said(monkeypatch, Draft(dict(FULL)), "给我看下都填了啥")
        assert "李**" in reply and "138****0001" in reply


class TestNothing:
    async def test_it_is_never_asked_twice_in_the_same_words(self, monkeypatch: pytest.MonkeyPatch) -> None:
        first, _ = await said(monkeypatch, Draft({}), "[未识别]", ContactRequest())
        second, _ = await said(monkeypatch, Draft({}), "[未识别]", ContactRequest(times=1))
        assert first != second and "申请人（您母亲）的姓名" in second


def test_data_of_one_person_are_named_together() -> None:
    assert (
        together(["申请人的姓名", "申请人的身份证号", "您（代办人）的姓名"])
        == "申请人的姓名、身份证号，您（代办人）的姓名"
    )
    assert together(["姓名", "手机号"]) == "姓名、手机号"


def test_the_hint_asks_the_applicant_first_and_then_the_agent() -> None:
    gaps = [Gap(kind="contact", id=kind, name=LABELS[kind], say="") for kind in ("name", "agent_name")]
    hint = contact_hint(gaps)
    assert hint.index("申请人（您母亲）的姓名") < hint.index("再请留下您（代办人）的姓名")
