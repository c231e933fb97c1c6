"""How a page was taken: light, focus, glare, frame. Numbers only; what to say about them is ``knowledge.papers.picture``'s."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median

import cv2
import numpy as np

from knowledge.papers.finding import Place
from knowledge.papers.reading import Line, Measures

Pixels = np.ndarray

LINE_HEIGHT = 32
"""Pixels to which a line is brought before its edges are measured, so that large and small print compare."""

MEASURED_LINES = 24
_SMALL_SIDE = 400
"""Pixels of the longer side on which light and glare are measured."""

_BURNT = 250
_GLARE_LEAST, _GLARE_MOST = 0.004, 0.5
"""Shares of the picture: less is a gleam on a letter, more is a white page."""

_GLARE_STEP = 12.0
"""A burnt-out spot is brighter than the paper around it by this much; on a scan all paper is burnt out."""

_EDGE = 0.004
"""Share of a side: text that comes so close to it runs out of the picture."""


def measure(pixels: Pixels, boxes: Sequence[Pixels], lines: Sequence[Line], page: int) -> Measures:
    """Measure a page.

    Args:
        pixels: Height x width x 3, RGB, 0 to 255.
        boxes: Corners of each recognised line, 4 x 2, in pixels.
        lines: The same lines.
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    small = _scaled(grey, _SMALL_SIDE)
    level = _level_at_text(grey, boxes) if boxes else _paper_level(small)
    glare, on_text = _glare(small, level, lines, page)
    heights = [_box_height(box) for box in boxes]
    return Measures(
        page=page,
        paper_level=round(level, 1),
        contrast=round(_contrast(_middle(small)), 1),
        sharpness=round(_sharpness(grey, boxes), 5),
        text_height=round(median(heights), 1) if heights else 0.0,
        tilt=round(median(upright(line.tilt) for line in lines), 1) if lines else 0.0,
        glare=glare,
        glare_on_text=round(on_text, 3),
        cut_sides=tuple(side for box in boxes for side in _sides_touched(box, grey.shape)),
        score=round(fmean(line.score for line in lines), 4) if lines else 0.0,
        characters=sum(len(line.text) for line in lines),
    )


def _scaled(grey: Pixels, side: int) -> Pixels:
    factor = side / max(grey.shape)
    return cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else grey


def _paper_level(grey: Pixels) -> float:
    bright = grey[grey >= grey.mean()]
    return float(np.median(bright))


def _level_at_text(grey: Pixels, boxes: Sequence[Pixels]) -> float:
    """Light of the paper between the letters, wherever in the picture the paper lies."""
    levels = []
    for box in boxes:
        (left, top), (right, bottom) = np.maximum(box.min(axis=0), 0), box.max(axis=0)
        part = grey[int(top) : int(bottom) + 1, int(left) : int(right) + 1]
        if part.size:
            levels.append(float(np.percentile(part, 80)))
    return median(levels)


def _middle(grey: Pixels) -> Pixels:
    """Without what lies around the paper."""
    tall, wide = grey.shape
    return grey[round(0.18 * tall) : round(0.82 * tall), round(0.18 * wide) : round(0.82 * wide)]


def _contrast(grey: Pixels) -> float:
    """Difference of light within small neighbourhoods, where print stands: paper's shading does not count."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 8)
    differences = np.abs(grey.astype(np.int16) - smooth)
    return float(np.percentile(differences, 99))


def _sharpness(grey: Pixels, boxes: Sequence[Pixels]) -> float:
    longest = sorted(boxes, key=lambda box: -float(np.ptp(box[:, 0])))[:MEASURED_LINES]
    measured = [value for box in longest if (value := _line_sharpness(grey, box)) is not None]
    if measured:
        return median(measured)
    return _laplacian(_scaled(grey, 2 * _SMALL_SIDE))


def _line_sharpness(grey: Pixels, box: Pixels) -> float | None:
    height = _box_height(box)
    width = max(float(np.linalg.norm(box[1] - box[0])), float(np.linalg.norm(box[2] - box[3])))
    if height < 6 or width < 2 * height:
        return None
    across = min(round(width * LINE_HEIGHT / height), 2_000)
    corners = np.array([[0, 0], [across, 0], [across, LINE_HEIGHT], [0, LINE_HEIGHT]], np.float32)
    flat = cv2.warpPerspective(
        grey, cv2.getPerspectiveTransform(box.astype(np.float32), corners), (across, LINE_HEIGHT)
    )
    return _laplacian(flat)


def _laplacian(grey: Pixels) -> float:
    """Variance of the Laplacian at full contrast (Pech-Pacheco et al., 2000)."""
    dark, light = np.percentile(grey, (2, 98))
    if light - dark < 8:
        return 0.0
    even = np.clip((grey.astype(np.float32) - dark) / (light - dark), 0, 1)
    return float(cv2.Laplacian(even, cv2.CV_32F).var())


def _glare(grey: Pixels, level: float, lines: Sequence[Line], page: int) -> tuple[Place | None, float]:
    """The largest burnt-out spot and how much text stands around it."""
    if level > _BURNT - _GLARE_STEP:
        return None, 0.0
    count, _, stats, _ = cv2.connectedComponentsWithStats((grey >= _BURNT).astype(np.uint8))
    if count < 2:
        return None, 0.0
    left, top, width, height, area = max(stats[1:].tolist(), key=lambda found: found[4])
    if not _GLARE_LEAST <= area / grey.size <= _GLARE_MOST:
        return None, 0.0
    tall, wide = grey.shape
    place = Place(page=page, left=left / wide, top=top / tall, width=width / wide, height=height / tall)
    return place, _text_around(place, lines)


def _text_around(spot: Place, lines: Sequence[Line]) -> float:
    """Share of the lines' band beside the spot that is covered by text: high where print runs into the spot."""
    reach = spot.width
    beside = 0.0
    for line in lines:
        overlap = min(line.place.top + line.place.height, spot.top + spot.height) - max(
            line.place.top, spot.top
        )
        near = (
            line.place.left < spot.left + spot.width + reach
            and line.place.left + line.place.width > spot.left - reach
        )
        if overlap > 0 and near:
            beside += overlap
    return min(beside / max(spot.height, 1e-6), 1.0)


def _sides_touched(box: Pixels, shape: tuple[int, ...]) -> list[str]:
    height, width = shape
    (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
    near = {
        "left": left <= _EDGE * width,
        "right": right >= width - 1 - _EDGE * width,
        "top": top <= _EDGE * height,
        "bottom": bottom >= height - 1 - _EDGE * height,
    }
    return [side for side, touched in near.items() if touched]


def _box_height(box: Pixels) -> float:
    return float(np.linalg.norm(box[3] - box[0]) + np.linalg.norm(box[2] - box[1])) / 2


def upright(tilt: float) -> float:
    """Tilt within 45 degrees: a picture taken sideways is not taken askew."""
    return (tilt + 45) % 90 - 45
