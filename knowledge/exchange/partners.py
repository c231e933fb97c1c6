"""Partners' codes of a case's state, one adapter a partner: 工程建设项目审批 counts events, 一窗收件 counts states.

What a partner's list cannot tell apart is sent as the nearest code; what it says and we do not have is an error, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.cases.record.acts import Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.exchange.codes import CodeList, UnknownCode, code_list

CONSTRUCTION = code_list(
    "工程审批办件状态",
    "1=已接件 2=已撤件 3=已受理 4=不受理 5=不予受理 6=补正开始 7=补正结束 8=部门开始办理 9=特别程序开始 10=特别程序结束 11=办结（通过） "
    "12=办结（容缺通过） 13=办结（不通过） 14=撤回 15=撤销",
)

ONE_WINDOW = code_list(
    "一窗收件办件状态", "02=收件 05=受理 06=补齐补正 07=不予受理 10=办结 11=挂起 12=在办 13=退件"
)


@dataclass(frozen=True)
class Meaning:
    """What a partner's code says in our words.

    Attributes:
        act: What was done, for lists of events.
        state: Where the case is.
        detail: Field of the act that the code fixes, and its value.
    """

    state: str
    act: str = ""
    detail: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Adapter:
    """One partner's list with the meaning of each code."""

    partner: str
    codes: CodeList
    meanings: Mapping[str, Meaning]

    def meaning(self, code: str) -> Meaning:
        """What a code of theirs says.

        Raises:
            UnknownCode: Their list does not have it.
        """
        if code not in self.meanings:
            raise UnknownCode(self.codes.name, code)
        return self.meanings[code]


construction = Adapter(
    "工程建设项目审批",
    CONSTRUCTION,
    {
        "1": Meaning("received", "receive"),
        "2": Meaning("withdrawn", "withdraw", {"when": "before_acceptance"}),
        "3": Meaning("accepted", "accept"),
        "4": Meaning("refused", "refuse", {"ground": "not_needed"}),
        "5": Meaning("refused", "refuse", {"ground": "other_body"}),
        "6": Meaning("correction", "request_correction"),
        "7": Meaning("received", "correct"),
        "8": Meaning("accepted", "send_out"),
        "9": Meaning("special", "start_special"),
        "10": Meaning("accepted", "end_special"),
        "11": Meaning("decided", "decide", {"outcome": "grant"}),
        "12": Meaning("decided", "decide", {"outcome": "grant", "later": "open"}),
        "13": Meaning("decided", "decide", {"outcome": "deny"}),
        "14": Meaning("withdrawn", "withdraw", {"when": "after_acceptance"}),
        "15": Meaning("revoked", "revoke"),
    },
)

one_window = Adapter(
    "一窗收件",
    ONE_WINDOW,
    {
        "02": Meaning("received"),
        "05": Meaning("accepted"),
        "06": Meaning("correction"),
        "07": Meaning("refused"),
        "10": Meaning("closed"),
        "11": Meaning("special"),
        "12": Meaning("review"),
        "13": Meaning("returned"),
    },
)

ADAPTERS: dict[str, Adapter] = {"construction": construction, "one_window": one_window}
"""All partners, by the name that settings use."""

_ONE_WINDOW_OF: dict[str, str] = {
    "submitted": "02",
    "received": "02",
    "accepted": "05",
    "correction": "06",
    "refused": "07",
    "special": "11",
    "review": "12",
    "approved": "12",
    "passed_up": "12",
    "decided": "10",
    "closed": "10",
    "delivered": "10",
    "revoked": "10",
    "terminated": "10",
    "returned": "13",
    "withdrawn": "13",
}

_CONSTRUCTION_OF: dict[str, str] = {
    "receive": "1",
    "accept": "3",
    "deemed_accepted": "3",
    "request_correction": "6",
    "correct": "7",
    "send_out": "8",
    "review": "8",
    "start_special": "9",
    "end_special": "10",
    "return": "5",
    "terminate": "13",
    "revoke": "15",
}


def one_window_code(state: str) -> str:
    """A state of ours in 一窗收件."""
    return _ONE_WINDOW_OF[state]


def construction_code(entry: LogEntry, facts: CaseFacts) -> str | None:
    """An act of ours in 工程审批; None for acts that the partner is not told of.

    Args:
        facts: The case after the act.
    """
    if entry.act == "withdraw":
        return "14" if facts.accepted_on else "2"
    if entry.act == "refuse":
        return "4" if entry.data.get("ground") == "not_needed" else "5"
    if entry.act in ("decide", "deemed_granted"):
        if facts.decision is Outcome.DENY:
            return "13"
        return "12" if facts.later else "11"
    return _CONSTRUCTION_OF.get(entry.act)
