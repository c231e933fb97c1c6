"""A small catalogue of our own writing, and a matcher trained on it once."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import pytest

from knowledge.embedding.encoder import Vectors
from knowledge.matching import Entry, Matcher

OBJECTS = {
    "食品经营许可": ("开饭馆", "卖吃的的证"),
    "公共场所卫生许可": ("理发店卫生证",),
    "营业执照": ("开公司的执照", "工商执照"),
    "道路运输证": ("货车营运证",),
    "护士执业注册": ("护士证",),
    "医疗机构执业许可": ("开诊所",),
    "残疾人证": ("残疾证",),
    "取水许可": ("打井的证",),
    "娱乐场所经营许可": ("开KTV", "歌厅的许可"),
    "导游证": ("带团的证",),
}
OPERATIONS = {
    "新办": ("办理{}", "第一次办{}"),
    "变更": ("{}改名字", "{}变一下"),
    "延续": ("{}快到期了", "{}续期"),
    "补办": ("{}丢了", "{}弄丢了要补"),
    "注销": ("{}不要了", "取消{}"),
}


def entry_id(thing: str, operation: str) -> str:
    """Id of an entry of the small catalogue."""
    return f"{thing}/{operation}"


def entries() -> list[Entry]:
    """Fifty entries: ten things, five operations, each with a few phrasings."""
    return [
        Entry(
            entry_id(thing, operation),
            f"{thing}({operation})",
            tuple(pattern.format(spoken) for spoken in (thing, *aliases) for pattern in patterns),
            operation,
        )
        for thing, aliases in OBJECTS.items()
        for operation, patterns in OPERATIONS.items()
    ]


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    return Matcher.train(entries())


class Concepts:
    """A stand-in for a pretrained encoder: like characters give like vectors, and a few words mean the same to it.

    Attributes:
        asked: what was encoded.
    """

    version = "concepts 1"
    dimensions = 96
    same = (
        (("唱歌的地方",), "娱乐场所"),
        (("带游客",), "导游"),
        (("挖水",), "取水许可"),
        (("作废",), "注销"),
    )

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([self._vector(text) for text in texts], np.float32).reshape(-1, self.dimensions)

    def _vector(self, text: str) -> Vectors:
        for words, meant in self.same:
            for word in words:
                text = text.replace(word, meant)
        vector = np.ones(self.dimensions) * 0.5
        for place in range(len(text) - 1):
            seed = zlib.crc32(text[place : place + 2].encode())
            vector += np.random.default_rng(seed).standard_normal(self.dimensions)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)


@pytest.fixture(scope="session")
def concepts() -> Concepts:
    return Concepts()


@pytest.fixture(scope="session")
def informed(concepts: Concepts) -> Matcher:
    """The same matcher, trained with an encoder."""
    return Matcher.train(entries(), encoder=concepts)
