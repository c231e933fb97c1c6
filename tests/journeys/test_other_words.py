"""Staff may change any sentence of ``wording.yaml``: with all of them changed the whole way still leads to the case number."""

from __future__ import annotations

import re

import pytest

from actions.reply import wording
from actions.reply.wording import templates
from intake.people import person
from tests.actions.reply.test_wording import places_of
from tests.journeys.talking import Talk
from tests.rewording import reworded

pytestmark = pytest.mark.anyio

APPLICANT, BROTHER = person(23), person(24)


@pytest.fixture(autouse=True)
def other_words(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Every sentence in other words."""
    changed = reworded(templates())
    monkeypatch.setattr(wording, "templates", lambda: changed)
    return changed


def card(talk: Talk) -> str | None:
    """The kind of card of the last answer."""
    custom = talk.messages[-1].get("custom")
    return str(custom["kind"]) if custom else None


async def press(talk: Talk, place: int) -> None:
    """Press a button of the last answer."""
    await talk.say(talk.messages[-1]["buttons"][place]["payload"])


async def to_the_notice(talk: Talk) -> None:
    await talk.say("我租了个门面想开个小饭馆，要办啥")
    assert card(talk) == "items"
    await talk.say("只办食品经营许可（新办）")
    while card(talk) == "question":
        await press(talk, -1)
    assert card(talk) == "notice"


async def submitted(talk: Talk) -> str:
    await to_the_notice(talk)
    await press(talk, 0)
    assert card(talk) == "form"
    await talk.say("材料都齐了")
    assert card(talk) == "form"
    await talk.say(f"我叫{APPLICANT.name}，身份证{APPLICANT.id_number}，手机{APPLICANT.phone}")
    assert [gap["id"] for gap in talk.messages[-1]["custom"]["gaps"]] == ["agent_name"]
    await talk.say(f"我弟叫{BROTHER.name}")
    await press(talk, 0)
    assert card(talk) == "case"
    return str(talk.messages[-1]["custom"]["number"])


def test_no_sentence_stays_as_it_was(other_words: dict[str, str]) -> None:
    before = templates()
    assert [key for key in before if before[key] == other_words[key]] == []
    assert {key: places_of(text) for key, text in before.items()} == {
        key: places_of(text) for key, text in other_words.items()
    }


class TestTheWholeWay:
    async def test_to_the_case_number_and_where_it_is(self, talk: Talk, other_words: dict[str, str]) -> None:
        number = await submitted(talk)
        assert re.fullmatch(r"\d{12}", number)
        assert other_words["submitted_bring"] in talk.last
        await talk.say(f"查一下{number} 尾号{APPLICANT.phone_tail}")
        assert card(talk) == "progress"

    async def test_a_second_word_to_submit_finds_the_same_case(self, talk: Talk) -> None:
        number = await submitted(talk)
        await talk.say("提交申请")
        assert talk.messages[-1]["custom"] == {"kind": "submitted", "number": number}

    async def test_not_sure_and_none_of_these(self, talk: Talk, other_words: dict[str, str]) -> None:
        await talk.say("我想开个小饭馆，要办啥")
        options = talk.messages[-1]["buttons"]
        await talk.say(str(len(options) + 1))
        assert other_words["none_of_these"] in talk.last
        await talk.say("办食品经营许可（新办）")
        first = talk.messages[-1]["custom"]["id"]
        await talk.say(str(len(talk.messages[-1]["buttons"]) + 1))
        assert card(talk) == "question" and talk.messages[-1]["custom"]["id"] != first

    async def test_every_choice_of_the_menu(self, talk: Talk, other_words: dict[str, str]) -> None:
        await to_the_notice(talk)
        await press(talk, 1)
        assert other_words["correct_which"] in talk.last
        await press(talk, 0)
        while card(talk) == "question":
            await press(talk, 0)
        assert card(talk) == "notice"
        await press(talk, 2)
        assert len(talk.messages[-1]["buttons"]) == 5
        await press(talk, 3)
        assert re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", talk.last)
        await press(talk, 4)
        await press(talk, 0)
        assert talk.last == other_words["restart"]

    async def test_a_digression_comes_back_to_the_question(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        asked = talk.messages[-1]["buttons"]
        await talk.say("要多少钱")
        assert talk.messages[-1]["buttons"] == asked

    async def test_a_complaint_is_given_up_by_its_button(
        self, talk: Talk, other_words: dict[str, str]
    ) -> None:
        number = await submitted(talk)
        await talk.say("我要投诉")
        await talk.say(f"{number} 尾号{APPLICANT.phone_tail}")
        await press(talk, 0)
        assert talk.last == other_words["complain_given_up"]

    async def test_a_long_text_is_answered_with_the_word_that_it_was_cut_once(
        self, talk: Talk, other_words: dict[str, str]
    ) -> None:
        said = await talk.say("我想开个小饭馆，" + "一二三四五六七八九十，" * 200)
        assert said.count(other_words["cut"]) == 1
