"""The papers of a case's procedure for its archive, each written out from the entry of the log that it stands for.

What went out as a document is kept with its number, its day, and the words in which the applicant was told.
"""

from __future__ import annotations

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.base.dates import day_text
from knowledge.base.roles import ROLE_NAMES
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.archive.index import PaperKind
from knowledge.cases.procedure.act_messages import applicant_message, timeline_text
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.log import LogEntry

_NUMBER_FIELDS = ("document", "notice", "number", "approval", "tracking")
_RESULTS = (Act.DECIDE, Act.DECIDE_ON_SPOT, Act.DEEMED_GRANTED, Act.ISSUE)
_WORDS = ("reason", "opinion", "result", "basis")


def title_of(entry: LogEntry) -> str:
    """The title of the paper that an act leaves; empty where it leaves none."""
    title = ACTS[entry.act].words.paper
    if entry.act == Act.DECIDE:
        return ("不予" if entry.data.get("outcome") == Outcome.DENY else "准予") + title
    return title


def kind_of(entry: LogEntry) -> PaperKind:
    """The result stands first in an archive."""
    return PaperKind.RESULT if entry.act in _RESULTS else PaperKind.DOCUMENT


def paper_text(case_number: str, item: str, entry: LogEntry) -> str:
    """The paper in words."""
    data = entry.data
    numbers = [str(data[name]) for name in _NUMBER_FIELDS if data.get(name)]
    message = applicant_message(entry)
    lines = [
        title_of(entry),
        f"文号：{'、'.join(numbers)}" if numbers else "",
        f"办件编号：{case_number}",
        f"事项：{item}",
        f"日期：{day_text(entry.at.astimezone(CENTRE_ZONE).date())}",
        f"办理人：{ROLE_NAMES[entry.role]} {entry.actor}",
        "",
        f"{timeline_text(entry.act, data)}。",
        f"告知申请人：{message}" if message else "",
        *(str(data[name]) for name in _WORDS if data.get(name) and str(data[name]) not in message),
    ]
    kept = [line for number, line in enumerate(lines) if line or number == 6]
    return "\n".join(kept) + "\n"
