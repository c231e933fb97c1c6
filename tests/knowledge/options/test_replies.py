"""Replies as applicants type them, to the questions that are shipped; none of them is in the catalogue on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from api.published.matcher_files import Models
from api.published.option_reader import option_reader
from knowledge.base.text import normalise
from knowledge.options.reader import OptionReader
from tests.shipped import shipped_catalogue

FILE = Path(__file__).with_name("replies.yaml")
LEAST_RIGHT, MOST_WRONG = 0.95, 0.02


def replies() -> Iterator[tuple[str, str, str | None]]:
    """Question, reply, and the option that it means; None for none of them."""
    questions = shipped_catalogue().questions
    for question, options in yaml.safe_load(FILE.read_text(encoding="utf-8")).items():
        for option, texts in options.items():
            asked, value = (option, None) if question == "none" else (question, option)
            known = value in questions[asked].options
            assert known or value in (None, "none")
            yield from ((asked, normalise(text), value if known else None) for text in texts)


ANSWERS = [one for one in replies() if one[2] is not None]
NOTHING = [one for one in replies() if one[2] is None]


@pytest.fixture(scope="module")
def reader(models: Path) -> OptionReader:
    return option_reader(shipped_catalogue(), Models(models))


def test_there_are_enough() -> None:
    assert len(ANSWERS) >= 300
    assert len(NOTHING) >= 20


def test_most_are_right_without_the_encoder(reader: OptionReader) -> None:
    read = [(value, reader.read(text, question)) for question, text, value in ANSWERS]
    assert sum(reading.best.value == value for value, reading in read) >= LEAST_RIGHT * len(read)
    decided = [(value, reading.decided) for value, reading in read if reading.decided is not None]
    assert len(decided) > len(read) / 2
    assert sum(value != taken for value, taken in decided) <= MOST_WRONG * len(decided)


@pytest.mark.parametrize(("question", "text", "_"), NOTHING, ids=lambda one: str(one))
def test_what_answers_nothing_is_not_taken(
    reader: OptionReader, question: str, text: str, _: str | None
) -> None:
    assert reader.read(text, question).decided is None
