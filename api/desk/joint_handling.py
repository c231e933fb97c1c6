"""Joint handling as staff see it: the lead all departments and the slowest, a department its own part; inspections and reviews with their dates."""

from __future__ import annotations

from collections.abc import Sequence

from api.access.actor import Actor
from api.cases.models import CaseRow
from api.desk.schemas import ExaminationView, TaskView
from api.services import Services
from knowledge.base.dates import day_text
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.procedure.joint_handling import TaskLine, joint_progress
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts, Examination
from knowledge.cases.record.log import LogEntry


def tasks_for(
    actor: Actor, case: CaseRow, facts: CaseFacts, log: Sequence[LogEntry], services: Services
) -> list[TaskView]:
    """The departments' parts, the slowest first; of others than the lead's people only their own."""
    if not facts.tasks:
        return []
    try:
        progress = joint_progress(facts, services.calendar, services.today())
    except CalendarGap:  # a year that is not entered yet leaves no date to compare by
        return []
    leads = bool(actor.roles_at([case.window], [case.department]))
    lines = [line for line in progress.tasks if leads or line.department == actor.department]
    return [
        _task(line, log, services, is_slowest=leads and line is progress.slowest)
        for line in sorted(lines, key=lambda line: line is not progress.slowest)
    ]


def examinations_of(facts: CaseFacts, log: Sequence[LogEntry], services: Services) -> list[ExaminationView]:
    """Inspections and expert reviews in the order in which they were arranged."""
    return [_examination(one, log, services) for one in facts.examinations]


def _task(line: TaskLine, log: Sequence[LogEntry], services: Services, *, is_slowest: bool) -> TaskView:
    return TaskView(
        department=line.department,
        name=services.catalogue.department_name(line.department),
        sent=line.sent,
        due=line.due,
        answered=line.answered,
        agrees=line.agrees,
        opinion=_said(log, Act.GIVE_OPINION, "department", line.department) if line.answered else "",
        left=_left(line),
        slowest=is_slowest,
    )


def _left(line: TaskLine) -> str:
    if line.answered:
        return f"用了{line.used}个工作日"
    if line.left is None:
        return f"已经{line.used}个工作日"
    return f"还剩{line.left}个工作日" if line.left >= 0 else f"超过{-line.left}个工作日"


def _examination(one: Examination, log: Sequence[LogEntry], services: Services) -> ExaminationView:
    departments = [services.catalogue.department_name(key) for key in one.departments]
    opinion = _said(log, Act.CONCLUDE_EXAMINATION, "kind", one.kind.value) if one.concluded else ""
    return ExaminationView(
        kind=one.kind.value,
        name=one.kind.label,
        on=one.on,
        departments=departments,
        held=one.held,
        concluded=one.concluded,
        passed=one.passed,
        opinion=opinion,
        say=_stands(one),
    )


def _stands(one: Examination) -> str:
    if one.concluded:
        return f"{day_text(one.concluded)}出具意见，{'通过' if one.passed else '没有通过'}"
    if one.held:
        return f"{day_text(one.held)}已经做了，等出具意见"
    return f"安排在{day_text(one.on)}"


def _said(log: Sequence[LogEntry], act: Act, field: str, value: str) -> str:
    """The opinion in the last entry of an act that is of this department, or this kind."""
    found = (entry for entry in reversed(log) if entry.act is act and entry.data.get(field) == value)
    return next((str(entry.data.get("opinion", "")) for entry in found), "")
