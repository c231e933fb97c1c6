"""Whose cases somebody sees, as conditions of a query: one a window, one of the department, one of the cases sent to it.

Each condition fits an index of its own; a page is put together out of the first lines of each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, select, true

from api.access.actor import Actor
from api.cases.models import CaseRow, DepartmentTaskRow
from api.platform.errors import NotYours
from knowledge.base.roles import Role, Scope, scope_of


def scopes_of(actor: Actor) -> frozenset[Scope]:
    """How far the actor's roles reach."""
    return frozenset(map(scope_of, actor.roles))


def conditions(actor: Actor, *, answered: bool) -> list[ColumnElement[bool]]:
    """What each of the actor's roles reaches.

    Args:
        answered: Also cases on which the department has given its opinion already.
    """
    scopes = scopes_of(actor)
    if Scope.ALL in scopes:
        return [true()]
    found: list[ColumnElement[bool]] = []
    if Scope.WINDOW in scopes:
        found += [CaseRow.window == window for window in sorted(actor.windows)]
    if Scope.DEPARTMENT in scopes and actor.department:
        found += [CaseRow.department == actor.department, _sent_to(actor.department, answered)]
    return found


def must_see_window(actor: Actor, window: str) -> None:
    """A clerk looks at windows of their own; departments look at their cases wherever they came in.

    Raises:
        NotYours: The window is another one's.
    """
    if scopes_of(actor) & {Scope.ALL, Scope.DEPARTMENT} or window in actor.windows:
        return
    raise NotYours("这个窗口不归您，请选您自己的窗口。")


def sees(actor: Actor, window: str, department: str) -> bool:
    """Whether a case at this window and department is theirs to see, joint handling left aside."""
    return bool(actor.roles_at([window], [department]))


def summed(
    actor: Actor, tally: Mapping[tuple[str, str, str], int], stages: Collection[str]
) -> dict[str, int]:
    """How many open cases of each group are theirs.

    Args:
        tally: Window, department and group to count.
    """
    counts = dict.fromkeys(stages, 0)
    for (window, department, stage), count in tally.items():
        if sees(actor, window, department):
            counts[stage] += count
    return counts


def has_department(actor: Actor) -> bool:
    """Whether the actor speaks for a department."""
    return bool(actor.department) and actor.may(Role.REVIEWER, Role.APPROVER)


def _sent_to(department: str, answered: bool) -> ColumnElement[bool]:
    sent = select(DepartmentTaskRow.case_number).where(DepartmentTaskRow.department == department)
    if not answered:
        sent = sent.where(DepartmentTaskRow.answered.is_(None))
    return CaseRow.number.in_(sent)
