"""Recognised text in one spelling, and what stands beside a printed label."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from knowledge.papers.finding import Place
from knowledge.papers.reading import Line, Value

_SEPARATORS = "：:，,、;；.。·*_-—|()（）[]【】"
_BESIDE = 0.6
"""Up to so many heights of print two lines stand on one row."""

_NEXT_ROW = 3.0
"""Up to so many heights of print a line stands directly below."""


def compact(text: str) -> str:
    """Without blanks and in half width: 营 业 执 照 and 营业执照 are the same; Chinese punctuation stays as it is."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def after_label(
    labels: Sequence[str], lines: Sequence[Line], stops: Collection[str], wanted: re.Pattern[str]
) -> Value | None:
    """What stands behind the first of these labels that has something behind it.

    A form prints a label and its value in one line, in two cells of a row, or below one another; all three are tried in this order.

    Args:
        stops: Other labels: a value ends where one of them begins.
        wanted: The form of a value, matched at its beginning.
    """
    for label in labels:
        for line in lines:
            text = compact(line.text)
            at = _label_at(text, label)
            if at < 0:
                continue
            value = _value(text[at + len(label) :], stops, wanted)
            if value:
                return Value(text=value, score=line.score, place=line.place)
            if not _bare(text[at + len(label) :]):
                continue
            for other in (*_to_the_right(line, lines), *_below(line, lines)):
                value = _value(compact(other.text), stops, wanted)
                if value:
                    return Value(text=value, score=other.score, place=other.place)
    return None


def continued(value: Value, lines: Sequence[Line]) -> str:
    """A value with the line below its own, where a sentence was broken between the two: 2030年5月 / 2日止."""
    own = next((line for line in lines if line.place == value.place), None)
    for other in _below(own, lines) if own else ():
        rest = compact(other.text)
        if rest[:1].isdigit() or rest.startswith(("年", "月", "日", "至", "起", "止")):
            return value.text + rest
    return value.text


def shows_label(label: str, texts: Collection[str]) -> bool:
    """Whether a label is printed in one of these compact texts, one wrong character in five or more forgiven."""
    if any(label in text for text in texts):
        return True
    return len(label) >= 5 and any(_nearly(label, text) for text in texts)


def _label_at(text: str, label: str) -> int:
    """Where a label begins; one in the middle of a sentence is none."""
    at = text.find(label)
    return at if 0 <= at <= 14 else -1


def _bare(rest: str) -> bool:
    return not rest.strip(_SEPARATORS)


def _value(rest: str, stops: Collection[str], wanted: re.Pattern[str]) -> str:
    text = re.sub(r"^[(（][^)）]{1,8}[)）]", "", rest).lstrip(_SEPARATORS)
    ends = [at for stop in stops if (at := text.find(stop)) >= 0]
    found = wanted.match(text[: min(ends)] if ends else text)
    return found.group().rstrip(_SEPARATORS) if found else ""


def _to_the_right(line: Line, lines: Sequence[Line]) -> list[Line]:
    row = [
        other
        for other in lines
        if other is not line
        and other.place.left > line.place.left
        and other.place.page == line.place.page
        and abs(_drop(line, other)) < _BESIDE
    ]
    return sorted(row, key=lambda other: other.place.left)[:1]


def _below(line: Line, lines: Sequence[Line]) -> list[Line]:
    under = [
        other
        for other in lines
        if other.place.page == line.place.page
        and _BESIDE <= _drop(line, other) < _NEXT_ROW
        and abs(other.place.left - line.place.left) < max(line.place.width, 0.2)
    ]
    return sorted(under, key=lambda other: _drop(line, other))[:1]


def _drop(line: Line, other: Line) -> float:
    """How many rows another line stands below the row of this one, which may run askew."""
    own, place = line.place, other.place
    row = _centre(own) + line.slope * (place.left + place.width / 2 - own.left - own.width / 2)
    # The place of a line askew is its bounding box: higher than its print.
    print_height = max(own.height - abs(line.slope) * own.width, 0.3 * own.height, 1e-9)
    return (_centre(place) - row) / print_height


def _centre(place: Place) -> float:
    return place.top + place.height / 2


def _nearly(label: str, text: str) -> bool:
    return any(wrong <= 1 for wrong in _differences(label, text))


def _differences(label: str, text: str) -> Iterator[int]:
    for start in range(len(text) - len(label) + 1):
        yield sum(a != b for a, b in zip(label, text[start : start + len(label)], strict=True))
