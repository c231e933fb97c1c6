"""Partners' codes of a case's state, one adapter a partner: 工程建设项目审批 counts events, 一窗收件 counts states.

What a partner's list cannot tell apart is sent as the nearest code; what it says and we do not have is an error, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.cases.acts.acceptance import RefusalGround
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import CaseState
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

    state: CaseState
    act: Act | None = None
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
        "1": Meaning(CaseState.RECEIVED, Act.RECEIVE),
        "2": Meaning(CaseState.WITHDRAWN, Act.WITHDRAW, {"when": "before_acceptance"}),
        "3": Meaning(CaseState.ACCEPTED, Act.ACCEPT),
        "4": Meaning(CaseState.REFUSED, Act.REFUSE, {"ground": RefusalGround.NOT_NEEDED}),
        "5": Meaning(CaseState.REFUSED, Act.REFUSE, {"ground": RefusalGround.OTHER_BODY}),
        "6": Meaning(CaseState.CORRECTION, Act.REQUEST_CORRECTION),
        "7": Meaning(CaseState.RECEIVED, Act.CORRECT),
        "8": Meaning(CaseState.ACCEPTED, Act.SEND_OUT),
        "9": Meaning(CaseState.SPECIAL, Act.START_SPECIAL),
        "10": Meaning(CaseState.ACCEPTED, Act.END_SPECIAL),
        "11": Meaning(CaseState.DECIDED, Act.DECIDE, {"outcome": Outcome.GRANT}),
        "12": Meaning(CaseState.DECIDED, Act.DECIDE, {"outcome": Outcome.GRANT, "later": "open"}),
        "13": Meaning(CaseState.DECIDED, Act.DECIDE, {"outcome": Outcome.DENY}),
        "14": Meaning(CaseState.WITHDRAWN, Act.WITHDRAW, {"when": "after_acceptance"}),
        "15": Meaning(CaseState.REVOKED, Act.REVOKE),
    },
)

one_window = Adapter(
    "一窗收件",
    ONE_WINDOW,
    {
        "02": Meaning(CaseState.RECEIVED),
        "05": Meaning(CaseState.ACCEPTED),
        "06": Meaning(CaseState.CORRECTION),
        "07": Meaning(CaseState.REFUSED),
        "10": Meaning(CaseState.CLOSED),
        "11": Meaning(CaseState.SPECIAL),
        "12": Meaning(CaseState.REVIEW),
        "13": Meaning(CaseState.RETURNED),
    },
)

ADAPTERS: dict[str, Adapter] = {"construction": construction, "one_window": one_window}
"""All partners, by the name that settings use."""

_ONE_WINDOW_OF: dict[CaseState, str] = {
    CaseState.SUBMITTED: "02",
    CaseState.RECEIVED: "02",
    CaseState.ACCEPTED: "05",
    CaseState.CORRECTION: "06",
    CaseState.REFUSED: "07",
    CaseState.SPECIAL: "11",
    CaseState.REVIEW: "12",
    CaseState.APPROVED: "12",
    CaseState.PASSED_UP: "12",
    CaseState.DECIDED: "10",
    CaseState.CLOSED: "10",
    CaseState.DELIVERED: "10",
    CaseState.REVOKED: "10",
    CaseState.TERMINATED: "10",
    CaseState.RETURNED: "13",
    CaseState.WITHDRAWN: "13",
}

_CONSTRUCTION_OF: dict[Act, str] = {
    Act.RECEIVE: "1",
    Act.ACCEPT: "3",
    Act.DEEMED_ACCEPTED: "3",
    Act.REQUEST_CORRECTION: "6",
    Act.CORRECT: "7",
    Act.SEND_OUT: "8",
    Act.REVIEW: "8",
    Act.START_SPECIAL: "9",
    Act.END_SPECIAL: "10",
    Act.RETURN: "5",
    Act.TERMINATE: "13",
    Act.REVOKE: "15",
}


def one_window_code(state: CaseState) -> str:
    """A state of ours in 一窗收件."""
    return _ONE_WINDOW_OF[state]


def construction_code(entry: LogEntry, facts: CaseFacts) -> str | None:
    """An act of ours in 工程审批; None for acts that the partner is not told of.

    Args:
        facts: The case after the act.
    """
    if entry.act == Act.WITHDRAW:
        return "14" if facts.accepted_on else "2"
    if entry.act == Act.REFUSE:
        return "4" if entry.data.get("ground") == RefusalGround.NOT_NEEDED else "5"
    if entry.act in (Act.DECIDE, Act.DECIDE_ON_SPOT, Act.DEEMED_GRANTED):
        if facts.decision is Outcome.DENY:
            return "13"
        return "12" if facts.later else "11"
    return _CONSTRUCTION_OF.get(entry.act)
