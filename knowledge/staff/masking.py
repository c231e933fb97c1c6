"""Which contact data which role sees (个人信息遮盖), and which it may ask to see in the clear.

个人信息保护法 art. 6: no more than the purpose needs; art. 51 (2): access by role. Every look in the clear is recorded (``api.access.audit``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from knowledge.base.roles import Role
from knowledge.privacy.contact_data import masked
from knowledge.privacy.kinds import Personal


class Sight(IntEnum):
    """How much of a value is shown; of several roles the one that sees most counts."""

    HIDDEN = 0
    MASKED = 1
    ON_REQUEST = 2
    CLEAR = 3


_H, _M, _R, _C = Sight.HIDDEN, Sight.MASKED, Sight.ON_REQUEST, Sight.CLEAR

_COLUMNS = (Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR)
_TABLE: dict[Personal, tuple[Sight, Sight, Sight, Sight]] = {
    Personal.NAME: (_C, _C, _C, _M),
    Personal.PHONE: (_R, _R, _M, _M),
    Personal.ID_NUMBER: (_R, _R, _R, _M),
    Personal.CREDIT_CODE: (_C, _C, _C, _C),
    Personal.ADDRESS: (_R, _R, _M, _M),
    Personal.EMAIL: (_R, _M, _M, _M),
    Personal.BANK_CARD: (_R, _M, _M, _H),
    Personal.PHONE_TAIL: (_H, _H, _H, _H),
    Personal.PASSPORT: (_R, _R, _R, _M),
    Personal.TRAVEL_PERMIT: (_R, _R, _R, _M),
    Personal.RESIDENCE_CARD: (_R, _R, _R, _M),
    Personal.LANDLINE: (_R, _R, _M, _M),
    Personal.PLATE: (_H, _H, _H, _H),
    Personal.AGENT_NAME: (_C, _C, _C, _M),
    Personal.AGENT_ID_NUMBER: (_R, _R, _R, _M),
    Personal.AGENT_PHONE: (_R, _R, _M, _M),
    Personal.MILITARY: (_R, _R, _R, _M),
    Personal.AGENT_PASSPORT: (_R, _R, _R, _M),
    Personal.AGENT_TRAVEL_PERMIT: (_R, _R, _R, _M),
    Personal.AGENT_RESIDENCE_CARD: (_R, _R, _R, _M),
    Personal.UNIT_NAME: (_C, _C, _C, _C),
    Personal.LEGAL_NAME: (_C, _C, _C, _M),
    Personal.CO_NAME: (_C, _C, _C, _M),
    Personal.CO_ID_NUMBER: (_R, _R, _R, _M),
}
"""The window calls and delivers, the reviewer checks who applies; who supervises sees how a case was handled and nobody's data; a credit code
is public (企业信息公示).

The tail of the phone is the applicant's second factor, which nobody at the centre needs to see.
"""


SEE_PAPERS = frozenset({Role.WINDOW, Role.REVIEWER, Role.APPROVER})
"""Who handles a case looks at its papers: what stands on a photo cannot be masked."""


def sees_papers(roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles at a case looks at its papers."""
    return not SEE_PAPERS.isdisjoint(roles)


def sight(roles: Iterable[Role], kind: Personal) -> Sight:
    """How much of a kind of data somebody with these roles sees; nothing where no role deals with cases."""
    row = dict(zip(_COLUMNS, _TABLE[kind], strict=True))
    return max((row.get(role, Sight.HIDDEN) for role in roles), default=Sight.HIDDEN)


def shown(roles: Iterable[Role], contact: Mapping[str, str]) -> dict[str, str]:
    """Contact data as somebody with these roles sees them without asking for more: in the clear, masked, or left out.

    Args:
        contact: Kind (a value of :class:`~knowledge.privacy.kinds.Personal`) to value, in the clear.
    """
    held = tuple(roles)
    views = {name: (sight(held, Personal(name)), value) for name, value in contact.items()}
    return {
        name: value if seen is Sight.CLEAR else masked(Personal(name), value)
        for name, (seen, value) in views.items()
        if seen is not Sight.HIDDEN
    }


def can_unmask(roles: Iterable[Role], contact: Iterable[str]) -> tuple[str, ...]:
    """The kinds that somebody with these roles sees masked and may ask to see in the clear."""
    held = tuple(roles)
    return tuple(name for name in contact if sight(held, Personal(name)) is Sight.ON_REQUEST)
