"""A centre's own encoder: a tiny ONNX model written by hand, and what is said where a folder cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedding.encoder import NONE, EncoderError, encoder_of
from knowledge.embedding.onnx_folder import OnnxEncoder
from knowledge.embedding.word_piece import WordPiece

TOKENS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "饭", "店", "food", "##court", "，"]
TABLE = np.eye(len(TOKENS), 9, dtype=np.float32)


def part(number: int, content: bytes | int) -> bytes:
    """A field of a protocol buffer."""
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


def declared(name: str, kind: int) -> bytes:
    """An input or output of two or three free axes."""
    axes = b"".join(part(1, part(2, axis)) for axis in ((b"b", b"t") if kind == 7 else (b"b", b"t", b"d")))
    return part(1, name.encode()) + part(2, part(1, part(1, kind) + part(2, axes)))


def gathering() -> bytes:
    """A model whose only step looks each token's vector up."""
    weights = part(1, TABLE.shape[0]) + part(1, TABLE.shape[1]) + part(2, 1) + part(8, b"w")
    node = part(1, b"w") + part(1, b"input_ids") + part(2, b"h") + part(4, b"Gather")
    graph = part(1, node) + part(2, b"g") + part(5, weights + part(9, TABLE.tobytes()))
    graph += part(11, declared("input_ids", 7)) + part(12, declared("h", 1))
    return part(1, 8) + part(8, part(2, 13)) + part(7, graph)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model.onnx").write_bytes(gathering())
    (tmp_path / "vocab.txt").write_text("\n".join(TOKENS), encoding="utf-8")
    return tmp_path


def test_a_text_is_the_mean_of_its_tokens_whatever_stands_beside_it(folder: Path) -> None:
    encoder = OnnxEncoder(folder)
    alone, beside = encoder.encode(["饭店"])[0], encoder.encode(["饭店", "饭，店food店"])[0]
    assert encoder.dimensions == 9
    assert np.allclose(alone, beside)
    assert np.allclose(alone[[2, 3, 4, 5]], 0.5)


def test_the_first_token_stands_for_the_text_where_the_folder_says_so(folder: Path) -> None:
    mean = OnnxEncoder(folder).version
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_cls_token": True}))
    encoder = OnnxEncoder(folder)
    assert np.allclose(encoder.encode(["饭店"])[0], TABLE[2])
    assert encoder.version != mean


def test_words_are_cut_into_their_longest_pieces() -> None:
    words = WordPiece({token: number for number, token in enumerate(TOKENS)})
    assert words.tokens("Foodcourt 饭店，馆", 20) == [2, 6, 7, 4, 5, 8, 1, 3]
    assert words.tokens("饭店" * 50, 4) == [2, 4, 5, 3]


class TestRefused:
    def test_a_folder_without_a_model(self, tmp_path: Path) -> None:
        with pytest.raises(EncoderError, match=r"没有 model\.onnx。INTAKE_ENCODER 可以是"):
            OnnxEncoder(tmp_path)

    def test_a_model_that_is_none(self, folder: Path) -> None:
        (folder / "model.onnx").write_bytes(b"no model")
        with pytest.raises(EncoderError, match="不是能用的 ONNX 模型"):
            OnnxEncoder(folder)

    def test_no_list_of_words(self, folder: Path) -> None:
        (folder / "vocab.txt").unlink()
        with pytest.raises(EncoderError, match="需要 BERT 的词表"):
            OnnxEncoder(folder)

    def test_a_list_of_other_words(self, folder: Path) -> None:
        (folder / "vocab.txt").write_text("饭\n店", encoding="utf-8")
        with pytest.raises(EncoderError, match=r"没有 \[CLS\]、\[SEP\]"):
            OnnxEncoder(folder)

    def test_a_list_that_is_longer_than_the_model(self, folder: Path) -> None:
        (folder / "vocab.txt").write_text("\n".join([*map(str, range(50)), *TOKENS]), encoding="utf-8")
        with pytest.raises(EncoderError, match="装得上、算不出"):
            OnnxEncoder(folder)


def test_none_is_no_encoder() -> None:
    assert encoder_of(NONE) is None
