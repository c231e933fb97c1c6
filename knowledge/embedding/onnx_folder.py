"""An encoder of the centre's own: a folder with a BERT in ONNX, as sentence-transformers and its like export it.

Looked for are ``model.onnx`` (or ``onnx/model.onnx``), ``vocab.txt`` (WordPiece), and, where they are there, ``1_Pooling/config.json``
(whether the first token or the mean of all stands for the text) and ``tokenizer_config.json`` (whether capitals are told apart).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.encoder import EncoderError, Vectors
from knowledge.embedding.word_piece import END, PADDING, START, UNKNOWN, WordPiece

MOST_TOKENS = 128


class OnnxEncoder:
    """See :class:`knowledge.embedding.encoder.SentenceEncoder`.

    Raises:
        EncoderError: The folder lacks something, or what is there cannot be run.
    """

    def __init__(self, folder: Path) -> None:
        model = _model_file(folder)
        self._words = _words_of(folder)
        self._first_only = bool(_optional(folder / "1_Pooling" / "config.json").get("pooling_mode_cls_token"))
        self._session = _session(model)
        self._asked = {one.name for one in self._session.get_inputs()}
        self.version = f"onnx {_digest(model, folder / 'vocab.txt')}{'-first' if self._first_only else ''}"
        self.dimensions = self._tried(folder)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See the protocol."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        return self._run(texts)

    def _run(self, texts: Sequence[str]) -> Vectors:
        tokens = [self._words.tokens(text, MOST_TOKENS) for text in texts]
        longest = max(map(len, tokens))
        numbers = np.full((len(texts), longest), self._words.padding, np.int64)
        mask = np.zeros((len(texts), longest), np.int64)
        for row, one in enumerate(tokens):
            numbers[row, : len(one)] = one
            mask[row, : len(one)] = 1
        given = {"input_ids": numbers, "attention_mask": mask, "token_type_ids": np.zeros_like(numbers)}
        output = self._session.run(None, {name: given[name] for name in self._asked})[0]
        return _unit(_pooled(np.asarray(output, np.float32), mask, self._first_only))

    def _tried(self, folder: Path) -> int:
        """The dimensions, found by encoding a word."""
        try:
            return int(self._run(["你好"]).shape[1])
        except Exception as error:
            raise EncoderError(
                f"句向量模型 {folder} 装得上、算不出：{error}。需要的是 BERT 一类、输入 input_ids 和 attention_mask 的模型。"
            ) from error


def _pooled(output: Vectors, mask: NDArray[np.int64], first_only: bool) -> Vectors:
    """One vector a text; a model may have made it itself."""
    if output.ndim == 2:
        return output
    if first_only:
        return np.asarray(output[:, 0])
    weights = mask[:, :, None].astype(np.float32)
    return np.asarray((output * weights).sum(axis=1) / weights.sum(axis=1))


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-6), dtype=np.float32)


def _model_file(folder: Path) -> Path:
    for path in (folder / "model.onnx", folder / "onnx" / "model.onnx"):
        if path.is_file():
            return path
    raise EncoderError(
        f"文件夹 {folder} 里没有 model.onnx。INTAKE_ENCODER 可以是 pretrained（随附的）、none（不用），"
        "或者放着 model.onnx 和 vocab.txt 的文件夹。"
    )


def _words_of(folder: Path) -> WordPiece:
    file = folder / "vocab.txt"
    try:
        tokens = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EncoderError(
            f"读不出 {file}：需要 BERT 的词表，每行一个（WordPiece）。别的分词方式这里不支持。"
        ) from error
    numbers = {token: number for number, token in enumerate(tokens)}
    lacking = [token for token in (START, END, UNKNOWN, PADDING) if token not in numbers]
    if lacking:
        raise EncoderError(f"{file} 里没有 {'、'.join(lacking)}，不是 BERT 的词表。")
    return WordPiece(numbers, bool(_optional(folder / "tokenizer_config.json").get("do_lower_case", True)))


def _optional(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EncoderError(f"{file} 不是 JSON：{error}。") from error
    return found if isinstance(found, dict) else {}


def _session(model: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise EncoderError(f"{model} 不是能用的 ONNX 模型：{error}") from error


def _digest(*files: Path) -> str:
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as opened:
            for part in iter(lambda: opened.read(1 << 20), b""):
                digest.update(part)
    return digest.hexdigest()[:12]
