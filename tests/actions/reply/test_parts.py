"""A reply as data, and the one plain text that is made of it."""

from __future__ import annotations

import pytest

from actions.pending.menu import DepartmentChoice, NextStepMenu
from actions.pending.model import AnswerOption, Pending
from actions.pending.question import AnswerChoice, ItemChoice
from actions.pending.submission import ContactRequest
from actions.reply.options import options_of, or_none, or_unsure
from actions.reply.parts import Listed, Option, Reply, Said, ShownReply, spoken

QUESTION = AnswerChoice(
    options=(AnswerOption(value="owned", label="自有"), AnswerOption(value="leased", label="租赁"))
)
ITEMS = (
    Option(number=1, label="食品经营许可（新办）", note="市场监督管理局", payload="食品经营许可（新办）"),
)


class TestText:
    def test_options_stand_one_a_line_where_the_reply_lists_them(self) -> None:
        blocks = (Said(text="自有还是租赁？", asks=True), Listed(), Said(text="还有2个问题。"))
        reply = Reply(blocks=blocks, options=or_unsure(options_of(QUESTION)))
        assert reply.text == "自有还是租赁？\n1 自有\n2 租赁\n3 不确定\n还有2个问题。"

    def test_or_in_one_line_after_their_heading(self) -> None:
        blocks = (Said(text="接下来可以：", shown_by="options"), Listed(layout="line", runs_on=True))
        assert Reply(blocks=blocks, options=options_of(QUESTION)).text == "接下来可以：1 自有  2 租赁"

    def test_what_is_no_button_has_a_line_of_its_own(self) -> None:
        reply = Reply(blocks=(Listed(layout="line"),), options=or_none(options_of(QUESTION)))
        assert reply.text == "1 自有  2 租赁\n3 都不是"

    def test_a_note_stands_in_brackets(self) -> None:
        assert Reply(blocks=(Listed(),), options=ITEMS).text == "1 食品经营许可（新办）（市场监督管理局）"

    def test_what_a_card_shows_is_in_it_too(self) -> None:
        blocks = (Said(text="好。"), Said(text="办件编号：1", shown_by="card"))
        assert Reply(blocks=blocks, card={"kind": "case"}).text == "好。\n办件编号：1"

    def test_options_that_are_not_listed_are_not_in_it(self) -> None:
        assert Reply(blocks=(Said(text="好吗？"),), options=options_of(QUESTION)).text == "好吗？"


class TestMessage:
    def test_is_one_of_rasa_with_the_parts_beside_it(self) -> None:
        reply = Reply(
            blocks=(Listed(),), options=or_none(options_of(QUESTION)), card={"kind": "items", "items": []}
        )
        message = reply.message()
        assert message.keys() == {"text", "buttons", "custom", "reply"}
        assert message["buttons"] == [
            {"title": "自有", "payload": "自有"},
            {"title": "租赁", "payload": "租赁"},
        ]
        assert ShownReply.model_validate(message["reply"]).options[-1].payload == "都不是"

    def test_of_one_sentence_has_no_buttons_and_no_card(self) -> None:
        assert spoken("好。").message().keys() == {"text", "reply"}


class TestOptions:
    def test_what_is_only_understood_when_typed_is_not_offered(self) -> None:
        shown, typed = (
            AnswerOption(value="police", label="公安局"),
            AnswerOption(value="annals", label="县志办", button=False),
        )
        pending = DepartmentChoice(options=(shown, typed))
        assert [option.label for option in options_of(pending)] == ["公安局"]

    @pytest.mark.parametrize(("kind", "opens"), [(NextStepMenu, "move"), (ItemChoice, "")])
    def test_a_page_can_do_the_move_to_another_device_itself(self, kind: type[Pending], opens: str) -> None:
        pending = kind(options=(AnswerOption(value="resume", label="换设备接着办"),))
        assert [option.opens for option in options_of(pending)] == [opens]

    def test_nothing_pending_offers_nothing(self) -> None:
        assert options_of(None) == ()
        assert options_of(ContactRequest()) == ()


class TestUnknown:
    def test_a_field_of_a_later_version_does_no_harm(self) -> None:
        told = {"blocks": [{"kind": "said", "text": "好。", "colour": "red"}], "options": [], "mood": "good"}
        assert ShownReply.model_validate(told).blocks == (Said(text="好。"),)
