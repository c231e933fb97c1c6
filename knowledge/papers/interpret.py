"""From lines of text to what is kept of a paper: its kind and the fields that are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from stdnum.cn import uscc

from knowledge.papers.dates import dates_in, end_in, has_no_expiry, months_later, months_of_validity
from knowledge.papers.kinds import Kind, Kinds
from knowledge.papers.reading import Line, Measures, PaperReading, Validity, Value
from knowledge.papers.text import after_label, compact, continued, shows_label

VERSION = 1
"""Of the rules in this file and in ``kinds.yaml``, so that it can be told by which a kept reading was made."""

HEADINGS = 8
LONGEST_TITLE = 30
_TITLE_ROOM = 4
"""A title may have a few characters more in its line, for example （副本）."""

_TITLE_POINTS = 10
_MORE_LABELS = 1
"""Labels beyond the needed ones that make a kind without a title sure."""

_PERSON = re.compile(r"[\u3400-\u9fff](?:[\u3400-\u9fff·•]{1,24})")
_ORGANISATION = re.compile(r"[\u3400-\u9fffA-Za-z0-9()（）·]{2,60}")
_ID_NUMBER = re.compile(r"(?<![0-9A-Z])([1-9]\d{5}(?:18|19|20)\d{9}[0-9X])(?![0-9A-Z])")
_CREDIT_CODE = re.compile(r"(?<![0-9A-Z])([0-9A-Z]{18})(?![0-9A-Z])")
_CODE_SLIPS = str.maketrans("OISZV", "01527")
"""Letters that a credit code never has (GB 32100-2015), and the digits that they are misread from."""

_ANY = re.compile(r".{1,60}")
_MORE_STOPS = (
    "性别",
    "民族",
    "出生",
    "年龄",
    "身份证",
    "公民身份",
    "联系电话",
    "电话",
    "住址",
    "地址",
    "签名",
    "盖章",
    "签章",
)


def interpret(pages: Sequence[tuple[Measures, Sequence[Line]]], kinds: Kinds) -> PaperReading:
    """What is kept of a paper.

    Args:
        pages: Measures and lines of each page that was read, lines from top to bottom.
    """
    lines = [line for _, page in pages for line in page]
    texts = [compact(line.text) for line in lines]
    found, titled = _kinds_of(lines, texts, kinds)
    kind = kinds.kinds[found[0]] if found else None
    return PaperReading(
        version=VERSION,
        pages=len(pages),
        measures=tuple(measures for measures, _ in pages),
        kinds=tuple(found),
        sure=titled,
        headings=_headings(lines),
        names=_names(found, lines, kinds),
        id_numbers=_id_numbers(lines),
        credit_codes=_credit_codes(lines),
        validity=next((v for key in found if (v := _validity(kinds.kinds[key], lines))), None),
        missing=_missing(kind, texts) if kind else (),
    )


def _kinds_of(lines: Sequence[Line], texts: Sequence[str], kinds: Kinds) -> tuple[list[str], bool]:
    """Kinds from the surest on, and whether the first is sure. Further ones are only other sides of the same card."""
    usual = median(line.place.height for line in lines) if lines else 0.0
    points: dict[str, int] = {}
    sure: dict[str, bool] = {}
    for key, kind in kinds.kinds.items():
        if any(_stands_alone(word, texts) for word in kind.excluded_by):
            continue
        titled = _is_titled(kind, lines, texts, usual)
        labels = sum(shows_label(label, texts) for label in kind.labels)
        if titled or labels >= kind.needs:
            points[key] = labels + (_TITLE_POINTS if titled else 0)
            sure[key] = titled or (
                not kind.titles and not kind.title_ends and labels >= kind.needs + _MORE_LABELS
            )
    order = sorted(points, key=lambda key: -points[key])
    if not order:
        return [], False
    sides = kinds.sides_of(order[0])
    return [order[0], *(key for key in order[1:] if key in sides)], sure[order[0]]


def _is_titled(kind: Kind, lines: Sequence[Line], texts: Sequence[str], usual: float) -> bool:
    for line, text in zip(lines, texts, strict=True):
        named = any(title in text and len(text) <= len(title) + _TITLE_ROOM for title in kind.titles)
        if named and _is_heading(line, usual):
            return True
        bare = re.sub(r"[(（][^)）]*[)）]", "", text)
        ends = kind.title_ends and len(bare) <= LONGEST_TITLE and bare.endswith(kind.title_ends)
        if ends and line.place.height >= 1.15 * usual:
            return True
    return False


def _is_heading(line: Line, usual: float) -> bool:
    """Larger than the rest, or in the upper part of its page."""
    return line.place.height >= 1.2 * usual or line.place.top < 0.45


def _stands_alone(word: str, texts: Sequence[str]) -> bool:
    """Whether a word begins a line or is nearly all of it; in the middle of a sentence it says nothing of the paper's kind."""
    return any(
        text.startswith(word) or (word in text and len(text) <= len(word) + _TITLE_ROOM) for text in texts
    )


def _headings(lines: Sequence[Line]) -> tuple[str, ...]:
    tallest = sorted(lines, key=lambda line: -line.place.height)[:HEADINGS]
    first = [line for line in lines if line.place.page == 1][:3]
    return tuple(dict.fromkeys(compact(line.text)[:60] for line in (*tallest, *first)))


def _names(found: Sequence[str], lines: Sequence[Line], kinds: Kinds) -> dict[str, Value]:
    names: dict[str, Value] = {}
    for key in found:
        kind = kinds.kinds[key]
        stops = {*kind.labels, *_MORE_STOPS, *(label for labels in kind.names.values() for label in labels)}
        for field, labels in kind.names.items():
            wanted = _ORGANISATION if field in ("organisation", "party_a", "party_b") else _PERSON
            value = after_label(labels, lines, stops, wanted)
            if value and field not in names:
                names[field] = value
    return names


def _id_numbers(lines: Sequence[Line]) -> tuple[Value, ...]:
    found: dict[str, Value] = {}
    for line in lines:
        for match in _ID_NUMBER.finditer(compact(line.text).upper()):
            found.setdefault(match[1], Value(text=match[1], score=line.score, place=line.place))
    return tuple(found.values())


def _credit_codes(lines: Sequence[Line]) -> tuple[Value, ...]:
    found: dict[str, Value] = {}
    for line in lines:
        text = compact(line.text).upper()
        for match in _CREDIT_CODE.finditer(text):
            code = match[1].translate(_CODE_SLIPS)
            if _ID_NUMBER.fullmatch(code) and not uscc.is_valid(code):
                continue
            if uscc.is_valid(code) or "信用代码" in text or any(sign.isalpha() for sign in code):
                found.setdefault(code, Value(text=code, score=line.score, place=line.place))
    return tuple(found.values())


def _validity(kind: Kind, lines: Sequence[Line]) -> Validity | None:
    """Until when the paper says that it is valid: the last date behind the label, 长期, or a length of time from its issue."""
    value = after_label(kind.valid, lines, (), _ANY) if kind.valid else None
    if value:
        if has_no_expiry(value.text):
            return Validity(until=None, score=value.score, place=value.place)
        until = end_in(continued(value, lines))
        if until:
            return Validity(until=until, score=value.score, place=value.place)
    if kind.dated is None:
        return None
    issued = after_label(kind.dated.labels, lines, (), _ANY)
    days = dates_in(issued.text) if issued else []
    if not issued or not days:
        return None
    months = (months_of_validity(value.text) if value else None) or kind.dated.months
    return Validity(until=months_later(days[0], months), score=issued.score, place=issued.place)


def _missing(kind: Kind, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(group[0] for group in kind.shows if not any(shows_label(label, texts) for label in group))
