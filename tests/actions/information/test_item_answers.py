"""Questions about real items, and what the catalogue answers; each sentence as people type it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.information.item_answers.answers import answer_question
from actions.information.item_answers.question import Question
from api.catalogue.service import ask, item_detail
from knowledge.answers.item_question import QuestionFinder
from knowledge.catalogue.affair import Catalogue
from knowledge.embedding.encoder import own_encoder
from knowledge.guidance.notice import draw
from knowledge.guidance.routing import Request, route
from knowledge.language.aspects import Aspect, aspects_in
from tests.shipped import shipped_catalogue

TODAY = date(2026, 11, 23)
QUESTIONS: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8")
)


@cache
def about(affair_id: str) -> dict[str, Any]:
    """What the catalogue says of an affair, with none of its questions answered."""
    catalogue: Catalogue = shipped_catalogue()
    affair = catalogue.affair(affair_id)
    assert affair is not None
    content = draw(affair, {}, catalogue, route(Request(affair, TODAY), catalogue))
    details = [item_detail(item.id, catalogue, TODAY) for item in content.items]
    return {"content": content, "details": details}


FINDER = QuestionFinder(own_encoder())
"""As the service has it: by meaning where the machine has an encoder."""


def asked(affair_id: str, text: str) -> list[str]:
    own = ask(affair_id, text, shipped_catalogue(), FINDER)
    return answer_question(Question(text=text, own=own, **about(affair_id)), aspects_in(text))


@pytest.mark.parametrize(
    ("affair", "text", "expected"),
    [
        (affair, text, expected)
        for affair, questions in QUESTIONS.items()
        for spelled, expected in questions.items()
        for text in spelled.split("|")
    ],
)
def test_the_answer_holds_what_was_asked(affair: str, text: str, expected: str) -> None:
    lines = asked(affair, text)
    assert re.search(expected, "\n".join(lines)), lines


class TestWhatIsNotKnown:
    def test_it_is_said_with_who_knows(self) -> None:
        lines = asked("drainage.new", "一个月能领多少钱")
        assert lines == ["能领多少钱，事项库里没有写，我不能乱说。请打0000-8600-1008问工程建设项目窗口。"]

    @pytest.mark.parametrize("text", ["去哪体检", "要是丢了怎么办"])
    def test_no_other_question_is_answered_instead(self, text: str) -> None:
        assert "事项库里没有写" in "".join(asked("eia.register", text))

    def test_nothing_was_asked(self) -> None:
        assert asked("id_card.new", "我想办身份证") == []


class TestPapers:
    @pytest.mark.parametrize("text", ["为什么要健康证", "干嘛还要交健康证啊"])
    def test_why_one_is_asked_for_is_not_whether_one_needs_it(self, text: str) -> None:
        lines = asked("food_operation.new", text)
        assert len(lines) == 1 and lines[0].startswith("从业人员健康证明："), lines

    def test_whether_one_needs_it_is_the_items_own_question(self) -> None:
        assert "不碰食品的不用" in "".join(asked("food_operation.new", "老板自己要健康证吗"))

    def test_one_that_is_needed_with_its_reason(self) -> None:
        lines = asked("marriage.divorce", "一定要带结婚证吗")
        assert any("结婚证" in line for line in lines)

    def test_one_that_is_not_in_the_list(self) -> None:
        assert asked("tobacco_retail.new", "要不要户口本") == ["不用交户口本：这件事的材料清单里没有它。"]

    def test_one_that_the_window_checks_itself(self) -> None:
        assert "窗口通过数据共享" in "".join(asked("food_operation.new", "营业执照要带吗"))

    def test_a_form_that_nobody_has_yet(self) -> None:
        assert "空白表窗口免费提供" in "".join(asked("id_card.new", "申请表没有怎么弄"))

    def test_the_very_one_for_which_the_affair_is(self) -> None:
        assert asked("id_card.reissue", "身份证丢了怎么办") == []

    def test_another_that_is_lost(self) -> None:
        assert "不用交户口本" in "".join(asked("tobacco_retail.new", "户口本丢了怎么办"))

    def test_one_that_may_come_later(self) -> None:
        assert "先受理" in "".join(asked("disability_card.new", "没有照片能先办吗"))


@pytest.mark.parametrize("text", ["评价报告可不可以不交"])
def test_a_part_of_a_listed_papers_name_is_on_the_list(text: str) -> None:
    assert "公共场所卫生检测或者评价报告看情况" in "".join(asked("public_place_health.new", text))


def test_every_aspect_has_an_answer() -> None:
    question = Question(text="", **about("food_operation.new"))
    assert all(answer_question(question, [aspect]) for aspect in Aspect if aspect is not Aspect.WITHOUT)


def test_a_bundle_answers_for_each_of_its_items() -> None:
    lines = asked("open_restaurant", "有效期多久")
    assert any("食品经营许可" in line and "5年" in line for line in lines)
