"""What to say about the papers of one slot: pure rules over what was read, what was stated and today's date.

A finding is advice. ``mend`` is said where the paper itself is sure; whatever may be a misreading is a ``warn`` for the window.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from knowledge.papers import comparison, picture
from knowledge.papers.comparison import SURE
from knowledge.papers.dates import plausible
from knowledge.papers.finding import Finding
from knowledge.papers.kinds import Kinds
from knowledge.papers.reading import PaperReading
from knowledge.papers.whose import names_another
from knowledge.papers.wording import day_in_full, finding
from knowledge.privacy.kinds import Personal

SOON = timedelta(days=30)
SIGNATURE_PAGE = "签名页"
"""Title of the page with a signature that was written on the screen: it goes with a form and is never the form itself."""

_TITLE_SHARE = 0.6
"""Share of a form's name that its printed title has to hold."""

_UNSPECIFIC = ("证明", "材料", "资料", "凭证", "证件", "证书", "文件", "协议", "合同", "档案")
"""In a material's name: papers of many kinds may meet it."""


@dataclass(frozen=True)
class Asked:
    """What a slot asks for.

    Attributes:
        name: Of the material.
        stated: What the applicant stated, by kind, tidied; empty where nothing was or the paper is somebody else's.
        elsewhere: Kinds of paper that another slot of the same notice asks for, to the name of that slot.
    """

    name: str
    stated: Mapping[Personal, str]
    elsewhere: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """Findings by file, in the order of the files, and on the slot as a whole.

    Attributes:
        recognised: By file, whether it was seen to be what the slot asks for; where none was, nobody but the window can tell.
    """

    files: tuple[tuple[Finding, ...], ...]
    slot: tuple[Finding, ...]
    recognised: tuple[bool, ...] = ()


def judge(asked: Asked, papers: Sequence[PaperReading | None], kinds: Kinds, today: date) -> Judged:
    """Findings on the files of one slot.

    Args:
        papers: What was read, None for a file that is not read yet; while there are such, nothing is missed on the slot.
    """
    wanted = kinds.asked_for(asked.name)
    met = any(paper and set(paper.kinds) & set(wanted) for paper in papers)
    files = [
        tuple(_about(paper, asked, wanted, met, first=at == 0, kinds=kinds, today=today)) if paper else ()
        for at, paper in enumerate(papers)
    ]
    complete = bool(papers) and all(papers)
    slot = tuple(_sides(wanted, [paper for paper in papers if paper], kinds)) if complete and met else ()
    return Judged(tuple(files), slot, tuple(_is_it(paper, asked, wanted) for paper in papers))


def _is_it(paper: PaperReading | None, asked: Asked, wanted: Sequence[str]) -> bool:
    if paper is None or SIGNATURE_PAGE in paper.headings:
        return False
    return bool(set(paper.kinds) & set(wanted)) or _titled(asked.name, paper.headings)


def _about(
    paper: PaperReading,
    asked: Asked,
    wanted: Sequence[str],
    met: bool,
    *,
    first: bool,
    kinds: Kinds,
    today: date,
) -> Iterator[Finding]:
    pages = [list(picture.findings(measures)) for measures in paper.measures]
    yield from (one for page in pages for one in page)
    if not any(picture.is_legible(measures) for measures in paper.measures):
        return
    if wanted:
        yield from _kind(paper, asked, wanted, met, first, kinds)
    else:
        yield from _surely_another(paper, asked, kinds)
    if paper.kinds and (not wanted or set(paper.kinds) & set(wanted)):
        name = _plain(kinds.kinds[paper.kinds[0]].name)
        yield from _missing(paper)
        yield from _validity(paper, name, today)
        yield from comparison.check_digits(paper)
        if kinds.is_own(asked.name) or names_another(asked.name):
            yield from comparison.differences(paper, asked.stated, name)


def _kind(
    paper: PaperReading, asked: Asked, wanted: Sequence[str], met: bool, first: bool, kinds: Kinds
) -> Iterator[Finding]:
    """Whether it is the paper that was asked for. Further pages of a paper show no title, so that one recognised file speaks for its slot."""
    found = set(paper.kinds)
    name = f"「{asked.name}」"
    if found & set(wanted):
        if "application" in wanted and first and not _titled(asked.name, paper.headings):
            yield finding("title_differs", wanted=asked.name)
    elif _titled(asked.name, paper.headings):
        return
    elif found and paper.sure:
        other = _plain(kinds.kinds[paper.kinds[0]].name)
        yield finding("perhaps_other_paper" if met else "other_paper", found=other, wanted=name)
    elif not met and first:
        yield finding("not_recognised", wanted=name)


def _surely_another(paper: PaperReading, asked: Asked, kinds: Kinds) -> Iterator[Finding]:
    """A paper that is known for sure where one is asked for that no kind is known of: its title says what it is, and the material's name does not."""
    if not (paper.kinds and paper.sure) or _titled(asked.name, paper.headings):
        return
    kind = paper.kinds[0]
    if kind in asked.elsewhere:
        yield finding("other_slot", found=_plain(kinds.kinds[kind].name), slot=asked.elsewhere[kind])
    elif not any(word in asked.name for word in _UNSPECIFIC):
        name = f"「{asked.name}」"
        yield finding("perhaps_other_paper", found=_plain(kinds.kinds[kind].name), wanted=name)


def _titled(name: str, headings: Sequence[str]) -> bool:
    """Whether one of the headings holds the name of the material, or most of its character pairs."""
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return any(
        name in heading or sum(pair in heading for pair in pairs) >= _TITLE_SHARE * len(pairs)
        for heading in headings
    )


def _missing(paper: PaperReading) -> Iterator[Finding]:
    if paper.missing and paper.sure:
        yield finding("label_missing", labels="」「".join(paper.missing))


def _validity(paper: PaperReading, name: str, today: date) -> Iterator[Finding]:
    validity = paper.validity
    if validity is None or validity.until is None or not plausible(validity.until, today):
        return
    day = day_in_full(validity.until)
    if validity.until < today:
        code = "expired" if validity.score >= SURE else "perhaps_expired"
        yield finding(code, validity.place, found=name, day=day)
    elif validity.until <= today + SOON:
        yield finding("expires_soon", validity.place, found=name, day=day)


def _sides(wanted: Sequence[str], papers: Sequence[PaperReading], kinds: Kinds) -> Iterator[Finding]:
    seen = {kind for paper in papers for kind in paper.kinds}
    if any(not paper.kinds for paper in papers):
        return
    for kind in wanted:
        if kinds.kinds[kind].whole and kind not in seen:
            yield finding("side_missing", wanted=kinds.kinds[kind].name)


def _plain(name: str) -> str:
    """A kind's name without the side: 居民身份证（人像面） is 居民身份证."""
    return name.partition("（")[0]
