"""Before the word to submit: what the pre-check found is said, and that it stops nothing."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from actions.client import api_client as client
from actions.pending.licence_expiry import LicenceExpiryRequest
from actions.pending.model import Meaning
from actions.pending.utterance import Utterance
from actions.submission.submit import check_out
from actions.turn import Turn
from api.uploads.schemas import Remark, RemarkList
from knowledge.cases.limits.renewal import Renewal, RenewalState
from knowledge.guidance.submission_check import Gap
from knowledge.persons.consistency import ContactDoubt

pytestmark = pytest.mark.anyio

BLURRED = Remark(material="lease", name="房屋租赁合同第2张", say="照片模糊，字看不清。请再拍一张。")
DOUBT = ContactDoubt(field="id_number", code="not_minor", say="号码和年龄对不上，请看一看。")
GAP = Gap(kind="contact", id="phone", name="手机号", say="手机号还没有填")


def turn(monkeypatch: pytest.MonkeyPatch, found: RemarkList) -> Turn:
    async def remarks(intake: str) -> RemarkList:
        assert intake == "draft"
        return found

    monkeypatch.setattr(client, "current", lambda: SimpleNamespace(remarks=remarks))
    tracker: Any = SimpleNamespace(
        latest_message={"text": "提交"},
        sender_id="s",
        get_latest_input_channel=lambda: "web",
        slots={},
        get_slot=lambda name: None,
    )
    return Turn(tracker)


def reply(taken: Turn) -> dict[str, Any]:
    said: dict[str, Any] = {}
    taken.send(SimpleNamespace(utter_message=lambda **message: said.update(message)))  # type: ignore[arg-type]
    return said


def view(*gaps: Gap) -> Any:
    return SimpleNamespace(id="draft", gaps=list(gaps), contact={}, contact_doubts=[DOUBT], notice=None)


async def test_what_should_be_mended_is_said_and_may_be_submitted_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = turn(monkeypatch, RemarkList(remarks=[BLURRED], waiting=1))
    await check_out(taken, view())
    said = reply(taken)
    assert "1 房屋租赁合同第2张：照片模糊" in said["text"]
    assert "不改也可以提交" in said["text"] and "还有1个文件没有检查完" in said["text"]
    assert said["text"].index("照片模糊") < said["text"].index(DOUBT.say) < said["text"].index("现在提交吗")
    assert [button["title"] for button in said["buttons"]] == ["确认提交", "先不交"]
    assert said["json_message"]["doubts"] == [DOUBT.model_dump()]
    assert said["json_message"]["remarks"] == [BLURRED.model_dump()]


async def test_it_comes_along_with_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = turn(monkeypatch, RemarkList(remarks=[BLURRED], waiting=0))
    await check_out(taken, view(GAP))
    said = reply(taken)
    assert said["text"].index("手机号还没有填") < said["text"].index("预审看到1处")
    assert said["json_message"]["remarks"] and said["json_message"]["gaps"]


async def test_nothing_found_is_not_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = turn(monkeypatch, RemarkList(remarks=[], waiting=0))
    await check_out(taken, view())
    said = reply(taken)
    assert "预审" not in said["text"] and "现在提交吗" in said["text"]
    assert said["json_message"]["remarks"] == []


UNKNOWN = Renewal(
    licence="烟草专卖零售许可证",
    until=None,
    apply_by=None,
    state=RenewalState.UNKNOWN,
    say="「烟草专卖零售许可证」延续要提前申请。",
)
LATE = UNKNOWN.model_copy(
    update={"until": date(2026, 12, 22), "state": RenewalState.LATE, "say": "现在申请已经晚了。"}
)


class TestRenewal:
    async def test_the_expiry_is_asked_before_the_word_to_submit(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        taken = turn(monkeypatch, RemarkList(remarks=[], waiting=0, renewal=UNKNOWN))
        await check_out(taken, view())
        text = reply(taken)["text"]
        assert "有效期到哪一天" in text and "不清楚" in text and "现在提交吗" not in text

    async def test_too_late_is_said_and_may_be_submitted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        taken = turn(monkeypatch, RemarkList(remarks=[], waiting=0, renewal=LATE))
        await check_out(taken, view())
        text = reply(taken)["text"]
        assert text.index("已经晚了") < text.index("现在提交吗")

    async def test_nobody_who_does_not_know_is_asked_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        taken = turn(monkeypatch, RemarkList(remarks=[], waiting=0, renewal=UNKNOWN))
        await check_out(taken, view(), asks_expiry=False)
        assert "现在提交吗" in reply(taken)["text"]

    @pytest.mark.parametrize(
        ("text", "meaning"),
        [
            ("2027年3月1号", Meaning.ANSWERS),
            ("明年3月1日到期", Meaning.ANSWERS),
            ("不清楚", Meaning.ANSWERS),
            ("窗口在几楼", Meaning.NOT_FOR_ME),
        ],
    )
    def test_what_answers_it(self, text: str, meaning: Meaning) -> None:
        assert LicenceExpiryRequest().read(Utterance(text)).meaning is meaning
