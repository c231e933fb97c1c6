"""投诉: who handles a complaint, never the officer complained about and nobody who had a hand in the case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.base.roles import Role
from knowledge.cases.record.log import LogEntry

ANSWER_DAYS = 15
"""Days in which the complainant is told in writing what becomes of it (信访工作条例 art. 23 (2)): days as they come, not working days."""

ABOUT: dict[str, str] = {"officer": "工作人员", "window": "受理窗口", "department": "承办部门"}
"""What a complaint can be about."""

MOST_OPEN = 3
"""Complaints of one case that wait for their answer at the same time."""


ANSWERED = "您的投诉{number}已有答复：{answer}"
ESCALATED = "您的投诉{number}由上级机关处理，本中心的人员全部回避。"
"""What the complainant is told."""


@dataclass(frozen=True)
class Supervisor:
    """Somebody who handles complaints: account, department, complaints still open."""

    account: str
    department: str
    open_complaints: int = 0


@dataclass(frozen=True)
class Assignment:
    """Who handles it, and why; without handler it goes to the authority above."""

    handler: str | None
    why: str


def answer_by(complained_on: date) -> date:
    """The day by which the complainant hears."""
    return complained_on + timedelta(days=ANSWER_DAYS)


def hands_of(log: Iterable[LogEntry]) -> frozenset[str]:
    """The officers who acted on a case."""
    return frozenset(entry.actor for entry in log if entry.role not in (Role.APPLICANT, Role.SYSTEM))


def assigned(
    complained_about: Iterable[str],
    department: str,
    log: Iterable[LogEntry],
    supervisors: Iterable[Supervisor],
) -> Assignment:
    """The supervisor for a complaint: from another department first, with the fewest open complaints.

    Args:
        complained_about: Accounts of the officers; empty for a complaint about the department.
        department: Complained about, or that of the officers.
    """
    excluded = set(complained_about) | hands_of(log)
    able = [one for one in supervisors if one.account not in excluded]
    if not able:
        return Assignment(None, "本中心没有不用回避的督查人员，按规定由上级机关处理。")
    chosen = min(able, key=lambda one: (one.department == department, one.open_complaints, one.account))
    if chosen.department == department:
        return Assignment(chosen.account, "由没有经手这个办件的督查人员处理，被投诉的人员已回避。")
    return Assignment(chosen.account, "由其他部门的督查人员处理，被投诉的人员已回避。")
