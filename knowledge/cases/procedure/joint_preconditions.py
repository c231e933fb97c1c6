"""What acts need in which several departments take part: tasks sent out, opinions, joint examinations (并联审批、联合踏勘)."""

from __future__ import annotations

from knowledge.base.centre_time import centre_day
from knowledge.cases.procedure.objections import (
    Context,
    Doing,
    Found,
    Objection,
    known_departments,
)
from knowledge.cases.record import acts
from knowledge.cases.record.facts import CaseFacts


def departments(facts: CaseFacts, act: acts.SendOut, doing: Doing, context: Context) -> Found:
    if not act.departments:
        yield Objection("departments_missing", "请选择分送哪些部门。")
    yield from known_departments(act.departments, context)
    if facts.department in act.departments:
        yield Objection("own_department", "牵头的部门自己办理，不用分送给自己。")
    for department in act.departments:
        if any(task.department == department for task in facts.open_tasks):
            yield Objection("already_sent", f"部门 {department} 已经分送过，正在等它的意见。")
    for department in sorted({one for one in act.departments if act.departments.count(one) > 1}):
        yield Objection("department_twice", f"部门 {department} 选了两次。")


def asked_department(facts: CaseFacts, act: acts.GiveOpinion, doing: Doing, context: Context) -> Found:
    if all(task.department != act.department for task in facts.open_tasks):
        yield Objection("not_asked", f"部门 {act.department} 没有待办的分送任务，或者已经出具过意见。")
    if not act.agrees and not act.opinion.strip():
        yield Objection("opinion_missing", "不同意的，请写明理由。")


def one_examination(facts: CaseFacts, act: acts.ArrangeExamination, doing: Doing, context: Context) -> Found:
    yield from known_departments(act.departments, context)
    earlier = facts.examination(act.kind)
    if earlier and not act.reason.strip():
        name = acts.EXAMINATION_NAMES[act.kind]
        yield Objection(
            "already_arranged", f"{name}已经安排过，各部门应当一次联合进行；确需再来一次的，请写明原因。"
        )


def arranged(facts: CaseFacts, act: acts.HoldExamination, doing: Doing, context: Context) -> Found:
    name = acts.EXAMINATION_NAMES[act.kind]
    last = facts.examination(act.kind)
    if last is None or last.held is not None:
        yield Objection("not_arranged", f"还没有安排{name}，请先安排。")
    if act.on > centre_day(doing.at):
        yield Objection("date_in_future", f"{name}的日期还没有到。")
    elif facts.accepted_on and act.on < facts.accepted_on:
        yield Objection("date_in_past", f"{name}的日期早于受理日期，请检查。")
    if act.kind is acts.ExaminationKind.ON_SITE and len(set(filter(None, act.officers))) < 2:
        yield Objection(
            "two_officers", "现场核查应当由两名以上工作人员进行（《行政许可法》第三十四条第三款）。"
        )


def held(facts: CaseFacts, act: acts.ConcludeExamination, doing: Doing, context: Context) -> Found:
    last = facts.examination(act.kind)
    name = acts.EXAMINATION_NAMES[act.kind]
    if last is None or last.held is None:
        yield Objection("not_held", f"{name}还没有进行，不能出具意见。")
    elif last.concluded is not None:
        yield Objection("already_concluded", f"{name}的意见已经出具过。")
