"""A case as far as it is somebody's of the staff to see."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases import repository
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.platform.errors import NotShown, NotYours
from knowledge.base.roles import Role
from knowledge.cases.procedure.projection import fold
from knowledge.cases.record.facts import CaseFacts
from knowledge.staff.masking import sees_papers


async def visible_case(
    session: AsyncSession, actor: Actor, number: str, *, to_act: bool = False
) -> tuple[CaseRow, Sequence[StoredEntry], CaseFacts, frozenset[Role]]:
    """The case with its log, its facts, and the roles in which the actor deals with it.

    Raises:
        NotYours: There is none, or it is not the actor's to see.
    """
    find = repository.to_act_on if to_act else repository.by_number
    case = await find(session, number[:12])
    if case is None:
        raise NotYours
    lines = await repository.log_of(session, case.number)
    facts = fold(map(entry_of, lines))
    departments = {case.department, *(task.department for task in facts.tasks)}
    return case, lines, facts, actor.must_reach([case.window], departments)


def must_see_papers(roles: Collection[Role]) -> None:
    """What stands on a paper cannot be masked.

    Raises:
        NotShown: None of the actor's roles at the case handles it.
    """
    if not sees_papers(roles):
        raise NotShown("督查人员不看材料和证照的内容，要核对请承办部门给您看。")
