"""Which acts somebody finds on the page of a case: in the order of the procedure, possible or with every reason why not, and what follows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from knowledge.base.roles import Role
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.acts.attempt import Attempt, Context, Objection
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.acts.words import fields_of, filled
from knowledge.cases.procedure.performance import standing_objections
from knowledge.cases.procedure.transitions import RESUME, TRANSITIONS, transition
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.state import STATES

_OPEN_FIELD = "……"
"""Where something is filled in later."""


@dataclass(frozen=True)
class Doer:
    """Who looks at the page.

    Attributes:
        roles: In which they may deal with the case.
        account: By which the log would name them.
    """

    roles: Collection[Role]
    account: str
    department: str


@dataclass(frozen=True)
class PageAct:
    """One act on the page.

    Attributes:
        reasons: Why it is not possible now; empty where it is.
        consequences: What follows, as sentences.
    """

    act: Act
    role: Role
    reasons: tuple[Objection, ...]
    consequences: tuple[str, ...]


def acts_on_page(facts: CaseFacts, doer: Doer, at: datetime, context: Context) -> list[PageAct]:
    """Every act that one of these roles can do in some state, in the order of the procedure."""
    found = []
    for act in Act:
        if act is Act.DECIDE_ON_SPOT and facts.terms.on_spot is None:
            continue  # 一审一核: there is nothing to wait for that would make it possible
        role = _role(act, facts, doer.roles)
        if role is not None:
            reasons = _reasons(facts, Attempt(act, role, doer.account, at), doer, context)
            found.append(PageAct(act, role, reasons, () if reasons else consequences(facts, act)))
    return found


def consequences(facts: CaseFacts, act: Act) -> tuple[str, ...]:
    """What follows from an act that is possible now."""
    allowed = transition(facts.state, act)
    if allowed is None:
        return ()
    return tuple(filter(None, (_next_state(facts, act), _paper(act), _told(allowed.message))))


def _role(act: Act, facts: CaseFacts, roles: Collection[Role]) -> Role | None:
    """The role in which it would be tried: the first that may now, else the first that may at some time."""
    ordered = sorted(roles)
    now = transition(facts.state, act)
    fitting = [role for role in ordered if now and role in now.roles]
    ever = {role for row in TRANSITIONS if row.act is act for role in row.roles}
    return next(iter([*fitting, *(role for role in ordered if role in ever)]), None)


def _reasons(facts: CaseFacts, attempt: Attempt, doer: Doer, context: Context) -> tuple[Objection, ...]:
    try:
        found = standing_objections(facts, attempt, context)
    except CalendarGap as gap:
        return (Objection(gap.code, f"{gap}。"),)
    if not found and attempt.act == Act.GIVE_OPINION and not _is_asked(facts, doer.department):
        return (Objection("not_asked", "没有分送给您的部门，或者已经出具过意见。"),)
    return found


def _is_asked(facts: CaseFacts, department: str) -> bool:
    return any(task.department == department for task in facts.open_tasks)


def _next_state(facts: CaseFacts, act: Act) -> str:
    allowed = transition(facts.state, act)
    if allowed is None or allowed.next == facts.state:
        return ""
    if allowed.next == RESUME:
        resumed = facts.state if len(facts.open_specials) > 1 else facts.resume
        return f"办件回到「{STATES[resumed].label}」。" if resumed else ""
    return f"办件变成「{STATES[allowed.next].label}」。"


def _paper(act: Act) -> str:
    paper = ACTS[act].words.paper
    return f"留下《{paper}》。" if paper else ""


def _told(template: str) -> str:
    if not template:
        return ""
    return "告诉申请人：" + filled(template, dict.fromkeys(fields_of(template), _OPEN_FIELD))
