"""A session as its own page sees it."""

from __future__ import annotations

from api.access.sessions import SignedIn
from api.platform.clock import at_centre
from api.sessions.schemas import Session, SessionRole, SessionWindow
from knowledge.base.roles import ROLE_NAMES, Role
from knowledge.catalogue.affair import Catalogue


def session(signed_in: SignedIn, catalogue: Catalogue) -> Session:
    """Who it is and until when; what a later catalogue no longer has is named by its id."""
    actor = signed_in.actor
    department = catalogue.departments.get(actor.department)
    return Session(
        account=actor.id,
        name=actor.name,
        department=department.name if department else actor.department,
        windows=[
            SessionWindow(
                id=window, name=catalogue.windows[window].name if window in catalogue.windows else window
            )
            for window in sorted(actor.windows)
        ],
        roles=[SessionRole(role=role.value, name=ROLE_NAMES[role]) for role in Role if role in actor.roles],
        must_change_password=signed_in.must_change_password,
        code=signed_in.code.value,
        csrf_token=signed_in.csrf_token,
        idle_ends_at=at_centre(signed_in.idle_ends_at),
        ends_at=at_centre(signed_in.ends_at),
    )
