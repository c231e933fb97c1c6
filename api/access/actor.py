"""Who acts: what the rest of the api knows of whoever sent a request."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from api.platform.errors import NotYours
from knowledge.base.roles import Role, reaching


class ActorKind(StrEnum):
    """A person of the staff, an applicant, the system itself, or a partner's system."""

    STAFF = "staff"
    APPLICANT = "applicant"
    SYSTEM = "system"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts.

    Attributes:
        id: Account, as logs name it; the role's name for applicants and the system.
        name: Shown to colleagues, never to applicants.
        department: Of the catalogue; of a partner, the department whose system it is.
        windows: Of the catalogue.
    """

    id: str
    name: str
    kind: ActorKind
    department: str = ""
    windows: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()

    def may(self, *roles: Role) -> bool:
        """Whether one of the roles is theirs."""
        return any(role in self.roles for role in roles)

    def roles_at(self, windows: Collection[str], departments: Collection[str]) -> frozenset[Role]:
        """The roles in which they may deal with a case at these windows, of these departments; empty: it is not theirs to see.

        Args:
            windows: The window that the case is at.
            departments: The department in charge and those it was sent out to.
        """
        return reaching(
            self.roles,
            own_windows=self.windows,
            own_department=self.department,
            windows=windows,
            departments=departments,
        )

    def must_reach(self, windows: Collection[str], departments: Collection[str]) -> frozenset[Role]:
        """As :meth:`roles_at`.

        Raises:
            NotYours: The case is not theirs to see.
        """
        roles = self.roles_at(windows, departments)
        if not roles:
            raise NotYours
        return roles


APPLICANT = Actor(Role.APPLICANT.value, "申请人", ActorKind.APPLICANT, roles=frozenset((Role.APPLICANT,)))
SYSTEM = Actor(Role.SYSTEM.value, "系统", ActorKind.SYSTEM, roles=frozenset((Role.SYSTEM,)))
