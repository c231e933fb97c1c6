"""Replies read as options: by rule, by weight, with a vector and without."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.catalogue.condition import UNSURE
from knowledge.language.choice import By, Offered, offered_by
from knowledge.matching import MatcherError
from knowledge.options.reader import OptionReader
from knowledge.options.weighing import BY_RULE, read_by_rule
from tests.knowledge.catalogues import small_catalogue
from tests.knowledge.options.fake_encoder import CharacterEncoder

CATALOGUE = small_catalogue()


@pytest.fixture(scope="module")
def encoder() -> CharacterEncoder:
    return CharacterEncoder()


@pytest.fixture(scope="module")
def reader(encoder: CharacterEncoder) -> OptionReader:
    return OptionReader.train(CATALOGUE, encoder)


@pytest.fixture(scope="module")
def plain_reader() -> OptionReader:
    return OptionReader.train(CATALOGUE, None)


class TestByRule:
    @pytest.mark.parametrize(
        ("question", "text", "value", "by"),
        [
            ("premises", "租的", "leased", By.WORDS),
            ("premises", "第三个", "borrowed", By.PLACE),
            ("area", "一百来平", "small", By.QUANTITY),
            ("cold", "不做", "no", By.YES_NO),
            ("agent", "让我弟去跑", "agent", By.WHO_GOES),
            ("agent", "我明天自己去", "self", By.WHO_GOES),
        ],
    )
    def test_what_a_rule_chooses_is_decided(
        self, reader: OptionReader, question: str, text: str, value: str, by: By
    ) -> None:
        reading = reader.read(text, question)
        assert (reading.decided, reading.by) == (value, by)
        assert reading.best.probability == BY_RULE
        assert reading.best.because[0].name == by

    def test_who_does_not_know_is_unsure(self, reader: OptionReader) -> None:
        reading = reader.read("不太清楚", "premises")
        assert reading.unsure
        assert reading.decided == UNSURE
        assert reading.guess is None

    def test_what_was_shown_in_another_order_is_counted_in_that(self, reader: OptionReader) -> None:
        shown = tuple(reversed(offered_by(CATALOGUE.questions["premises"])))
        assert reader.read("第一个", "premises", shown).decided == "borrowed"

    def test_options_of_no_known_question(self, reader: OptionReader) -> None:
        shown = (Offered("a", "社保卡"), Offered("b", "居住证"))
        assert not reader.knows("menu")
        assert reader.read("居住证", "menu", shown).decided == "b"
        assert read_by_rule("火星", shown).decided is None


class TestWeighed:
    @pytest.mark.parametrize(
        ("question", "text", "value"),
        [
            ("premises", "门面是自家的房子", "owned"),
            ("cold", "我们没有凉菜可以卖", "no"),
            ("dine_in", "店里摆了座位的", "yes"),
        ],
    )
    def test_the_likeliest(
        self, reader: OptionReader, encoder: CharacterEncoder, question: str, text: str, value: str
    ) -> None:
        reading = reader.read(text, question, vector=encoder.encode([text])[0])
        assert reading.best.value == value
        assert reading.with_vector

    def test_probabilities_of_options_and_of_none_add_up(self, reader: OptionReader) -> None:
        reading = reader.read("今天天气真好", "premises")
        assert sum(one.probability for one in reading.chances) + reading.none == pytest.approx(1)
        assert [one.probability for one in reading.chances] == sorted(
            (one.probability for one in reading.chances), reverse=True
        )
        assert reading.probability("owned") == next(
            one.probability for one in reading.chances if one.value == "owned"
        )
        assert reading.probability("nowhere") == 0

    def test_a_question_decides_nothing(self, reader: OptionReader) -> None:
        assert reader.read("租的要带什么材料", "premises").decided is None

    def test_reasons_name_evidence_and_words(self, reader: OptionReader) -> None:
        best = reader.read("这个门面就是租来的那种", "premises").best
        assert best.value == "leased"
        assert best.because
        assert all(reason.weight for reason in best.because)

    def test_a_vector_is_of_no_use_without_an_encoder(self, plain_reader: OptionReader) -> None:
        reading = plain_reader.read("门面是自家的房子", "premises", vector=np.ones(64, dtype=np.float32))
        assert not reading.with_vector
        assert reading.best.value == "owned"


class TestFile:
    def test_what_is_read_from_a_file_reads_the_same(
        self, reader: OptionReader, encoder: CharacterEncoder, tmp_path: Path
    ) -> None:
        reader.save(tmp_path / "options")
        loaded = OptionReader.load(tmp_path / "options", CATALOGUE)
        text = "门面是我家里留下来的"
        vector = encoder.encode([text])[0]
        assert loaded.encoder == encoder.version
        assert loaded.read(text, "premises", vector=vector).best.probability == pytest.approx(
            reader.read(text, "premises", vector=vector).best.probability, abs=0.01
        )

    def test_one_without_encoder(self, plain_reader: OptionReader, tmp_path: Path) -> None:
        plain_reader.save(tmp_path / "options")
        loaded = OptionReader.load(tmp_path / "options", CATALOGUE)
        assert loaded.encoder == ""
        assert loaded.read("租的", "premises").decided == "leased"

    def test_a_file_of_another_catalogue_is_refused(self, reader: OptionReader, tmp_path: Path) -> None:
        reader.save(tmp_path / "options")
        question = CATALOGUE.questions["premises"].model_copy(update={"text": "房子是谁的"})
        other = small_catalogue()
        other.questions["premises"] = question
        with pytest.raises(MatcherError, match="重新训练"):
            OptionReader.load(tmp_path / "options", other)


def test_training_is_the_same_every_time(reader: OptionReader) -> None:
    again = OptionReader.train(CATALOGUE, CharacterEncoder())
    text = "门面是我家里留下来的"
    assert again.read(text, "premises") == reader.read(text, "premises")
