"""Accounts as they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from api.access.actor import Actor
from api.access.audit import ACT_NAMES
from api.access.consents import GOOD_FOR, may_agree
from api.access.models import (
    StaffAccountRow,
    StaffConsentRow,
    StaffCredentialRow,
    StaffLogRow,
    StaffTokenRow,
)
from api.access.tokens import NewToken, actor_of
from api.platform.clock import at_centre
from api.staff.schemas import (
    AccountView,
    ConsentView,
    LogPage,
    LogRow,
    Me,
    Named,
    RoleList,
    RoleView,
    TokenMade,
    TokenView,
)
from knowledge.base.roles import ROLE_NAMES, SCOPE_NAMES, STAFF_ROLES, Role, scope_of
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
    row: StaffAccountRow,
    tokens: Iterable[StaffTokenRow],
    credentials: StaffCredentialRow | None,
    catalogue: Catalogue,
    now: datetime,
) -> AccountView:
    """An account with its tokens and how it signs in."""
    actor = actor_of(row)
    return AccountView(
        id=row.id,
        name=row.name,
        department=_department(row.department, catalogue),
        windows=_windows(actor.windows, catalogue),
        roles=_roles(actor.roles),
        active=row.active,
        password=_password(credentials),
        second_factor=bool(credentials and credentials.code_secret),
        created_at=at_centre(row.created_at),
        tokens=[_token(token, now) for token in tokens],
    )


def role_list() -> RoleList:
    """Every role that an account can have, the one of a partner's system last."""
    return RoleList(
        roles=[
            RoleView(
                id=role.value,
                name=ROLE_NAMES[role],
                scope=scope_of(role).value,
                scope_name=SCOPE_NAMES[scope_of(role)],
            )
            for role in (*STAFF_ROLES, Role.PARTNER)
        ]
    )


def log_page(rows: Sequence[StaffLogRow], limit: int) -> LogPage:
    """A page of the record.

    Args:
        rows: One more than the page has, where there are more.
    """
    shown = rows[:limit]
    return LogPage(
        rows=[
            LogRow(
                at=at_centre(row.at),
                actor=row.actor,
                act=row.act,
                act_name=ACT_NAMES.get(row.act, row.act),
                subject=row.subject,
                data=row.data,
            )
            for row in shown
        ],
        next=shown[-1].id if len(rows) > limit else None,
    )


def token_made(made: NewToken) -> TokenMade:
    """A token, the only time that it is seen."""
    until = at_centre(made.expires_at) if made.expires_at else None
    return TokenMade(id=made.id, account=made.account, token=made.token, expires_at=until)


def _password(credentials: StaffCredentialRow | None) -> str:
    if credentials is None or credentials.password is None:
        return "none"
    return "one_time" if credentials.must_change else "own"


def _token(row: StaffTokenRow, now: datetime) -> TokenView:
    is_expired = row.expires_at is not None and row.expires_at <= now
    return TokenView(
        id=row.id,
        name=row.name,
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


def consent(row: StaffConsentRow, actor: Actor) -> ConsentView:
    """What waits for a second person, as the actor sees it."""
    return ConsentView(
        number=row.number,
        what=row.what,
        what_name=ACT_NAMES.get(row.what, row.what),
        asker=row.asker,
        subject=row.subject,
        about=row.about,
        reason=row.reason,
        asked_at=at_centre(row.asked_at),
        until=at_centre(row.asked_at + GOOD_FOR),
        agreed_by=row.agreed_by,
        can_agree=not row.agreed_by and may_agree(actor, row),
    )
