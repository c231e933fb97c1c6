"""Read a stored paper: its text, how it was taken, its kind and fields. Runs in the worker process.

The engine (RapidOCR on ONNX, models in its wheel) is loaded with the first paper. Nothing that was recognised is logged.
"""

from __future__ import annotations

import functools
import io
import math
import os
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from PIL import Image

from api.uploads.measuring import measure
from api.uploads.pdfs import pictures
from api.uploads.screening import PDF
from knowledge.papers.finding import Place
from knowledge.papers.interpret import interpret
from knowledge.papers.kinds import known_kinds
from knowledge.papers.reading import Line, Measures, PaperReading

LONG_SIDE = 1600
"""Pixels of the longer side that is read: at 2,400 it takes three times as long and recognises no more (docs/precheck.md)."""

PDF_PAGES = 3
"""Kind, names and dates stand on the first pages."""

DOUBTFUL = 0.5
"""Text recognised with less is noise."""


def read_paper(data: bytes, media_type: str) -> PaperReading:
    """What is kept of a paper."""
    return interpret([_read(page, number) for number, page in _pages(data, media_type)], known_kinds())


def _pages(data: bytes, media_type: str) -> Iterator[tuple[int, Image.Image]]:
    if media_type == PDF:
        yield from enumerate(pictures(data, PDF_PAGES, LONG_SIDE), start=1)
    else:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
            yield 1, picture.convert("RGB")


def _read(picture: Image.Image, page: int) -> tuple[Measures, list[Line]]:
    smaller = picture.copy()
    smaller.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    pixels = np.asarray(smaller)
    boxes, texts, scores = recognised(pixels)
    lines = [
        Line(text=text, score=float(score), place=_place(box, smaller.size, page), tilt=_tilt(box))
        for box, text, score in zip(boxes, texts, scores, strict=True)
        if score >= DOUBTFUL and text.strip()
    ]
    kept = [
        box
        for box, text, score in zip(boxes, texts, scores, strict=True)
        if score >= DOUBTFUL and text.strip()
    ]
    lines.sort(key=lambda line: (round(line.place.top, 2), line.place.left))
    return measure(pixels, kept, lines, page), lines


def recognised(pixels: np.ndarray) -> tuple[Sequence[np.ndarray], Sequence[str], Sequence[float]]:
    """Corners (upper left first, clockwise), text and certainty of each line of an RGB picture."""
    result = _engine()(np.ascontiguousarray(pixels[:, :, ::-1]))
    if result.boxes is None or result.txts is None:
        return (), (), ()
    return list(result.boxes), result.txts, result.scores


@functools.cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    threads = int(os.environ.get("OMP_NUM_THREADS", "1"))
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": LONG_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _place(box: np.ndarray, size: tuple[int, int], page: int) -> Place:
    width, height = size
    (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
    return Place(
        page=page,
        left=round(max(float(left) / width, 0.0), 4),
        top=round(max(float(top) / height, 0.0), 4),
        width=round(min(float(right - left) / width, 1.0), 4),
        height=round(min(float(bottom - top) / height, 1.0), 4),
    )


def _tilt(box: np.ndarray) -> float:
    across = box[1] - box[0]
    return math.degrees(math.atan2(float(across[1]), float(across[0])))
