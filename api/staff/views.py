"""Accounts as they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from api.access.actor import Actor
from api.access.models import StaffAccountRow, StaffTokenRow
from api.access.tokens import actor_of
from api.platform.clock import at_centre
from api.staff.schemas import AccountView, Me, Named, TokenView
from knowledge.base.roles import ROLE_NAMES, Role, scope_of
from knowledge.catalogue.affair import Catalogue


def me(actor: Actor, catalogue: Catalogue) -> Me:
    """The account behind a token."""
    return Me(
        id=actor.id,
        name=actor.name,
        kind=actor.kind.value,
        department=_department(actor.department, catalogue),
        windows=_windows(actor.windows, catalogue),
        roles=_roles(actor.roles),
        scopes={role.value: scope_of(role).value for role in Role if role in actor.roles},
    )


def account(
    row: StaffAccountRow, tokens: Iterable[StaffTokenRow], catalogue: Catalogue, now: datetime
) -> AccountView:
    """An account with its tokens."""
    actor = actor_of(row)
    return AccountView(
        id=row.id,
        name=row.name,
        department=_department(row.department, catalogue),
        windows=_windows(actor.windows, catalogue),
        roles=_roles(actor.roles),
        active=row.active,
        created_at=at_centre(row.created_at),
        tokens=[_token(token, now) for token in tokens],
    )


def _token(row: StaffTokenRow, now: datetime) -> TokenView:
    is_expired = row.expires_at is not None and row.expires_at <= now
    return TokenView(
        id=row.id,
        state="revoked" if row.revoked_at else "expired" if is_expired else "good",
        created_at=at_centre(row.created_at),
        expires_at=at_centre(row.expires_at) if row.expires_at else None,
        used_at=at_centre(row.used_at) if row.used_at else None,
    )


def _department(department: str, catalogue: Catalogue) -> Named:
    known = catalogue.departments.get(department)
    return Named(id=department, name=known.name if known else department)


def _windows(windows: Iterable[str], catalogue: Catalogue) -> list[Named]:
    """A window that a later catalogue no longer has keeps its id as its name."""
    return [
        Named(id=window, name=catalogue.windows[window].name if window in catalogue.windows else window)
        for window in sorted(windows)
    ]


def _roles(roles: Iterable[Role]) -> list[Named]:
    held = set(roles)
    return [Named(id=role.value, name=ROLE_NAMES[role]) for role in Role if role in held]
