"""并联审批: tasks sent out to several departments at once, and their opinions (行政许可法 art. 26)."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections
from knowledge.cases.acts.checks import known_departments
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts, Task
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry


class SendOut(Frozen):
    """并联审批: tasks to several departments at once, each to answer within ``days`` working days (0: the joint limit)."""

    departments: tuple[str, ...] = Field(default=(), max_length=50, description="分送哪些部门，部门编号")
    days: int = Field(default=0, ge=0, le=60, description="几个工作日内出具意见；0是联办的期限")


def _other_departments(facts: CaseFacts, payload: SendOut, attempt: Attempt, context: Context) -> Objections:
    if not payload.departments:
        yield Objection("departments_missing", "请选择分送哪些部门。")
    yield from known_departments(payload.departments, context)
    if facts.department in payload.departments:
        yield Objection("own_department", "牵头的部门自己办理，不用分送给自己。")
    for department in payload.departments:
        if any(task.department == department for task in facts.open_tasks):
            yield Objection("already_sent", f"部门 {department} 已经分送过，正在等它的意见。")
    for department in sorted({one for one in payload.departments if payload.departments.count(one) > 1}):
        yield Objection("department_twice", f"部门 {department} 选了两次。")


def _sent_out(facts: CaseFacts, entry: LogEntry, payload: SendOut) -> CaseFacts:
    tasks = tuple(Task(department, entry.day, payload.days) for department in payload.departments)
    return facts.but(tasks=facts.tasks + tasks)


SEND_OUT = ActDefinition(
    Act.SEND_OUT,
    SendOut,
    _sent_out,
    Words(
        "分送各部门",
        timeline="同时分送各有关部门办理",
        message="您的办件已同时分送各有关部门，不用您逐个去跑。",
        paper="并联审批分送记录",
    ),
    (_other_departments,),
)


class GiveOpinion(Frozen):
    """A department's opinion."""

    department: str = Field(
        default="", max_length=120, description="哪个部门的意见，部门编号；不写是自己的部门"
    )
    agrees: bool = Field(description="同意")
    opinion: FreeText = Field(default="", description="意见")


def _asked_department(
    facts: CaseFacts, payload: GiveOpinion, attempt: Attempt, context: Context
) -> Objections:
    if all(task.department != payload.department for task in facts.open_tasks):
        yield Objection("not_asked", f"部门 {payload.department} 没有待办的分送任务，或者已经出具过意见。")
    if not payload.agrees and not payload.opinion.strip():
        yield Objection("opinion_missing", "不同意的，请写明理由。")


def _answered(facts: CaseFacts, entry: LogEntry, payload: GiveOpinion) -> CaseFacts:
    tasks = tuple(
        replace(task, answered=entry.day, agrees=payload.agrees)
        if task.department == payload.department and task.answered is None
        else task
        for task in facts.tasks
    )
    return facts.but(tasks=tasks)


GIVE_OPINION = ActDefinition(
    Act.GIVE_OPINION,
    GiveOpinion,
    _answered,
    Words("出具部门意见", timeline="一个部门出具了意见", paper="部门意见"),
    (_asked_department,),
)
