"""Act on a case: whether it is allowed, with every objection at once, and the log entry that it makes.

The caller records what the system owes first (:func:`knowledge.cases.procedure.sweep.pending`), then performs the act on the facts that result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from knowledge.base.frozen import Frozen
from knowledge.base.roles import ROLE_NAMES, Role
from knowledge.cases.procedure.act_messages import said
from knowledge.cases.procedure.objections import Context, Objection
from knowledge.cases.procedure.preconditions import conditions_of
from knowledge.cases.procedure.states import STATES, acts_of, transition
from knowledge.cases.procedure.transitions import ACT_NAMES, RESUME, Transition
from knowledge.cases.record.acts import PAYLOADS
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry


class ActRefused(Exception):
    """The act is not possible now; ``objections`` has every reason, the first one gives the code."""

    def __init__(self, objections: tuple[Objection, ...]) -> None:
        self.objections = objections
        self.code = objections[0].code
        super().__init__("".join(objection.say for objection in objections))


@dataclass(frozen=True)
class Attempt:
    """What somebody wants to do.

    Attributes:
        actor: Account, or the role's name for applicants and the system.
        data: The act's payload as JSON, or the payload itself.
    """

    act: str
    role: Role
    actor: str
    at: datetime
    data: Mapping[str, Any] | Frozen = field(default_factory=dict)

    def payload(self) -> Frozen:
        """The act's record.

        Raises:
            ValueError: Fields are missing or wrong (pydantic's ValidationError).
        """
        kind = PAYLOADS[self.act]
        return self.data if isinstance(self.data, kind) else kind.model_validate(self.data)


def objections(facts: CaseFacts, attempt: Attempt, context: Context) -> tuple[Objection, ...]:
    """Everything that stands against an act; empty where it may be done.

    Raises:
        CalendarGap: It cannot be said, since a year is not entered.
        ValueError: The data are not a record of that act.
    """
    if attempt.act not in PAYLOADS:
        return (Objection("unknown_act", f"没有「{attempt.act}」这个操作。"),)
    allowed = transition(facts.state, attempt.act)
    if allowed is None:
        return (_wrong_state(facts, attempt),)
    if attempt.role not in allowed.roles:
        return (_wrong_role(attempt, allowed),)
    return tuple(
        objection
        for condition in conditions_of(attempt.act)
        for objection in condition(facts, attempt.payload(), attempt, context)
    )


def perform(facts: CaseFacts, attempt: Attempt, context: Context) -> LogEntry:
    """The entry that the act adds to the log.

    Raises:
        ActRefused: With every objection.
    """
    against = objections(facts, attempt, context)
    if against:
        raise ActRefused(against)
    allowed = transition(facts.state, attempt.act)
    assert allowed is not None
    return LogEntry(
        at=attempt.at,
        act=attempt.act,
        role=attempt.role,
        actor=attempt.actor,
        before=facts.state,
        after=_next_state(facts, allowed),
        data=attempt.payload().model_dump(mode="json", exclude_defaults=True),
    )


def told(entry: LogEntry) -> str:
    """What the applicant is told of an act; empty where nothing is sent."""
    allowed = transition(entry.before, entry.act)
    return said(allowed.told, entry.act, entry.data) if allowed else ""


def _next_state(facts: CaseFacts, allowed: Transition) -> str:
    if allowed.next != RESUME:
        return allowed.next
    if allowed.act == "end_special" and len(facts.open_specials) > 1:
        return facts.state or ""
    return facts.resume


def _wrong_state(facts: CaseFacts, attempt: Attempt) -> Objection:
    """Says what is possible instead."""
    where = STATES[facts.state].label if facts.state else "还没有提交"
    possible = [ACT_NAMES[act] for act in acts_of(attempt.role, facts.state or "")]
    instead = (
        f"现在可以：{'、'.join(possible)}。"
        if possible
        else f"现在没有需要{ROLE_NAMES[attempt.role]}做的事。"
    )
    return Objection("wrong_state", f"办件现在是「{where}」，不能{ACT_NAMES[attempt.act]}。{instead}")


def _wrong_role(attempt: Attempt, allowed: Transition) -> Objection:
    who = "或者".join(ROLE_NAMES[role] for role in allowed.roles)
    return Objection(
        "wrong_role", f"「{ACT_NAMES[attempt.act]}」由{who}来做，您现在的身份是{ROLE_NAMES[attempt.role]}。"
    )
