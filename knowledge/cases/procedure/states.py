"""The states of a case (办件状态) and what may be done in each, as one table read by code, screens and docs alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.cases.procedure.act_messages import said
from knowledge.cases.procedure.transitions import TRANSITIONS, Transition

__all__ = ["OPEN", "STATES", "TRANSITIONS", "CaseState", "Transition", "acts_of", "done_text", "transition"]


@dataclass(frozen=True)
class CaseState:
    """One state.

    Attributes:
        code: Stable name.
        label: 状态名称.
        who: Who acts next; empty where nobody has to.
        what: What happens next, as a sentence.
    """

    code: str
    label: str
    who: str
    what: str


STATES: dict[str, CaseState] = {
    state.code: state
    for state in (
        CaseState("submitted", "已提交", "受理窗口", "窗口核对材料，答复是否受理。"),
        CaseState("received", "已收件", "受理窗口", "窗口核对材料，答复是否受理。"),
        CaseState("accepted", "已受理", "承办部门", "承办部门正在审查。"),
        CaseState("correction", "补正中", "申请人", "请按补正通知一次补齐材料。"),
        CaseState("refused", "不予受理", "", "不予受理的理由和应当去的部门写在通知书上。"),
        CaseState("review", "审查中", "审核人员", "审查意见已经提出，由另一位人员审核。"),
        CaseState("approved", "已审核", "审核人员", "审核已经通过，准备作出决定。"),
        CaseState("passed_up", "已上报", "上级机关", "上级机关作出决定后，本窗口办理后续手续。"),
        CaseState("special", "特别程序中", "承办部门", "特别程序期间不计入办理时限。"),
        CaseState("decided", "已决定", "受理窗口", "窗口制作并送达决定文书。"),
        CaseState("closed", "已办结", "受理窗口", "结果已经做好，等待送达。"),
        CaseState("delivered", "已送达", "", "办理已经结束，可以评价这次服务。"),
        CaseState("withdrawn", "已撤回", "", "您已撤回申请，需要时可以重新提交。"),
        CaseState("returned", "已退件", "", "退件的理由写在通知书上，改好后可以重新提交。"),
        CaseState("terminated", "已终止", "", "办理已依法终止，理由写在通知书上。"),
        CaseState("revoked", "已撤销", "", "原来的决定已依法撤销，理由写在通知书上。"),
    )
}
"""All states in the order of the procedure."""

OPEN = frozenset(
    (
        "submitted",
        "received",
        "correction",
        "accepted",
        "review",
        "approved",
        "special",
        "passed_up",
        "decided",
        "closed",
    )
)
"""States in which somebody still has to act."""

_BY_STATE_AND_ACT = {(transition.state, transition.act): transition for transition in TRANSITIONS}
_DONE = {transition.act: transition.done for transition in TRANSITIONS}


def transition(state: str | None, act: str) -> Transition | None:
    """Where an act leads from a state; None where it is not allowed there."""
    return _BY_STATE_AND_ACT.get((state, act))


def acts_of(role: str, state: str) -> list[str]:
    """What a role can do in a state."""
    return [one.act for one in TRANSITIONS if one.state == state and role in one.roles]


def done_text(act: str, data: Mapping[str, Any] | None = None) -> str:
    """What the timeline says of an act, with what it recorded; without data, general words stand in."""
    return said(_DONE[act], act, data or {})
