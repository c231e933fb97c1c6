"""A filtered queue as an Excel file: page by page from the database, on record before it is given out."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import IO, Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.access.consents import export_reason
from api.cases.repository import logs_of
from api.desk import repository
from api.desk.case_sheet import CaseSheet, cells_of
from api.desk.filters import CaseFilter, ExportFilter
from api.desk.queue import places_of
from api.desk.repository import Place
from api.services import Services
from knowledge.base.dates import moment_text
from knowledge.cases.queue.search_text import read_search

MOST = 50_000
"""Rows of a file."""

PAGE = 200
IN_MEMORY = 4_000_000
"""Bytes; a larger file stands on the disk until it is sent."""

PIECE = 64 * 1024
CUT = f"只列了前{MOST}件，后面还有。请缩小条件，分几次导出。"


async def export(actor: Actor, wanted: ExportFilter, services: Services) -> AsyncIterator[bytes]:
    """The file in pieces.

    One at a time for each account: a second one waits until the first is made.

    Raises:
        NotYours: The filter names a window that is another one's.
        ReasonMissing: Nobody said why.
        SecondPersonNeeded: Nobody agreed yet.
    """
    shown = {"sheet": "desk/cases", **_on_record(wanted)}
    reason = await export_reason(
        services, actor, "exported", shown, wanted.reason, exact=wanted.model_dump_json(exclude={"reason"})
    )
    file: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (closed when it has been sent)
    try:
        async with services.locks.of(f"export/{actor.id}"):
            count, is_cut = await _write(file, actor, wanted, services)
        about = {"filter": _on_record(wanted), "count": count, "cut": is_cut, "reason": reason}
        await audit.record(services.database, services.now(), actor.id, "exported", "desk/cases", about)
    except BaseException:
        file.close()
        raise
    return _pieces(file)


async def _write(file: IO[bytes], actor: Actor, wanted: CaseFilter, services: Services) -> tuple[int, bool]:
    sheet = CaseSheet.begun(f"{moment_text(services.now())}导出；姓名和手机是遮盖的。")
    try:
        count, last = await _fill(sheet, actor, wanted, services)
        is_cut = count >= MOST and await _is_more(actor, wanted, last, services)
        if is_cut:
            sheet.append([CUT])
    except BaseException:
        sheet.abandon()
        raise
    await asyncio.to_thread(sheet.save, file)
    return count, is_cut


async def _fill(
    sheet: CaseSheet, actor: Actor, wanted: CaseFilter, services: Services
) -> tuple[int, Place | None]:
    """The rows of all pages; how many they were, and where they ended."""
    after: Place | None = None
    count = 0
    while True:
        read = partial(_page, actor=actor, wanted=wanted, after=after, services=services)
        places, rows = await services.database.read(read)
        for cells in rows[: MOST - count]:
            sheet.append(cells)
        count += min(len(rows), MOST - count)
        after = places[-1] if places else after
        if len(places) < PAGE or count >= MOST:
            return count, after


async def _page(
    session: AsyncSession, actor: Actor, wanted: CaseFilter, after: Place | None, services: Services
) -> tuple[Sequence[Place], list[list[str]]]:
    places = await places_of(session, actor, wanted, after, PAGE, services)
    numbers = [number for _, _, number in places]
    lines, logs = await repository.lines_of(session, numbers), await logs_of(session, numbers)
    rows: list[list[str]] = []
    for number in numbers:
        if number in lines:
            rows.append(cells_of(lines[number], logs.get(number, ()), actor.roles, services))
        await asyncio.sleep(0)  # a page at once would hold up everybody else
    return places, rows


async def _is_more(actor: Actor, wanted: CaseFilter, after: Place | None, services: Services) -> bool:
    found = await services.database.read(
        lambda session: places_of(session, actor, wanted, after, 1, services)
    )
    return bool(found)


def _on_record(wanted: CaseFilter) -> dict[str, Any]:
    """The filter without what was typed: it may be somebody's name."""
    said = wanted.model_dump(mode="json", exclude_none=True, exclude={"reason"})
    if typed := said.pop("q", ""):
        said["searched_by"] = [kind.value for kind in read_search(typed).kinds]
    return said


async def _pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
    with file:
        file.seek(0)
        while piece := await asyncio.to_thread(file.read, PIECE):
            yield piece
