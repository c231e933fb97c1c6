"""Archive a case for somebody who deals with it: contact data in the clear only where their role may ask for it, on record."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.archive.contents import CaseContents, HeldPaper, ReadUpload, case_contents, papers, with_checksums
from api.archive.official_papers import PaperSource, papers_to, pdf
from api.archive.zip_packing import packed
from api.cases import repository as cases
from api.cases.visible_case import visible_case
from api.platform.errors import NotYours
from api.platform.pages.addresses import configured_url
from api.services import Services
from knowledge.base.roles import Role
from knowledge.privacy.kinds import Personal
from knowledge.staff.masking import can_unmask, sees_papers, shown

Piece = TypeVar("Piece")


async def archive(actor: Actor, number: str, address: str, services: Services) -> AsyncIterator[bytes]:
    """The archive of a case, in pieces; who took it and which contact data were in it stands on record before the first one.

    Args:
        address: Of the service, where the papers in it can be checked.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
        PaperMissing: A paper cannot be read.
        PdfNotMade: One of the official papers cannot be set now.
    """

    async def read(session: AsyncSession) -> tuple[CaseContents, frozenset[Role]]:
        case, log, _, roles = await visible_case(session, actor, number)
        return await case_contents(session, case, log), roles

    of, roles = await services.database.read(read)
    sealed = services.vault.unseal(of.case.contact)
    asked = can_unmask(roles, sealed)
    await audit.record(
        services.database, services.now(), actor.id, "archived", of.case.number, {"fields": sorted(asked)}
    )
    contact = shown(roles, sealed) | {name: sealed[name] for name in asked}
    if not sees_papers(roles):
        of = replace(of, uploads=(), result=None)
    return await packed_up(of, contact, address, services, services.uploads.store.content)


async def archive_for_console(
    number: str, services: PaperSource, read_upload: ReadUpload
) -> AsyncIterator[bytes]:
    """The archive for whoever may read the data folder, with the contact data in the clear.

    Raises:
        NotYours: There is no such case.
        PaperMissing: A paper cannot be read.
        PdfNotMade: One of the official papers cannot be set now.
    """

    async def read(session: AsyncSession) -> CaseContents:
        case = await cases.by_number(session, number)
        if case is None:
            raise NotYours(f"没有办件 {number}。请核对编号。")
        return await case_contents(session, case, await cases.log_of(session, number))

    of = await services.database.read(read)
    contact = services.vault.unseal(of.case.contact)
    await audit.record(
        services.database, services.now(), audit.CONSOLE, "archived", number, {"fields": sorted(contact)}
    )
    return await packed_up(of, contact, configured_url(services.settings), services, read_upload)


async def packed_up(
    of: CaseContents,
    contact: Mapping[str, str],
    address: str,
    services: PaperSource,
    read_upload: ReadUpload,
) -> AsyncIterator[bytes]:
    """Measure every paper first, so that an archive that is begun can be finished."""
    found = papers_to(of.case, of.log, contact.get(Personal.NAME, ""), services)
    official = {one.place: await pdf(found, one.place, address, services) for one in found.papers}
    loose = list(papers(of, contact, official, read_upload))
    held: list[HeldPaper] = [await asyncio.to_thread(with_checksums, one) for one in loose]
    return _in_threads(packed(of.case.number, held, of.case.log_head, of.log[-1].at))


async def _in_threads(pieces: Iterator[Piece]) -> AsyncIterator[Piece]:
    """Reading and packing a paper takes long enough to hold up everybody else."""
    while True:
        piece = await asyncio.to_thread(next, pieces, None)
        if piece is None:
            return
        yield piece
