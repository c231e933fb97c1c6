"""The states of a case (办件状态): their names as stored, and what each of them says to applicants and staff."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CaseState(StrEnum):
    """Where a case is, in the order of the procedure."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    CORRECTION = "correction"
    REFUSED = "refused"
    REVIEW = "review"
    APPROVED = "approved"
    PASSED_UP = "passed_up"
    SPECIAL = "special"
    DECIDED = "decided"
    CLOSED = "closed"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    TERMINATED = "terminated"
    REVOKED = "revoked"


STATE_OF: dict[str, CaseState] = {state.value: state for state in CaseState}
"""The state of a stored name."""


@dataclass(frozen=True)
class StateWords:
    """How a state is said.

    Attributes:
        label: 状态名称.
        who: Who acts next; empty where nobody has to.
        what: What happens next, as a sentence.
    """

    code: CaseState
    label: str
    who: str
    what: str


STATES: dict[CaseState, StateWords] = {
    state.code: state
    for state in (
        StateWords(CaseState.SUBMITTED, "已提交", "受理窗口", "窗口核对材料，答复是否受理。"),
        StateWords(CaseState.RECEIVED, "已收件", "受理窗口", "窗口核对材料，答复是否受理。"),
        StateWords(CaseState.ACCEPTED, "已受理", "承办部门", "承办部门正在审查。"),
        StateWords(CaseState.CORRECTION, "补正中", "申请人", "请按补正通知一次补齐材料。"),
        StateWords(CaseState.REFUSED, "不予受理", "", "不予受理的理由和应当去的部门写在通知书上。"),
        StateWords(CaseState.REVIEW, "审查中", "审核人员", "审查意见已经提出，由另一位人员审核。"),
        StateWords(CaseState.APPROVED, "已审核", "审核人员", "审核已经通过，准备作出决定。"),
        StateWords(CaseState.PASSED_UP, "已上报", "上级机关", "上级机关作出决定后，本窗口办理后续手续。"),
        StateWords(CaseState.SPECIAL, "特别程序中", "承办部门", "特别程序期间不计入办理时限。"),
        StateWords(CaseState.DECIDED, "已决定", "受理窗口", "窗口制作并送达决定文书。"),
        StateWords(CaseState.CLOSED, "已办结", "受理窗口", "结果已经做好，等待送达。"),
        StateWords(CaseState.DELIVERED, "已送达", "", "办理已经结束，可以评价这次服务。"),
        StateWords(CaseState.WITHDRAWN, "已撤回", "", "申请已撤回，需要时可以重新提交。"),
        StateWords(CaseState.RETURNED, "已退件", "", "退件的理由写在通知书上，改好后可以重新提交。"),
        StateWords(CaseState.TERMINATED, "已终止", "", "办理已依法终止，理由写在通知书上。"),
        StateWords(CaseState.REVOKED, "已撤销", "", "原来的决定已依法撤销，理由写在通知书上。"),
    )
}
"""All states in the order of the procedure."""

OPEN = frozenset(state.code for state in STATES.values() if state.who)
"""States in which somebody still has to act."""

ENDED_UNDECIDED = frozenset(
    (CaseState.REFUSED, CaseState.WITHDRAWN, CaseState.RETURNED, CaseState.TERMINATED)
)
"""States in which a case has ended without a decision."""
