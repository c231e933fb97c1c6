"""Read a stored paper: its text, how it was taken, its kind and fields. Runs in the worker process.

The engine (RapidOCR on ONNX, models in its wheel) is loaded with the first paper. Nothing that was recognised is logged.
"""

from __future__ import annotations

import functools
import io
import math
import os
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
from PIL import Image

from api.paper_reading.pdfs import pictures
from api.paper_reading.picture_measures import measure, upright
from api.paper_reading.screening import PDF
from knowledge.papers.finding import Place
from knowledge.papers.interpret import interpret
from knowledge.papers.kinds import known_kinds
from knowledge.papers.reading import Line, Measures, PaperReading, Validity, Value

LONG_SIDE = 1600
"""Pixels of the longer side that is read: at 2,400 it takes three times as long and recognises no more (docs/precheck.md)."""

PDF_PAGES = 3
"""Kind, names and dates stand on the first pages."""

Found = TypeVar("Found", Value, Validity)

DOUBTFUL = 0.5
"""Text recognised with less is noise."""


def read_paper(data: bytes, media_type: str) -> PaperReading:
    """What is kept of a paper."""
    read = [(page.width / page.height, *_read(page, number)) for number, page in _pages(data, media_type)]
    kinds = known_kinds()
    # A picture taken sideways or upside down is read all the same; which way is up shows in where values stand to their labels.
    ways = [
        _as_taken(
            interpret([(measures, _turned(lines, turns, aspect)) for aspect, measures, lines in read], kinds),
            turns,
        )
        for turns in _ways([line for _, _, lines in read for line in lines])
    ]
    return max(ways, key=lambda reading: len(reading.names) + (reading.validity is not None))


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
    found = [
        (_along(box), text, float(score))
        for box, text, score in zip(*recognised(pixels), strict=True)
        if score >= DOUBTFUL and text.strip()
    ]
    lines = [
        Line(text=text, score=score, place=_place(box, smaller.size, page), tilt=_tilt(box))
        for box, text, score in found
    ]
    return measure(pixels, [box for box, _, _ in found], lines, page), lines


def _ways(lines: Sequence[Line]) -> tuple[int, ...]:
    """By how many quarters the lines may be turned, the likelier first."""
    words = [line for line in lines if len(line.text) > 1]
    upended = sum(abs(line.tilt) > 45 for line in words)
    return (1, 3) if upended * 2 > len(words) else (0, 2)


def _turned(lines: Sequence[Line], quarters: int, aspect: float) -> list[Line]:
    """Lines as they would stand on a picture turned clockwise, from top to bottom.

    Args:
        aspect: Width to height of the picture as it was taken.
    """
    across = 1 / aspect if quarters % 2 else aspect
    there = [
        line.model_copy(
            update={
                "place": _turned_place(line.place, quarters),
                "slope": math.tan(math.radians(upright(line.tilt))) * across,
            }
        )
        for line in lines
    ]
    return sorted(there, key=lambda line: (round(line.place.top, 2), line.place.left))


def _as_taken(reading: PaperReading, quarters: int) -> PaperReading:
    """With its places on the picture as it is stored, where findings are marked."""
    if not quarters:
        return reading
    return reading.model_copy(
        update={
            "names": {name: _back(value, quarters) for name, value in reading.names.items()},
            "id_numbers": tuple(_back(value, quarters) for value in reading.id_numbers),
            "credit_codes": tuple(_back(value, quarters) for value in reading.credit_codes),
            "validity": _back(reading.validity, quarters) if reading.validity else None,
        }
    )


def _back(found: Found, quarters: int) -> Found:
    place = _turned_place(found.place, 4 - quarters) if found.place else None
    return found.model_copy(update={"place": place})


def _turned_place(place: Place, quarters: int) -> Place:
    for _ in range(quarters):
        place = Place(
            page=place.page,
            left=round(max(1 - place.top - place.height, 0.0), 4),
            top=place.left,
            width=place.height,
            height=place.width,
        )
    return place


def _along(box: np.ndarray) -> np.ndarray:
    """Corners with the first side along the line: the detector begins at the upper left also where a line stands on end."""
    wide, tall = np.linalg.norm(box[1] - box[0]), np.linalg.norm(box[3] - box[0])
    return np.roll(box, -1, axis=0) if tall > 1.5 * wide else box


def load() -> None:
    """Load the reader's models, some seconds on a busy machine, before the first paper comes."""
    _engine()


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
