"""What an account of the staff is to be (工作人员账号), and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.base.roles import ROLE_NAMES, STAFF_ROLES, Role
from knowledge.catalogue.affair import Catalogue

LONGEST_NAME = 30


ACTING = (Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR)
"""Roles that deal with cases or look after those who do; whoever gives out roles has none of them."""


def excluded_with(roles: Collection[str]) -> list[Role]:
    """The roles among these that nobody has who gives out roles; empty where they may stand together."""
    return [role for role in ACTING if role in roles] if Role.ADMINISTRATOR in roles else []


@dataclass(frozen=True)
class NewAccount:
    """What an account is to be.

    Attributes:
        name: Shown to colleagues.
        department: Id of the catalogue.
        windows: Ids of the catalogue.
        roles: Codes of :class:`~knowledge.base.roles.Role`.
    """

    name: str
    department: str
    windows: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class AccountChange:
    """What an account is to be from now on; None leaves a part as it is. A name is for life: logs show it."""

    department: str | None = None
    windows: tuple[str, ...] | None = None
    roles: tuple[str, ...] | None = None

    def of(self, account: NewAccount) -> NewAccount:
        """The account with the change."""
        return NewAccount(
            account.name,
            account.department if self.department is None else self.department,
            account.windows if self.windows is None else self.windows,
            account.roles if self.roles is None else self.roles,
        )


def change_faults(change: AccountChange, account: NewAccount, catalogue: Catalogue) -> list[str]:
    """Everything that is wrong with a change; what it leaves alone may be of an older catalogue.

    A partner's system stays one, and nobody of the staff becomes one: its token lies in a program.
    """
    if change == AccountChange():
        return ["请写出要改什么：部门、窗口或者身份。"]
    after = change.of(account)
    if (Role.PARTNER in account.roles) != (Role.PARTNER in after.roles):
        return ["对接系统的账号和工作人员的账号不能互相改。请另建一个账号。"]
    return [
        *(_department_faults(after.department, catalogue) if change.department is not None else []),
        *(_window_faults(after.windows, catalogue) if change.windows is not None else []),
        *_role_faults(after),
    ]


def faults(new: NewAccount, catalogue: Catalogue) -> list[str]:
    """Everything that is wrong with what an account is to be, as Chinese sentences; empty where it can be made."""
    return [
        *_name_faults(new.name),
        *_department_faults(new.department, catalogue),
        *_window_faults(new.windows, catalogue),
        *_role_faults(new),
    ]


def _name_faults(name: str) -> list[str]:
    bare = name.strip()
    if not bare:
        return ["请写出姓名。"]
    if len(bare) > LONGEST_NAME:
        return [f"姓名最多{LONGEST_NAME}个字。"]
    if not bare.isprintable():
        return ["姓名里有不能显示的字符，请重新输入。"]
    return []


def _department_faults(department: str, catalogue: Catalogue) -> list[str]:
    if department in catalogue.departments:
        return []
    return [f"事项库里没有部门「{department}」。可以用：{_listed(catalogue.departments)}。"]


def _window_faults(windows: Collection[str], catalogue: Catalogue) -> list[str]:
    unknown = sorted(window for window in set(windows) if window not in catalogue.windows)
    if not unknown:
        return []
    named = "、".join(f"「{window}」" for window in unknown)
    return [f"事项库里没有窗口{named}。可以用：{_listed(catalogue.windows)}。"]


def _role_faults(new: NewAccount) -> list[str]:
    possible = {role.value for role in (*STAFF_ROLES, Role.PARTNER)}
    unknown = sorted(role for role in set(new.roles) if role not in possible)
    found = []
    if unknown:
        known = "、".join(f"{role.value}（{ROLE_NAMES[role]}）" for role in (*STAFF_ROLES, Role.PARTNER))
        found.append(f"没有身份{'、'.join(f'「{role}」' for role in unknown)}。可以用：{known}。")
    if not new.roles:
        found.append("请至少写一个身份（--role）。")
    if Role.PARTNER in new.roles and (len(set(new.roles)) > 1 or new.windows):
        found.append("对接系统的账号不能再有别的身份和窗口。")
    if acting := excluded_with(new.roles):
        named = "、".join(ROLE_NAMES[role] for role in acting)
        found.append(f"系统管理员不能同时是{named}：管账号的不办件，办件的不管账号。请另建一个账号。")
    if Role.WINDOW in new.roles and not new.windows:
        found.append("受理窗口的账号至少要有一个窗口（--window）。")
    return found


def _listed(known: Collection[str]) -> str:
    return "、".join(sorted(known))
