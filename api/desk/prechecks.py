"""What the pre-check says of the submissions of a page, in a word each; worked out again only where files or the day have changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from api.desk import repository
from api.services import Services
from api.uploads.schemas import MaterialSlot
from api.uploads.slot_display import files_of
from api.uploads.views import WAITING
from knowledge.cases.queue.paper_words import precheck_words


async def prechecks_of(
    session: AsyncSession, intakes: Collection[str], services: Services
) -> Mapping[str, str]:
    """Submission to a word; what a person should look at is counted over all its materials."""
    checks = await repository.checks_of(session, set(intakes))
    found = {}
    for intake in set(intakes):
        files = checks.get(intake, [])
        waiting = sum(check in WAITING for _, check in files)
        findings = await _findings(session, intake, tuple(files), services) if files else 0
        found[intake] = precheck_words(len(files), waiting, findings)
    return found


async def _findings(
    session: AsyncSession, intake: str, files: tuple[tuple[str, str], ...], services: Services
) -> int:
    """A paper may be out of date today that was not yesterday."""
    key = (intake, services.today(), files)
    known = services.findings.get(key)
    if known is None:
        known = sum(_on(slot) for slot in await files_of(session, intake, services))
        services.findings.put(key, known)
    return known


def _on(slot: MaterialSlot) -> int:
    return len(slot.findings) + sum(len(file.check.findings) for file in slot.files)
