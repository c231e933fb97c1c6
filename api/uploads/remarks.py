"""What the pre-check asks to have mended, all materials together: said before a submission, and never stopping one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.reading import found
from api.intakes.views import renewal_in
from api.services import Services
from api.uploads import repository, slot_display
from api.uploads.licence_expiry import expiry_handed_in
from api.uploads.schemas import MaterialSlot, Remark, RemarkList
from knowledge.papers.finding import Finding, Severity


async def remarks_of(session: AsyncSession, intake_id: str, services: Services) -> RemarkList:
    """Everything that should be mended, in the order of the notice; doubts are left to the window."""
    row = await found(session, intake_id)
    read = await expiry_handed_in(session, row, services)
    renewal = renewal_in(row, services, read)
    if not await repository.files_of(session, intake_id):
        return RemarkList(remarks=[], waiting=0, renewal=renewal)
    seen = await slot_display.slots(session, intake_id, services)
    remarks = [one for slot in seen.slots for one in on(slot)]
    return RemarkList(remarks=remarks, waiting=seen.waiting, renewal=renewal)


def on(slot: MaterialSlot) -> Iterator[Remark]:
    """What should be mended about one material; of several files it says which."""
    for finding in _grave(slot.findings):
        yield Remark(material=slot.id, name=slot.name, say=finding.say)
    for number, file in enumerate(slot.files, 1):
        name = f"{slot.name}第{number}张" if len(slot.files) > 1 else slot.name
        for finding in _grave(file.check.findings):
            yield Remark(material=slot.id, name=name, say=finding.say)


def _grave(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.MEND]
