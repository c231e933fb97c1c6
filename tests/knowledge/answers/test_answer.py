"""One answer: its sources, its places, what is due for review; and the shipped answers as people will read them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from knowledge.answers.answer import Answer, AnswerLibrary, CentreRule, filled, places_in
from knowledge.answers.load import MAX_LENGTH, MIN_PHRASINGS, load_answers
from knowledge.answers.local_words import local_words
from knowledge.base.basis import Basis
from knowledge.base.shipped import CATALOGUE as CATALOGUE
from knowledge.base.text import comparable_text
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import read_catalogue
from tests.shipped import shipped_catalogue

LAWS = Path(__file__).parents[4] / "shared" / "laws"
HAN = r"[\u4e00-\u9fff]"


def answer(**fields: object) -> Answer:
    written = {
        "id": "parking",
        "topic": "位置",
        "question": "有没有停车场",
        "phrasings": ("能停车吗",),
        "answer": "有。",
        "source": "中心规定",
        "owner": "approval",
        "review_by": date(2027, 6, 30),
    }
    return Answer.model_validate({**written, **fields})


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    read, _ = read_catalogue(CATALOGUE)
    assert read is not None
    return read


@pytest.fixture(scope="module")
def shipped(catalogue: Catalogue) -> AnswerLibrary:
    return load_answers(catalogue)


class TestSource:
    def test_a_law_is_read_into_its_parts(self) -> None:
        assert answer(source="《行政许可法》第四十四条").source == (
            Basis(law="行政许可法", articles="第四十四条"),
        )

    def test_several_sources_are_a_list(self) -> None:
        both = answer(source=["中心规定", "《行政许可法》第四十四条"]).source
        assert both == (CentreRule.RULE, Basis(law="行政许可法", articles="第四十四条"))

    def test_anything_else_says_how_to_write_it(self) -> None:
        with pytest.raises(ValidationError, match="或者写中心规定"):
            answer(source="领导说的")

    def test_is_immutable(self) -> None:
        with pytest.raises(ValidationError, match="frozen"):
            answer().answer = "没有。"  # type: ignore[misc]


class TestPlaces:
    def test_are_named_in_order(self) -> None:
        assert places_in("{中心名称}在{中心地址}。") == ("中心名称", "中心地址")

    def test_are_filled(self) -> None:
        assert filled("请打{phone}。", {"phone": "12345"}) == "请打12345。"

    def test_a_place_without_words_is_an_error(self) -> None:
        with pytest.raises(KeyError, match="phone"):
            filled("请打{phone}。", {})


class TestSpoken:
    @pytest.mark.parametrize("written", ["能停车吗？", " 能停车吗", "能停車嗎", "能 停 车 吗!"])
    def test_spellings_that_sound_the_same_are_the_same(self, written: str) -> None:
        assert comparable_text(written) == comparable_text("能停车吗")

    def test_capitals_do_not_matter(self) -> None:
        assert comparable_text("有WIFI吗") == comparable_text("有wifi吗")


class TestDueForReview:
    def test_the_day_itself_is_still_in_time(self) -> None:
        library = AnswerLibrary({"parking": answer(review_by=date(2027, 6, 30))})
        assert library.due_for_review(date(2027, 6, 30)) == ()

    def test_longest_overdue_first(self) -> None:
        late, later = answer(id="a", review_by=date(2027, 1, 2)), answer(id="b", review_by=date(2027, 1, 1))
        library = AnswerLibrary({"a": late, "b": later, "c": answer(id="c", review_by=date(2028, 1, 1))})
        assert library.due_for_review(date(2027, 2, 1)) == (later, late)


class TestShipped:
    def test_there_are_as_many_as_the_readme_says(self, shipped: AnswerLibrary) -> None:
        assert len(shipped.answers) == 144

    def test_each_has_five_phrasings_and_a_next_review(self, shipped: AnswerLibrary) -> None:
        for one in shipped.answers.values():
            assert len(one.phrasings) >= MIN_PHRASINGS, one.id
            assert one.review_by.year >= 2027, one.id

    def test_each_fits_when_filled_in(self, shipped: AnswerLibrary, catalogue: Catalogue) -> None:
        for one in shipped.answers.values():
            words = local_words(catalogue, one.owner)
            for text in one.texts():
                assert len(filled(text, words)) <= MAX_LENGTH, one.id

    def test_each_is_written_as_a_clerk_writes(self, shipped: AnswerLibrary) -> None:
        half_width = re.compile(rf"{HAN}[,;:!?()]|[,;:!?()]{HAN}|[“”!！]")
        for one in shipped.answers.values():
            for text in one.texts():
                assert text.endswith("。"), one.id
                assert not half_width.search(text), f"{one.id}: {text}"

    def test_none_speaks_of_this_building(self, shipped: AnswerLibrary) -> None:
        for one in shipped.answers.values():
            assert not re.search(r"[一二三四五1-9]楼|东侧|西侧", " ".join(one.texts())), one.id

    def test_national_time_limits_are_those_of_the_law(self, shipped: AnswerLibrary) -> None:
        said = {key: " ".join(one.texts()) for key, one in shipped.answers.items()}
        assert "60日内" in said["reconsideration"] and "15日内" in said["reconsideration"]
        assert "6个月内" in said["litigation"]
        assert "5个工作日" in said["silent_window"]
        assert "20个工作日" in said["legal_and_promised_limits"]
        assert "45个工作日" in said["parallel"] and "15个工作日" in said["parallel"]

    def test_the_same_words_after_the_same_answer_lead_to_one_follow_up(self, shipped: AnswerLibrary) -> None:
        follow_ups = shipped.answers["opening_hours"].follow_ups
        assert [follow.answer for follow in follow_ups if "那周末呢" in follow.says] == [follow_ups[0].answer]

    def test_cited_articles_exist(self, shipped: AnswerLibrary) -> None:
        if not LAWS.is_dir():
            pytest.skip("没有法律原文（shared/laws），跳过条文核对")
        verified = 0
        for answer_id, basis in shipped.citations:
            texts = [path.read_text(encoding="utf-8") for path in sorted(LAWS.glob(f"*/{basis.law}(*.md"))]
            for article in basis.cited_articles() if texts else ():
                assert re.search(rf"^{article}[\s\u3000]", texts[-1], re.MULTILINE), f"{answer_id}: {basis}"
                verified += 1
        assert verified >= 60


@pytest.mark.parametrize(("text", "is_of"), [("我要起诉房东", False), ("局里不给我批，我想起诉", True)])
def test_what_an_answer_alone_holds_of(text: str, is_of: bool) -> None:
    litigation = load_answers(shipped_catalogue()).answers["litigation"]
    assert litigation.is_of(text) is is_of
