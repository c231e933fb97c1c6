"""What a submitted application still takes: papers that a correction asks for, and those agreed to come later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from knowledge.cases.procedure.projection import fold
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState


async def asked_for(session: AsyncSession, intake_id: str, *, to_act: bool = False) -> Mapping[str, datetime]:
    """The materials that the cases of an intake wait for, and since when: what came before belongs to the case and stays.

    Args:
        to_act: For whoever changes files by it: the papers are not handed in meanwhile.
    """
    cases = await (_held if to_act else repository.of_submission)(session, intake_id)
    logs = await repository.logs_of(session, [case.number for case in cases if case.is_open])
    return {material: at for log in logs.values() for material, at in _asked(log).items()}


async def _held(session: AsyncSession, intake_id: str) -> Sequence[CaseRow]:
    numbers = await repository.numbers_of_submissions(session, [intake_id])
    return await repository.all_to_act_on(session, numbers.get(intake_id, []))


def _asked(log: Sequence[StoredEntry]) -> dict[str, datetime]:
    facts = fold(map(entry_of, log))
    asked = dict.fromkeys(facts.later, log[0].at)
    if facts.state == CaseState.CORRECTION:
        at = [row.at for row in log if row.act == Act.REQUEST_CORRECTION][-1]
        asked |= {point.material: at for point in facts.corrections[-1].points}
    return asked
