"""Vectors without holding the event loop up."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from api.platform.errors import StartupProblem
from api.published.encoding import Encoding, usable_encoder
from knowledge.embedding.encoder import Vectors
from knowledge.matching import Decision, Match, Matcher

pytestmark = pytest.mark.anyio


class Watched:
    """An encoder that notes what it is asked and in which thread."""

    version = "watched 1"
    dimensions = 1

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.threads: set[int] = set()

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        self.threads.add(threading.get_ident())
        return np.ones((len(texts), 1), np.float32)


async def test_all_who_ask_at_once_get_one_encoding_from_one_other_thread() -> None:
    encoder = Watched()
    encoding = Encoding(encoder)
    found = await asyncio.gather(*(encoding.vector_of(text) for text in ("甲", "乙", "甲", "甲")))
    encoding.close()
    assert all(one is not None for one in found)
    assert sorted(encoder.asked) == ["乙", "甲"]
    assert len(encoder.threads) == 1
    assert threading.get_ident() not in encoder.threads


async def test_nothing_has_a_vector_without_an_encoder() -> None:
    encoding = Encoding(None)
    assert await encoding.vector_of("甲") is None
    encoding.close()


async def test_silence_has_none() -> None:
    encoding = Encoding(Watched())
    assert await encoding.vector_of("") is None
    encoding.close()


def test_a_folder_that_holds_no_encoder_is_a_problem_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(StartupProblem, match="INTAKE_ENCODER"):
        usable_encoder(str(tmp_path))


class Sometimes:
    """A matcher that is unsure of some texts as long as it is given no vector."""

    def __init__(self) -> None:
        self.given: list[bool] = []

    def match(self, text: str, *, limit: int, vector: Vectors | None = None) -> Match:
        self.given.append(vector is not None)
        unsure = vector is None and text == "那个证"
        return Match(Decision.CLOSE if unsure else Decision.SURE, (), None, frozenset(), unsure=unsure)


async def test_the_encoder_is_asked_only_where_the_matcher_is_unsure() -> None:
    encoder, matcher = Watched(), Sometimes()
    encoding = Encoding(encoder)
    for text in ("身份证丢了", "那个证"):
        found = await encoding.matched(cast(Matcher, matcher), text, limit=1)
        assert found.decision is Decision.SURE
    encoding.close()
    assert encoder.asked == ["那个证"]
    assert matcher.given == [False, False, True]


async def test_without_an_encoder_what_is_unsure_stays_so() -> None:
    matcher = Sometimes()
    encoding = Encoding(None)
    found = await encoding.matched(cast(Matcher, matcher), "那个证", limit=1)
    encoding.close()
    assert found.decision is Decision.CLOSE
    assert matcher.given == [False]
