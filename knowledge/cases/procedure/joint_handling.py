"""联合办理 (并联审批): one lead window, tasks to several departments at once, one joint inspection, the slowest shown, one result.

行政许可法 art. 26 (2): one department receives, passes on, gathers the opinions and handles the whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.base.centre_time import moment_of
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.limits.clocks import clocks_and_gaps
from knowledge.cases.record.facts import CaseFacts, Task
from knowledge.catalogue.item import BusinessItem
from knowledge.guidance.routing import Route


@dataclass(frozen=True)
class JointPlan:
    """Who does what.

    Attributes:
        lead_window: Receives, sends out, gathers and issues the one result.
        tasks: Departments that are sent the case at the same time.
        inspectors: Departments that go to the one joint inspection, the lead first; empty where there is none.
    """

    lead_window: str
    lead_department: str
    tasks: tuple[str, ...]
    inspectors: tuple[str, ...]


@dataclass(frozen=True)
class TaskLine:
    """How far a department is.

    Attributes:
        due: By the days set when it was sent, else by the limit of the whole case; None while that is paused.
        used: Working days from sending to the answer, or to today.
        left: Working days left; None once answered or without date.
    """

    department: str
    sent: date
    due: date | None
    answered: date | None
    agrees: bool | None
    used: int
    left: int | None


@dataclass(frozen=True)
class JointProgress:
    """How far all are.

    Attributes:
        slowest: Of the open ones the one with least time left; when all have answered, the one that took longest.
        against: Departments that do not agree.
    """

    tasks: tuple[TaskLine, ...]
    slowest: TaskLine | None
    against: tuple[str, ...]

    @property
    def all_in(self) -> bool:
        return all(task.answered for task in self.tasks)


def joint_plan(item: BusinessItem, route: Route) -> JointPlan | None:
    """The plan for an item that several departments examine; None where one does."""
    others = tuple(
        department for department in dict.fromkeys(item.joint_with) if department != route.department
    )
    if not others:
        return None
    inspectors = (route.department, *others) if item.inspection else ()
    return JointPlan(route.window, route.department, others, inspectors)


def joint_progress(facts: CaseFacts, calendar: WorkCalendar, today: date) -> JointProgress:
    """How far the departments are on a day.

    Raises:
        CalendarGap: A day lies in a year that is not entered.
    """
    lines = tuple(_line(task, _due_of_case(facts, calendar, today), calendar, today) for task in facts.tasks)
    against = tuple(line.department for line in lines if line.agrees is False)
    return JointProgress(lines, _slowest(lines), against)


def progress_text(progress: JointProgress, names: Mapping[str, str]) -> str:
    """One sentence for the applicant: ``3个部门同时办理，2个已出具意见，还在等消防大队``."""
    if not progress.tasks:
        return ""
    answered = sum(line.answered is not None for line in progress.tasks)
    text = f"{len(progress.tasks)}个部门同时办理，{answered}个已出具意见"
    if progress.all_in or progress.slowest is None:
        return f"{text}。"
    slow = progress.slowest
    name = names.get(slow.department, slow.department)
    late = f"，已超过{-slow.left}个工作日" if slow.left is not None and slow.left < 0 else ""
    return f"{text}，最慢的是{name}{late}。"


def _line(task: Task, case_due: date | None, calendar: WorkCalendar, today: date) -> TaskLine:
    due = calendar.add(task.sent, task.days) if task.days else case_due
    left = calendar.between(today, due) if due and task.answered is None else None
    used = calendar.between(task.sent, task.answered or today)
    return TaskLine(task.department, task.sent, due, task.answered, task.agrees, used, left)


def _due_of_case(facts: CaseFacts, calendar: WorkCalendar, today: date) -> date | None:
    running, _ = clocks_and_gaps(facts, calendar, moment_of(today))
    return next((clock.due for clock in running if clock.code == "legal"), None)


def _slowest(lines: tuple[TaskLine, ...]) -> TaskLine | None:
    waiting = [line for line in lines if line.answered is None]
    if waiting:
        far = 10_000
        return min(
            waiting,
            key=lambda line: (line.left if line.left is not None else far, -line.used, line.department),
        )
    return max(lines, key=lambda line: line.used, default=None)
