"""Vectors that come with the product: near enough to the encoder's own, and not left behind by the words that are shipped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.base.text import normalise
from knowledge.elsewhere.finder import entries, told_from
from knowledge.elsewhere.load import load_register
from knowledge.embedding.encoder import own_encoder
from knowledge.embedding.shipped_vectors import SHIPPED, shipped_file, shipped_vectors, write
from knowledge.options.questions import texts_of
from tests.shipped import shipped_catalogue

MISSING_MOST = 0.05


@pytest.fixture(scope="module")
def vectors() -> dict[str, np.ndarray]:
    random = np.random.default_rng(0)
    drawn = random.normal(0.04, 0.05, (500, 64))
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    return {f"第{row}句": vector.astype(np.float32) for row, vector in enumerate(drawn)}


def test_what_is_read_is_what_was_written_but_for_rounding(
    tmp_path: Path, vectors: dict[str, np.ndarray]
) -> None:
    write(tmp_path / "v.npz", vectors)
    found = shipped_vectors(tmp_path / "v.npz", [*vectors, "没有的"])
    assert found.keys() == vectors.keys()
    middle = np.mean(list(vectors.values()), axis=0)
    for text, vector in vectors.items():
        own, kept = vector - middle, found[text] - middle
        assert own @ kept / np.linalg.norm(own) / np.linalg.norm(kept) > 0.998
        assert np.linalg.norm(found[text]) == pytest.approx(1, abs=1e-5)


def test_the_same_vectors_make_the_same_file(tmp_path: Path, vectors: dict[str, np.ndarray]) -> None:
    write(tmp_path / "one.npz", vectors)
    write(tmp_path / "two.npz", dict(reversed(vectors.items())))
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_an_encoder_of_which_none_came_has_none(tmp_path: Path) -> None:
    assert shipped_vectors(shipped_file("another 1.0", tmp_path), ["身份证丢了"]) == {}


def test_few_of_the_words_that_are_shipped_have_none() -> None:
    """Whoever changes many words makes the vectors anew: ``uv run intake catalogue vectors``."""
    (file,) = SHIPPED.glob("*.npz")
    catalogue = shipped_catalogue()
    register = load_register(catalogue)
    said = [text for one in (*entries(register), *told_from(catalogue)) for text in (one.name, *one.aliases)]
    texts = [normalise(text) for text in said] + list(texts_of(catalogue))
    missing = set(texts) - shipped_vectors(file, list(dict.fromkeys(texts))).keys()
    assert len(missing) <= MISSING_MOST * len(set(texts)), sorted(missing)[:10]


def test_they_are_those_of_the_encoder() -> None:
    encoder = own_encoder()
    if encoder is None:
        pytest.skip("这台机器上没有随附的句向量模型")
    texts = ["身份证丢了", "开饭店要办什么证"]
    found = shipped_vectors(shipped_file(encoder.version), texts)
    assert found.keys() == set(texts)
    for text, vector in zip(texts, encoder.encode(texts), strict=True):
        assert vector @ found[text] > 0.999
