"""The groups of a queue (分组): what the window or the department has to do next with a case."""

from __future__ import annotations

from enum import StrEnum

from knowledge.cases.record.state import CaseState


class Stage(StrEnum):
    """Where a case stands in the bar at the left, in the order of the procedure."""

    RECEIVE = "receive"
    ACCEPT = "accept"
    CORRECTING = "correcting"
    WORK = "work"
    SPECIAL = "special"
    DONE = "done"


STAGE_NAMES: dict[Stage, str] = {
    Stage.RECEIVE: "待收件",
    Stage.ACCEPT: "待受理",
    Stage.CORRECTING: "补正中",
    Stage.WORK: "在办",
    Stage.SPECIAL: "特别程序",
    Stage.DONE: "办结",
}

_OF_STATE = {
    CaseState.SUBMITTED: Stage.RECEIVE,
    CaseState.RECEIVED: Stage.ACCEPT,
    CaseState.CORRECTION: Stage.CORRECTING,
    CaseState.ACCEPTED: Stage.WORK,
    CaseState.REVIEW: Stage.WORK,
    CaseState.APPROVED: Stage.WORK,
    CaseState.PASSED_UP: Stage.WORK,
    CaseState.DECIDED: Stage.WORK,
    CaseState.SPECIAL: Stage.SPECIAL,
}
"""Decided cases still want their paper; whatever is not listed is done, though it may wait to be delivered."""


def stage_of(state: CaseState) -> Stage:
    """The group of a state."""
    return _OF_STATE.get(state, Stage.DONE)
