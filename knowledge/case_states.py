"""The states of a case (办件状态) and what may be done in each, as one table read by code, screens and docs alike."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True)
class Transition:
    """An act that leads from one state to the next.

    Attributes:
        state: Before the act; None for the act that makes a case.
        by: The role that may do it.
        done: What the timeline says of it.
    """

    state: str | None
    act: str
    by: str
    next: str
    done: str


STATES: dict[str, CaseState] = {
    state.code: state
    for state in (
        CaseState("submitted", "已提交", "受理窗口", "窗口核对材料，答复是否受理。"),
        CaseState("received", "已收件", "受理窗口", "窗口核对材料，答复是否受理。"),
        CaseState("accepted", "已受理", "承办部门", "承办部门开始审查。"),
        CaseState("correction", "补正中", "申请人", "请按补正通知一次补齐材料。"),
        CaseState("refused", "不予受理", "", "不予受理的理由和应当去的部门写在通知书上。"),
        CaseState("review", "审查中", "承办部门", "承办部门审查后作出决定。"),
        CaseState("special", "特别程序中", "承办部门", "特别程序期间不计入办理时限。"),
        CaseState("decided", "已决定", "受理窗口", "窗口制作并送达决定文书。"),
        CaseState("closed", "已办结", "受理窗口", "结果已经做好，等待送达。"),
        CaseState("delivered", "已送达", "", "办理已经结束，可以评价这次服务。"),
        CaseState("withdrawn", "已撤回", "", "您已撤回申请，需要时可以重新提交。"),
        CaseState("returned", "已退件", "", "退件的理由写在通知书上，改好后可以重新提交。"),
        CaseState("terminated", "已终止", "", "办理已依法终止，理由写在通知书上。"),
    )
}
"""All states; those that no transition reaches yet are there for the window's side of the case."""

TRANSITIONS: tuple[Transition, ...] = (
    Transition(None, "submit", "applicant", "submitted", "您提交了申请，材料清单已预审"),
    Transition("submitted", "withdraw", "applicant", "withdrawn", "您撤回了申请"),
)

_BY_STATE_AND_ACT = {(transition.state, transition.act): transition for transition in TRANSITIONS}
_DONE = {transition.act: transition.done for transition in TRANSITIONS}


def transition(state: str | None, act: str) -> Transition | None:
    """Where an act leads from a state; None where it is not allowed there."""
    return _BY_STATE_AND_ACT.get((state, act))


def acts_of(role: str, state: str) -> list[str]:
    """What a role can do in a state."""
    return [one.act for one in TRANSITIONS if one.state == state and one.by == role]


def done_text(act: str) -> str:
    """What the timeline says of an act."""
    return _DONE[act]
