"""The transition table (办件流转表): in which states an act can be done, by whom, and where it leads.

One table for code, screens and ``docs/办件状态.md``. What an act records, needs beyond state and role, changes and says stands with
the act, in :mod:`knowledge.cases.acts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from knowledge.base.roles import Role
from knowledge.cases.acts.registry import ACTS, Incomplete
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState as State

RESUME: Final = "*"
"""The next state of an act that leads back: to where the case was before the special procedure or the passing up."""

STAYS: Final = "="
"""The next state of an act that changes none."""

A, W, R, H, S, SYS = (
    Role.APPLICANT, Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.SYSTEM,
)  # fmt: skip

_BEFORE_ACCEPTANCE = (State.SUBMITTED, State.RECEIVED)
_DECIDING = (State.ACCEPTED, State.REVIEW, State.APPROVED)
_RUNNING = (*_DECIDING, State.SPECIAL, State.PASSED_UP)
_BEFORE_DECISION = (*_BEFORE_ACCEPTANCE, State.CORRECTION, *_RUNNING)
_GRANTED_OR_NOT = (State.DECIDED, State.CLOSED)

_Line = tuple[Sequence[State | None], Act, Sequence[Role], State | Literal["*", "="]]

_TABLE: tuple[_Line, ...] = (
    # states                                   act                       who may   next state
    ((None,),                                  Act.SUBMIT,               (A,),     State.SUBMITTED),
    ((State.SUBMITTED,),                       Act.RECEIVE,              (W,),     State.RECEIVED),
    ((State.RECEIVED,),                        Act.REQUEST_CORRECTION,   (W,),     State.CORRECTION),
    ((State.CORRECTION,),                      Act.CORRECT,              (A, W),   State.RECEIVED),
    ((State.RECEIVED,),                        Act.PUT_RIGHT,            (W,),     STAYS),
    ((State.RECEIVED,),                        Act.ACCEPT,               (W,),     State.ACCEPTED),
    ((State.RECEIVED,),                        Act.REFUSE,               (W,),     State.REFUSED),
    ((*_BEFORE_ACCEPTANCE, State.ACCEPTED),    Act.TRANSFER,             (W,),     STAYS),
    (_DECIDING,                                Act.TELL_INTERESTED,      (R, H),   STAYS),
    ((*_DECIDING, State.SPECIAL),              Act.RECORD_VIEWS,         (R, H),   STAYS),
    ((*_DECIDING, State.SPECIAL),              Act.START_SPECIAL,        (R, H),   State.SPECIAL),
    ((State.SPECIAL,),                         Act.END_SPECIAL,          (R, H),   RESUME),
    ((*_DECIDING, State.SPECIAL),              Act.EXTEND,               (H,),     STAYS),
    ((*_DECIDING, State.SPECIAL),              Act.SUPPLEMENT,           (A, W),   STAYS),
    ((State.ACCEPTED,),                        Act.SEND_OUT,             (W,),     STAYS),
    ((State.ACCEPTED, State.SPECIAL),          Act.GIVE_OPINION,         (R,),     STAYS),
    ((State.ACCEPTED,),                        Act.ARRANGE_EXAMINATION,  (W, R),   STAYS),
    ((State.ACCEPTED, State.SPECIAL),          Act.HOLD_EXAMINATION,     (R,),     STAYS),
    ((State.ACCEPTED, State.SPECIAL),          Act.CONCLUDE_EXAMINATION, (R,),     STAYS),
    ((State.ACCEPTED,),                        Act.REVIEW,               (R,),     State.REVIEW),
    ((State.REVIEW,),                          Act.APPROVE,              (H,),     State.APPROVED),
    ((State.REVIEW,),                          Act.SEND_BACK,            (H,),     State.ACCEPTED),
    ((State.APPROVED,),                        Act.PASS_UP,              (R, H),   State.PASSED_UP),
    ((State.PASSED_UP,),                       Act.PASS_BACK,            (R, H),   RESUME),
    ((State.APPROVED,),                        Act.DECIDE,               (H,),     State.DECIDED),
    ((State.ACCEPTED,),                        Act.DECIDE_ON_SPOT,       (W, H),   State.DECIDED),
    ((State.DECIDED,),                         Act.ISSUE,                (W, H),   State.CLOSED),
    ((State.CLOSED,),                          Act.DELIVER,              (W,),     State.DELIVERED),
    (_BEFORE_DECISION,                         Act.WITHDRAW,             (A, W),   State.WITHDRAWN),
    ((State.RECEIVED, State.CORRECTION),       Act.RETURN,               (W,),     State.RETURNED),
    (_RUNNING,                                 Act.TERMINATE,            (H,),     State.TERMINATED),
    ((*_GRANTED_OR_NOT, State.DELIVERED),      Act.REVOKE,               (H,),     State.REVOKED),
    ((*_BEFORE_DECISION, *_GRANTED_OR_NOT),    Act.URGE,                 (S,),     STAYS),
    (_BEFORE_ACCEPTANCE,                       Act.DEEMED_ACCEPTED,      (SYS,),   State.ACCEPTED),
    (_RUNNING,                                 Act.DEEMED_GRANTED,       (SYS,),   State.DECIDED),
    ((*_BEFORE_DECISION, *_GRANTED_OR_NOT),    Act.OVERDUE,              (SYS,),   STAYS),
)  # fmt: skip


@dataclass(frozen=True)
class Transition:
    """An act that leads from one state to the next.

    Attributes:
        state: Before the act; None for the act that makes a case.
        roles: Who may do it.
        next: State afterwards, or :data:`RESUME`.
    """

    state: State | None
    act: Act
    roles: tuple[Role, ...]
    next: State | Literal["*"]

    @property
    def by(self) -> Role:
        """The role that does it as a rule."""
        return self.roles[0]

    @property
    def words(self) -> Words:
        """How the act is said."""
        return ACTS[self.act].words

    @property
    def message(self) -> str:
        """What the applicant is told where it is done in this state, with fields of the act in braces; empty where nothing is sent."""
        return self.words.message_in(self.state)


def _rows() -> Iterator[Transition]:
    for states, act, roles, leads_to in _TABLE:
        for state in states:
            following = state if leads_to == STAYS else leads_to
            assert following is not None, "a case that there is not yet cannot stay where it is"
            yield Transition(state, act, tuple(roles), following)


TRANSITIONS: tuple[Transition, ...] = tuple(_rows())
"""The table, one row for each state and act."""

_BY_STATE_AND_ACT = {(one.state, one.act): one for one in TRANSITIONS}


def check_places(placed: Iterable[Act]) -> None:
    """That every act can be done somewhere.

    Raises:
        Incomplete: Some are in no row of the table.
    """
    somewhere = set(placed)
    if nowhere := [act for act in Act if act not in somewhere]:
        raise Incomplete(f"acts that can be done nowhere: {', '.join(nowhere)}")


check_places(one.act for one in TRANSITIONS)


def transition(state: State | None, act: Act) -> Transition | None:
    """Where an act leads from a state; None where it is not allowed there."""
    return _BY_STATE_AND_ACT.get((state, act))


def acts_of(role: Role, state: State | None) -> list[Act]:
    """What a role can do in a state."""
    return [one.act for one in TRANSITIONS if one.state == state and role in one.roles]
