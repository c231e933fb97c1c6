"""What a sentence's vector adds to the letters, and when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.matching import Decision, Entry, Match, Matcher
from tests.knowledge.matching.conftest import Concepts, entries, entry_id

UNHEARD = [
    ("唱歌的地方作废", entry_id("娱乐场所经营许可", "注销")),
    ("挖水作废", entry_id("取水许可", "注销")),
    ("带游客的证丢了", entry_id("导游证", "补办")),
]


def asked(matcher: Matcher, concepts: Concepts, text: str) -> Match:
    return matcher.match(text, vector=concepts.encode([text])[0])


class TestWordsNobodyWrote:
    @pytest.mark.parametrize(("text", "right"), UNHEARD)
    def test_are_found_by_their_meaning(
        self, informed: Matcher, concepts: Concepts, text: str, right: str
    ) -> None:
        assert asked(informed, concepts, text).candidates[0].id == right

    def test_letters_and_meaning_are_weighed_together(self, informed: Matcher, concepts: Concepts) -> None:
        found = asked(informed, concepts, "食品经营许可证快到期了")
        assert found.candidates[0].id == entry_id("食品经营许可", "延续")


class TestAsking:
    @pytest.mark.parametrize("text", ["营业执照丢了", "导游证(注销)", "打井的证续期"])
    def test_what_was_written_down_needs_no_vector(self, informed: Matcher, text: str) -> None:
        found = informed.match(text)
        assert found.decision is Decision.SURE
        assert not found.unsure

    @pytest.mark.parametrize("text", ["唱歌的地方作废", "挖水作废"])
    def test_what_was_not_asks_for_one(self, informed: Matcher, text: str) -> None:
        assert informed.match(text).unsure

    def test_it_is_asked_for_once(self, informed: Matcher, concepts: Concepts) -> None:
        assert not asked(informed, concepts, "唱歌的地方作废").unsure

    def test_nothing_said_asks_for_none(self, informed: Matcher) -> None:
        assert not informed.match("，").unsure

    def test_without_an_encoder_none_is_asked_for_and_one_given_changes_nothing(
        self, matcher: Matcher, concepts: Concepts
    ) -> None:
        plain = matcher.match("唱歌的地方作废")
        assert not plain.unsure
        assert asked(matcher, concepts, "唱歌的地方作废") == plain


class TestTraining:
    def test_without_a_vector_an_encoder_changes_no_ranking(
        self, informed: Matcher, matcher: Matcher
    ) -> None:
        for text in ("开饭馆", "歌厅的许可不要了", "残疾证", "今天天气怎么样"):
            one, other = informed.match(text), matcher.match(text)
            assert [found.id for found in one.candidates] == [found.id for found in other.candidates]

    def test_what_is_read_back_sees_the_same(
        self, informed: Matcher, concepts: Concepts, tmp_path: Path
    ) -> None:
        informed.save(tmp_path / "model")
        again = Matcher.load(tmp_path / "model")
        for text, _ in UNHEARD:
            one, other = asked(informed, concepts, text), asked(again, concepts, text)
            assert [one.id for one in one.candidates[:3]] == [one.id for one in other.candidates[:3]]
            assert one.candidates[0].score == pytest.approx(other.candidates[0].score, abs=0.02)

    def test_every_text_is_encoded_before_it_is_asked_for(self) -> None:
        own = Concepts()
        Matcher.train(entries()[:4], encoder=own)
        assert {one.name for one in entries()[:4]} <= set(own.asked)


class TestTutor:
    def test_a_catalogue_known_by_names_learns_from_another(self, concepts: Concepts) -> None:
        names = [Entry(one.id, one.name, (), one.operation) for one in entries()[:30]]
        taught = Matcher.train(names, encoder=concepts, tutor=entries)
        assert asked(taught, concepts, "护士执业注册作废").candidates[0].id == entry_id(
            "护士执业注册", "注销"
        )
        assert taught.match("食品经营许可补办").candidates[0].id == entry_id("食品经营许可", "补办")

    def test_one_with_phrasings_of_its_own_needs_none(self, informed: Matcher, concepts: Concepts) -> None:
        again = Matcher.train(entries(), encoder=concepts, tutor=entries)
        text = UNHEARD[0][0]
        assert asked(again, concepts, text) == asked(informed, concepts, text)
