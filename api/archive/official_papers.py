"""The written papers of a case: listed, set as PDF, and told true or not by the code that each bears.

Nothing is stored: a paper follows from the entry of the log that it stands for, which is chained and sealed, and so is the same every time.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.platform.errors import PaperNotThere, PdfNotMade
from api.platform.pages.qr import qr_svg
from api.platform.security import Vault, same
from api.platform.settings import Settings
from api.platform.sources import Source
from api.printing.own_template import own_template
from api.printing.renderer import DocumentRenderer
from api.services import Services
from knowledge.base.dates import day_text
from knowledge.base.roles import Role
from knowledge.cases.archive.official import OfficialPaper, official_papers
from knowledge.cases.record.number import is_case_number
from knowledge.privacy.contact_data import masked
from knowledge.privacy.kinds import Personal
from knowledge.staff.masking import shown

log = logging.getLogger("intake.papers")

MAC_SIGNS = 10
"""Of a code: 40 bits under a key, and each try is counted."""
SEALS = "seals"
"""Folder of the data folder with ``<department>.png``, or ``centre.png`` for all: the seals as they are printed."""
LARGEST_SEAL = 500_000
"""Bytes."""


@dataclass(frozen=True)
class Papers:
    """The papers of a case; ``to`` is for whom they are, as the reader may see it."""

    case: CaseRow
    authority: str
    to: str
    papers: tuple[OfficialPaper, ...]

    def at(self, place: int) -> OfficialPaper:
        """The paper of a place.

        Raises:
            PaperNotThere: There is none.
        """
        found = next((one for one in self.papers if one.place == place), None)
        if found is None:
            raise PaperNotThere
        return found


class PaperSource(Source, Protocol):
    """What papers are made from; ``api.services.Services`` is one, and the console's data folder another."""

    @property
    def settings(self) -> Settings: ...

    @property
    def renderer(self) -> DocumentRenderer: ...


def papers_of(
    case: CaseRow, lines: Sequence[StoredEntry], roles: Collection[Role], services: Services
) -> Papers:
    """The papers of a case for the staff."""
    contact = shown(roles, services.vault.unseal(case.contact))
    return papers_to(case, lines, contact.get(Personal.NAME, ""), services)


def papers_of_owner(case: CaseRow, lines: Sequence[StoredEntry], services: Services) -> Papers:
    """The papers of a case for its applicant."""
    return papers_to(case, lines, services.vault.unseal(case.contact).get(Personal.NAME, ""), services)


def papers_to(case: CaseRow, lines: Sequence[StoredEntry], to: str, services: PaperSource) -> Papers:
    """The papers of a case for whoever reads the applicant's name like this."""
    department = services.catalogue.departments.get(case.department)
    entries = [(entry_of(line), line.hash) for line in lines]
    found = official_papers(case.number, entries, services.settings.review_body)
    return Papers(case, department.name if department else case.department, to or "申请人", found)


def code_of(vault: Vault, number: str, paper: OfficialPaper) -> str:
    """By which anybody can find out whether a paper is true: ``261123000017-02-3FA2C1D09B``."""
    mac = vault.digest("paper/code", f"{number}/{paper.place}/{paper.hash}")[:MAC_SIGNS].upper()
    return f"{number}-{paper.place:02d}-{mac}"


async def checked(session: AsyncSession, code: str, services: Services) -> tuple[Papers, OfficialPaper]:
    """The paper that bears this code, with the applicant masked.

    Raises:
        PaperNotThere: None does.
    """
    number, _, rest = code.strip().upper().partition("-")
    place, _, _ = rest.partition("-")
    if not (is_case_number(number) and place.isascii() and place.isdigit() and len(place) < 4):
        raise PaperNotThere
    case = await repository.by_number(session, number)
    if case is None:
        raise PaperNotThere
    found = papers_of_owner(case, await repository.log_of(session, number), services)
    paper = found.at(int(place))
    if not same(code.strip().upper(), code_of(services.vault, number, paper)):
        raise PaperNotThere
    return Papers(case, found.authority, masked(Personal.NAME, found.to), found.papers), paper


async def pdf(found: Papers, place: int, address: str, services: PaperSource) -> bytes:
    """A paper as PDF.

    Args:
        address: Of the service, without a slash at its end.

    Raises:
        PaperNotThere: The case has none at this place.
        PdfNotMade: The process that sets it died.
    """
    paper = found.at(place)
    code = code_of(services.vault, found.case.number, paper)
    check_at = f"{address}/v/{code}"
    seal = await asyncio.to_thread(_seal, services.settings.data_dir / SEALS, found.case.department)
    manuscript = json.dumps(
        {
            "title": paper.title,
            "number": paper.number,
            "authority": found.authority,
            "to": found.to,
            "item": found.case.item,
            "case": found.case.number,
            "says": paper.says,
            "remedy": paper.remedy,
            "day": day_text(paper.day),
            "code": code,
            "address": check_at,
            "qr": qr_svg(check_at, "核验这份文书"),
            "seal": list(seal),
        },
        ensure_ascii=False,
    )
    return await _set(manuscript, services)


async def _set(manuscript: str, services: PaperSource) -> bytes:
    """With the centre's own template where it has one that can be used; a paper is never held up by it."""
    own = await asyncio.to_thread(own_template, services.settings.data_dir)
    if own is not None:
        try:
            return await services.renderer.pdf(manuscript, str(own.resolve()))
        except PdfNotMade:
            log.error("the centre's own template of papers cannot be set; the shipped one is used")
    return await services.renderer.pdf(manuscript, "paper")


def _seal(folder: Path, department: str) -> bytes:
    """The authority's seal as the centre has put it there; nothing where it has not."""
    for name in (f"{Path(department).name}.png", "centre.png"):
        file = folder / name
        if file.is_file() and file.stat().st_size <= LARGEST_SEAL:
            return file.read_bytes()
    return b""
