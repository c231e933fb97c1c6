"""Citations held against the texts of the laws: does the article exist, and does it speak of the matter.

Pure: takes the citations, the laws, the reviews and the register of documents in force, and gives one finding a citation. The measure
is :mod:`knowledge.laws.overlap`; it carries what an item, a fee or a time limit is, never what papers may be asked for: for a
material a person has read the article once (:mod:`knowledge.laws.review`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.laws.citations import Use
from knowledge.laws.collection import Law, Place, begun, places_in, plain_name
from knowledge.laws.overlap import names_days, overlap
from knowledge.laws.register import Register, refusal
from knowledge.laws.review import Review, Reviews

ENOUGH = 0.4
"""Below this share a person reads the article. Of the citations of the first release, one in five is below it."""

_YEAR = re.compile(r"((?:19|20)\d{2})年?")


class Standing(StrEnum):
    """What the check says of one citation."""

    SPEAKS = "核实"
    REVIEWED = "复核过"
    LOW = "待复核"
    UNVERIFIED = "无法核实"
    WRONG = "引用有误"

    @property
    def is_verified(self) -> bool:
        return self in (Standing.SPEAKS, Standing.REVIEWED)


@dataclass(frozen=True)
class Finding:
    """The standing of one citation where it stands.

    Attributes:
        version: Of the law that it was held against.
        overlap: Share of the matter's characters that the text covers, 0 to 1.
        note: Why it is wrong, unverified or reviewed.
        text: The words of the cited place.
    """

    use: Use
    standing: Standing
    version: date | None = None
    overlap: float | None = None
    note: str = ""
    text: str = ""


def check_citations(
    uses: Iterable[Use],
    laws: Mapping[str, tuple[Law, ...]],
    reviews: Reviews | None = None,
    register: Register | None = None,
    today: date = date.max,
) -> list[Finding]:
    """Hold every citation against the laws.

    Args:
        laws: Plain name to its versions, newest first, as :func:`knowledge.laws.collection.read_laws` gives them.
        register: The documents in force; none is needed to compare with the texts alone.
        today: Decides which versions are in force.
    """
    known = {name: begun(versions, today) for name, versions in laws.items()}
    return [
        _finding(use, known.get(plain_name(use.basis.law), ()), reviews or {}, register or {}, today)
        for use in uses
    ]


def _finding(
    use: Use, versions: tuple[Law, ...], reviews: Reviews, register: Register, today: date
) -> Finding:
    version = versions[0].version if versions else None
    refused = refusal(use.basis, register, today)
    if refused:
        return Finding(use, Standing.WRONG, version, note=refused)
    if not versions:
        return Finding(use, Standing.UNVERIFIED, note="法规库里没有")
    law = versions[0]
    entry = register.get(use.basis.law)
    if entry and entry.version and entry.version < law.version:
        note = (
            f"登记的是{entry.version.isoformat()}的文本，法规库里已有{law.version.isoformat()}的，先改登记册"
        )
        return Finding(use, Standing.WRONG, law.version, note=note)
    newest = entry.version.year if entry and entry.version and entry.version > law.version else 0
    newest = newest or max(map(int, _YEAR.findall(use.basis.document)), default=0)
    if newest > law.version.year:
        note = f"引用的是{newest}年的文本，法规库里最新的是{law.version.year}年的"
        return Finding(use, Standing.UNVERIFIED, law.version, note=note)
    places = places_in(use.basis.articles)
    if not places:
        return Finding(use, Standing.WRONG, law.version, note="没有写到第几条")
    wrong = list(_wrong(places, versions))
    if wrong:
        return Finding(use, Standing.WRONG, law.version, note="；".join(wrong))
    text = "\n".join(place.text_in(law.articles[place.article]) or "" for place in places)
    return _judged(use, law.version, text, reviews)


def _judged(use: Use, version: date, text: str, reviews: Reviews) -> Finding:
    share = float(names_days(*use.days, text)) if use.days else overlap(use.matter, text)
    review = _review(use, reviews)
    if review is not None and review.speaks in text:
        return Finding(use, Standing.REVIEWED, version, share, review.why, text)
    if share >= ENOUGH and not use.is_of_a_paper:
        return Finding(use, Standing.SPEAKS, version, share, text=text)
    note = f"复核写的「{review.speaks}」条文里找不到" if review else ""
    return Finding(use, Standing.LOW, version, share, note, text)


def _review(use: Use, reviews: Reviews) -> Review | None:
    return next((review for review in reviews.get(str(use.basis), ()) if use.about in review.of), None)


def _wrong(places: Iterable[Place], versions: tuple[Law, ...]) -> Iterator[str]:
    law, *older = versions
    for place in places:
        article = law.articles.get(place.article)
        if article is None:
            had = next((one for one in older if place.article in one.articles), None)
            only = f"{had.version.year}年的旧文本才有" if had else f"现行文本共{len(law.articles)}条"
            yield f"没有第{place.article.replace('-', '条之')}{'' if '-' in place.article else '条'}，{only}"
        elif place.text_in(article) is None:
            yield f"{place}不存在，这一条共{len(article.paragraphs)}款"


def unused_reviews(findings: Iterable[Finding], reviews: Reviews) -> list[str]:
    """Reviews that no citation that could be read needs any more, as ``citation id``."""
    needed = {
        (str(one.use.basis), one.use.about)
        for one in findings
        if one.standing in (Standing.REVIEWED, Standing.LOW)
    }
    return [
        f"{citation} {record}"
        for citation, listed in reviews.items()
        for review in listed
        for record in review.of
        if (citation, record) not in needed
    ]


def verified(findings: Iterable[Finding]) -> dict[str, date]:
    """The citations verified wherever they stand, with the version of the law they were held against."""
    standing: dict[str, date | None] = {}
    for one in findings:
        key = str(one.use.basis)
        if not one.standing.is_verified:
            standing[key] = None
        elif key not in standing:
            standing[key] = one.version
    return {key: version for key, version in standing.items() if version is not None}
