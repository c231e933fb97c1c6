"""A collection of laws and regulations: dated Markdown files read into articles (条), paragraphs (款) and points (项).

A file is named ``名称(日期).md``, or ``名称(年).md`` with the day in its head as ``publish_date``; of several files of one name, in
whatever folder, the newest date is in force. Numbers are kept as written in figures: ``第十二条`` is ``12``, ``第十二条之一`` is ``12-1``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import cn2an

_FILE = re.compile(r"^(?P<name>.+)\((?P<day>\d{4}(?:-\d{2}-\d{2})?)\)$")
_IN_FORCE = re.compile(r"^implement_date: *\"?(?P<day>\d{4}-\d{2}-\d{2})", re.MULTILINE)
_PUBLISHED = re.compile(r"^publish_date: *\"?(?P<day>\d{4}-\d{2}-\d{2})", re.MULTILINE)
_NUMERAL = "[〇零一二三四五六七八九十百千]+"
_ARTICLE = re.compile(rf"^第(?P<number>{_NUMERAL})条(?:之(?P<inserted>{_NUMERAL}))?[ 　]+(?P<text>.*)$")
_POINT = re.compile(rf"^[（(](?P<number>{_NUMERAL})[)）]")
_HEADING = re.compile(rf"^(#|<!--|第{_NUMERAL}[编章节][ 　])")
_PLACE = re.compile(
    rf"第(?P<article>{_NUMERAL})条(?:之(?P<inserted>{_NUMERAL}))?"
    rf"|第(?P<paragraph>{_NUMERAL})款|第[（(]?(?P<point>{_NUMERAL})[)）]?项|(?P<to>至)"
)
_NAME_OF_STATE = "中华人民共和国"


@dataclass(frozen=True)
class Paragraph:
    """款: its sentence and the points (项) under it, by number."""

    text: str
    points: Mapping[int, str]

    @property
    def whole(self) -> str:
        return "\n".join((self.text, *self.points.values()))


@dataclass(frozen=True)
class Article:
    """条."""

    number: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n".join(paragraph.whole for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Law:
    """One version of a law.

    Attributes:
        version: The date in the file's name, on which this version was passed.
        in_force: Its first day, where the file's head names it.
    """

    name: str
    version: date
    articles: Mapping[str, Article]
    in_force: date | None = None


@dataclass(frozen=True)
class Place:
    """A cited place: 第N条 with, where cited, 第N款 and 第N项."""

    article: str
    paragraph: int | None = None
    point: int | None = None

    def text_in(self, article: Article) -> str | None:
        """The words of this place; None where the article has no such paragraph or point."""
        paragraphs = article.paragraphs
        if self.paragraph is not None:
            paragraphs = paragraphs[self.paragraph - 1 : self.paragraph]
        if self.point is None:
            return "\n".join(paragraph.whole for paragraph in paragraphs) or None
        with_point = [paragraph for paragraph in paragraphs if self.point in paragraph.points]
        return "\n".join(f"{one.text}\n{one.points[self.point]}" for one in with_point) or None

    def __str__(self) -> str:
        number, _, inserted = self.article.partition("-")
        text = f"第{number}条" + (f"之{inserted}" if inserted else "")
        text += f"第{self.paragraph}款" if self.paragraph is not None else ""
        return text + (f"第{self.point}项" if self.point is not None else "")


def plain_name(name: str) -> str:
    """A law's name as the files bear it: without 中华人民共和国, inner brackets as 《》."""
    return name.removeprefix(_NAME_OF_STATE).replace("〈", "《").replace("〉", "》")


def read_laws(folders: Iterable[Path], names: Iterable[str]) -> dict[str, tuple[Law, ...]]:
    """The versions of each named law that the folders have, newest first; names that none of them has are left out."""
    wanted = {plain_name(name) for name in names}
    files: dict[str, dict[date, str]] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*.md"))):
        found = _FILE.match(path.stem)
        if found and plain_name(found["name"]) in wanted:
            text = path.read_text("utf-8")
            files.setdefault(plain_name(found["name"]), {})[_day(found["day"], text)] = text
    return {
        name: tuple(
            Law(name, day, articles_of(versions[day]), _in_force(versions[day]))
            for day in sorted(versions, reverse=True)
        )
        for name, versions in files.items()
    }


def begun(versions: Iterable[Law], today: date) -> tuple[Law, ...]:
    """The versions that are in force or were, newest first: one whose first day is still to come is left out."""
    return tuple(law for law in versions if law.in_force is None or law.in_force <= today)


def _in_force(text: str) -> date | None:
    head = _IN_FORCE.search(text[:1000])
    return date.fromisoformat(head["day"]) if head else None


def _day(in_name: str, text: str) -> date:
    """The date of a version; a name with a year alone leaves the day to the head, else the year's first day."""
    if len(in_name) > len("2026"):
        return date.fromisoformat(in_name)
    head = _PUBLISHED.search(text[:1000])
    if head and head["day"].startswith(in_name):
        return date.fromisoformat(head["day"])
    return date(int(in_name), 1, 1)


def articles_of(text: str) -> dict[str, Article]:
    """The articles of a law's text by number; headings of parts and chapters are left out."""
    written: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in map(str.strip, text.splitlines()):
        begun = _ARTICLE.match(line)
        if begun:
            current = written.setdefault(_key(begun["number"], begun["inserted"]), [])
            current.append(begun["text"])
        elif line and not _HEADING.match(line) and current is not None:
            current.append(line)
    return {number: Article(number, _paragraphs(lines)) for number, lines in written.items()}


def _paragraphs(lines: list[str]) -> tuple[Paragraph, ...]:
    """Lines that begin with a number in brackets are points of the paragraph before them."""
    paragraphs: list[tuple[str, dict[int, str]]] = []
    for line in lines:
        point = _POINT.match(line)
        if point and paragraphs:
            paragraphs[-1][1][_number(point["number"])] = line[point.end() :].strip()
        else:
            paragraphs.append((line, {}))
    return tuple(Paragraph(text, points) for text, points in paragraphs)


def places_in(cited: str) -> tuple[Place, ...]:
    """The places that a citation names, for example ``第三十条第一款第二项、第三项`` or ``第八条至第十条``."""
    places: list[Place] = []
    spans = False
    for found in _PLACE.finditer(cited):
        if found["to"]:
            spans = True
            continue
        place = _next_place(found, places[-1] if places else None)
        if place is None:
            continue
        if spans:
            places += _between(places[-1], place)
        elif places and _narrows(place, places[-1]):
            places.pop()
        places.append(place)
        spans = False
    return tuple(places)


def _next_place(found: re.Match[str], before: Place | None) -> Place | None:
    if found["article"]:
        return Place(_key(found["article"], found["inserted"]))
    if before is None:
        return None
    if found["paragraph"]:
        return Place(before.article, _number(found["paragraph"]))
    return Place(before.article, before.paragraph, _number(found["point"]))


def _narrows(place: Place, before: Place) -> bool:
    """Whether the new words go on with the same place (第十条 -> 第一款) and do not name another beside it."""
    if place.article != before.article or place == before:
        return False
    if before.paragraph is None and before.point is None:
        return place.paragraph is not None or place.point is not None
    return before.point is None and place.point is not None and place.paragraph == before.paragraph


def _between(first: Place, last: Place) -> list[Place]:
    if first.paragraph is None and first.article.isdigit() and last.article.isdigit():
        return [Place(str(number)) for number in range(int(first.article) + 1, int(last.article))]
    return []


def _key(number: str, inserted: str | None) -> str:
    return f"{_number(number)}-{_number(inserted)}" if inserted else str(_number(number))


def _number(numeral: str) -> int:
    return int(cn2an.cn2an(numeral.replace("〇", "零"), "smart"))
