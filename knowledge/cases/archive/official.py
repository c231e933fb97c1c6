"""The papers that the law wants in writing (书面文书), each written out from the entry of the log that it stands for.

行政许可法 art. 32 (受理、不予受理、补正, with the authority's seal and the day), art. 38 (决定, with reason and remedies where denied),
art. 42 (延长), art. 45 (特别程序), art. 44 (送达). Remedies: 行政复议法（2023）art. 20 (60 days) and art. 24; 行政诉讼法 art. 46 (six months).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.base.centre_time import centre_day
from knowledge.cases.acts.words import REMEDIES
from knowledge.cases.archive.case_papers import title_of
from knowledge.cases.procedure.act_messages import applicant_message, timeline_text
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.log import LogEntry

IN_WRITING = (
    Act.REQUEST_CORRECTION, Act.ACCEPT, Act.REFUSE, Act.TELL_INTERESTED, Act.START_SPECIAL, Act.EXTEND, Act.DECIDE, Act.DECIDE_ON_SPOT, Act.DELIVER,
    Act.RETURN, Act.TERMINATE, Act.REVOKE,
)  # fmt: skip
_AGAINST = (Act.REFUSE, Act.RETURN, Act.TERMINATE, Act.REVOKE)
"""Decisions against the applicant, whatever they hold."""

_OWN_NUMBER = ("document", "notice")
_WORDS = ("reason", "basis", "opinion")
REMEDY = "如不服本决定，可以自收到之日起六十日内向{body}申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。"


@dataclass(frozen=True)
class OfficialPaper:
    """One paper.

    Attributes:
        place: Of its entry in the case's log, from 1; with the case's number it names the paper.
        number: The authority's own, or one made of the case's number and the place.
        says: Its paragraphs.
        remedy: What may be done against it; empty where it is not against the applicant.
        hash: Of the entry, so that the paper's code holds to what was recorded.
    """

    place: int
    title: str
    number: str
    day: date
    says: tuple[str, ...]
    remedy: str
    hash: str


def official_papers(
    case_number: str, entries: Iterable[tuple[LogEntry, str]], review_body: str
) -> tuple[OfficialPaper, ...]:
    """The papers of a case in the order of its log.

    Args:
        entries: Each with its hash.
        review_body: Who reviews the authority's decisions (行政复议机关).
    """
    return tuple(
        _paper(case_number, place, entry, chained, review_body)
        for place, (entry, chained) in enumerate(entries, 1)
        if entry.act in IN_WRITING
    )


def _paper(case_number: str, place: int, entry: LogEntry, chained: str, review_body: str) -> OfficialPaper:
    data = entry.data
    number = next((str(data[name]) for name in _OWN_NUMBER if data.get(name)), f"{case_number}-{place:02d}")
    told = applicant_message(entry) or f"{timeline_text(entry.act, data)}。"
    more = (str(data[name]) for name in _WORDS if data.get(name) and str(data[name]) not in told)
    is_against = entry.act in _AGAINST or (entry.act == Act.DECIDE and data.get("outcome") == Outcome.DENY)
    return OfficialPaper(
        place=place,
        title=title_of(entry),
        number=number,
        day=centre_day(entry.at),
        says=(told.replace(REMEDIES, "") if is_against else told, *more),
        remedy=REMEDY.format(body=review_body) if is_against else "",
        hash=chained,
    )
