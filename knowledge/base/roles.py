"""Who may act (角色): the one list of roles that the transition table, staff accounts, policies and screens share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum


class Role(StrEnum):
    """In what capacity somebody acts."""

    APPLICANT = "applicant"
    WINDOW = "window"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    SUPERVISOR = "supervisor"
    TUNER = "tuner"
    ADMINISTRATOR = "administrator"
    REGULATOR = "regulator"
    PARTNER = "partner"
    SYSTEM = "system"


ROLE_NAMES: dict[Role, str] = {
    Role.APPLICANT: "申请人",
    Role.WINDOW: "受理窗口",
    Role.REVIEWER: "审查人员",
    Role.APPROVER: "审核人员",
    Role.SUPERVISOR: "督查人员",
    Role.TUNER: "知识库管理员",
    Role.ADMINISTRATOR: "系统管理员",
    Role.REGULATOR: "监管人员",
    Role.PARTNER: "对接系统",
    Role.SYSTEM: "系统",
}

STAFF_ROLES = (
    Role.WINDOW,
    Role.REVIEWER,
    Role.APPROVER,
    Role.SUPERVISOR,
    Role.TUNER,
    Role.ADMINISTRATOR,
    Role.REGULATOR,
)
"""Roles that a person's account can have; 对接系统 is the only role of a partner system's account."""


class Scope(StrEnum):
    """Whose cases a role reaches."""

    WINDOW = "window"
    DEPARTMENT = "department"
    ALL = "all"
    NONE = "none"


SCOPE_NAMES: dict[Scope, str] = {
    Scope.WINDOW: "本窗口",
    Scope.DEPARTMENT: "本部门",
    Scope.ALL: "全部",
    Scope.NONE: "不办理办件",
}

_SCOPES: dict[Role, Scope] = {
    Role.WINDOW: Scope.WINDOW,
    Role.REVIEWER: Scope.DEPARTMENT,
    Role.APPROVER: Scope.DEPARTMENT,
    Role.SUPERVISOR: Scope.ALL,
    Role.SYSTEM: Scope.ALL,
}


def scope_of(role: Role) -> Scope:
    """Whose cases a role reaches; applicants and partners reach theirs by other proof than a role."""
    return _SCOPES.get(role, Scope.NONE)


def reaching(
    roles: Iterable[Role],
    *,
    own_windows: Collection[str],
    own_department: str,
    windows: Collection[str],
    departments: Collection[str],
) -> frozenset[Role]:
    """Those of somebody's roles in which they may deal with a case.

    Args:
        own_windows: Where the person sits.
        own_department: Whose person it is.
        windows: Windows that the case is at.
        departments: Departments that take part: the one in charge, and those it was sent out to (并联审批).
    """
    within = {
        Scope.WINDOW: any(window in own_windows for window in windows),
        Scope.DEPARTMENT: bool(own_department) and own_department in departments,
        Scope.ALL: True,
        Scope.NONE: False,
    }
    return frozenset(role for role in roles if within[scope_of(role)])


def named(roles: Iterable[Role]) -> str:
    """Roles as a sentence lists them, in the order of the list above."""
    chosen = set(roles)
    return "或者".join(f"「{ROLE_NAMES[role]}」" for role in Role if role in chosen)
