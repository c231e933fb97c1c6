"""Act on a case: whether it is allowed, with every objection at once, and the log entry that it makes.

The caller records what the system owes first (:func:`knowledge.cases.procedure.sweep.pending`), then performs the act on the facts that result.
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.base.frozen import Frozen
from knowledge.base.roles import ROLE_NAMES
from knowledge.cases.acts.attempt import Attempt, Context, Objection, is_of_the_case
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.procedure.transitions import RESUME, Transition, acts_of, transition
from knowledge.cases.record.act import ACT_OF
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import STATES, CaseState


class ActRefused(Exception):
    """The act is not possible now; ``objections`` has every reason, the first one gives the code."""

    def __init__(self, objections: tuple[Objection, ...]) -> None:
        self.objections = objections
        self.code = objections[0].code
        super().__init__("".join(objection.say for objection in objections))


def objections(facts: CaseFacts, attempt: Attempt, context: Context) -> tuple[Objection, ...]:
    """Everything that stands against an act; empty where it may be done.

    Raises:
        CalendarGap: It cannot be said, since a year is not entered.
        ValueError: The data are not a record of that act.
    """
    act = ACT_OF.get(attempt.act)
    if act is None:
        return (Objection("unknown_act", f"没有「{attempt.act}」这个操作。"),)
    definition, allowed = ACTS[act], transition(facts.state, act)
    if allowed is None:
        return (_wrong_state(facts, attempt, definition),)
    if attempt.role not in allowed.roles:
        return (_wrong_role(attempt, allowed),)
    if not definition.preconditions:
        return ()
    payload = _payload(definition, attempt)
    return tuple(
        objection
        for precondition in definition.preconditions
        for objection in precondition(facts, payload, attempt, context)
    )


def standing_objections(facts: CaseFacts, attempt: Attempt, context: Context) -> tuple[Objection, ...]:
    """What stands against an act before anything is filled in: state, role, and what the case itself still lacks.

    Raises:
        CalendarGap: It cannot be said, since a year is not entered.
    """
    act = ACT_OF[attempt.act]
    definition, allowed = ACTS[act], transition(facts.state, act)
    if allowed is None:
        return (_wrong_state(facts, attempt, definition),)
    if attempt.role not in allowed.roles:
        return (_wrong_role(attempt, allowed),)
    return tuple(
        objection
        for precondition in definition.preconditions
        if is_of_the_case(precondition)
        for objection in precondition(facts, None, attempt, context)
    )


def perform(facts: CaseFacts, attempt: Attempt, context: Context) -> LogEntry:
    """The entry that the act adds to the log.

    Raises:
        ActRefused: With every objection.
    """
    attempt = replace(attempt, at=facts.not_before(attempt.at))
    against = objections(facts, attempt, context)
    if against:
        raise ActRefused(against)
    act = ACT_OF[attempt.act]
    allowed = transition(facts.state, act)
    assert allowed is not None
    return LogEntry(
        at=attempt.at,
        act=act,
        role=attempt.role,
        actor=attempt.actor,
        before=facts.state,
        after=_next_state(facts, allowed),
        data=_payload(ACTS[act], attempt).model_dump(mode="json", exclude_defaults=True),
    )


def _payload(definition: ActDefinition, attempt: Attempt) -> Frozen:
    """What the act is to record.

    Raises:
        ValueError: Fields are missing or wrong (pydantic's ValidationError).
    """
    kind = definition.payload
    return attempt.data if isinstance(attempt.data, kind) else kind.model_validate(attempt.data)


def _next_state(facts: CaseFacts, allowed: Transition) -> CaseState:
    if allowed.next != RESUME:
        return allowed.next
    others_run = len(facts.open_specials) > 1
    following = facts.state if others_run else facts.resume
    assert following is not None
    return following


def _wrong_state(facts: CaseFacts, attempt: Attempt, definition: ActDefinition) -> Objection:
    """Says what is possible instead."""
    where = STATES[facts.state].label if facts.state else "还没有提交"
    possible = [ACTS[act].words.name for act in acts_of(attempt.role, facts.state)]
    instead = (
        f"现在可以：{'、'.join(possible)}。"
        if possible
        else f"现在没有需要{ROLE_NAMES[attempt.role]}做的事。"
    )
    return Objection("wrong_state", f"办件现在是「{where}」，不能{definition.words.name}。{instead}")


def _wrong_role(attempt: Attempt, allowed: Transition) -> Objection:
    who = "或者".join(ROLE_NAMES[role] for role in allowed.roles)
    return Objection(
        "wrong_role", f"「{allowed.words.name}」由{who}来做，您现在的身份是{ROLE_NAMES[attempt.role]}。"
    )
