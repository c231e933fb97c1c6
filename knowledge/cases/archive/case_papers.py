"""The papers of a case's procedure for its archive, each written out from the entry of the log that it stands for.

What went out as a document is kept with its number, its day, and the words in which the applicant was told.
"""

from __future__ import annotations

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.base.dates import day_text
from knowledge.base.roles import ROLE_NAMES
from knowledge.cases.archive.index import PaperKind
from knowledge.cases.procedure.performance import told
from knowledge.cases.procedure.states import done_text
from knowledge.cases.record.acts import Outcome
from knowledge.cases.record.log import LogEntry

TITLES: dict[str, str] = {
    "request_correction": "补正通知书",
    "accept": "受理通知书",
    "deemed_accepted": "视为受理记录",
    "refuse": "不予受理决定书",
    "transfer": "转办记录",
    "start_special": "特别程序告知书",
    "end_special": "特别程序结果",
    "extend": "延长办理期限告知书",
    "send_out": "并联审批分送记录",
    "give_opinion": "部门意见",
    "conclude_examination": "勘验论证意见",
    "review": "审查意见",
    "approve": "审核意见",
    "pass_up": "上报记录",
    "pass_back": "上级机关决定",
    "decide": "决定书",
    "deemed_granted": "视为准予记录",
    "issue": "办理结果",
    "deliver": "送达回证",
    "withdraw": "撤回记录",
    "return": "退件通知书",
    "terminate": "终止办理决定书",
    "revoke": "撤销决定书",
}
"""Acts that leave a paper; the others stand in the log alone."""

_NUMBER_FIELDS = ("document", "notice", "number", "approval", "tracking")
_WORDS = ("reason", "opinion", "result", "basis")


def title_of(entry: LogEntry) -> str:
    """The title of the paper that an act leaves; empty where it leaves none."""
    title = TITLES.get(entry.act, "")
    if entry.act == "decide":
        return ("不予" if entry.data.get("outcome") == Outcome.DENY else "准予") + title
    return title


def kind_of(entry: LogEntry) -> PaperKind:
    """The result stands first in an archive."""
    return PaperKind.RESULT if entry.act in ("issue", "decide", "deemed_granted") else PaperKind.DOCUMENT


def paper_text(case_number: str, item: str, entry: LogEntry) -> str:
    """The paper in words."""
    data = entry.data
    numbers = [str(data[name]) for name in _NUMBER_FIELDS if data.get(name)]
    said = told(entry)
    lines = [
        title_of(entry),
        f"文号：{'、'.join(numbers)}" if numbers else "",
        f"办件编号：{case_number}",
        f"事项：{item}",
        f"日期：{day_text(entry.at.astimezone(CENTRE_ZONE).date())}",
        f"办理人：{ROLE_NAMES[entry.role]} {entry.actor}",
        "",
        f"{done_text(entry.act, data)}。",
        f"告知申请人：{said}" if said else "",
        *(str(data[name]) for name in _WORDS if data.get(name) and str(data[name]) not in said),
    ]
    kept = [line for number, line in enumerate(lines) if line or number == 6]
    return "\n".join(kept) + "\n"
