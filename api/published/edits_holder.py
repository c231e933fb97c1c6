"""The edits of the library, in memory: over the shipped files, in every process that shares the database, from the next question on.

Whoever is about to answer from the library asks :meth:`EditsHolder.refresh`, which costs one look at the number of the last edit.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.platform.database import Database
from api.published.answer_library import Library
from api.published.catalogue_holder import CatalogueHolder, HeldCatalogue
from api.published.models import LibraryEditRow, LibraryReleaseRow
from api.published.release_models import ANSWERS, ITEMS, MATTERS, Lesson, ReleaseModels
from knowledge.answers.answer import AnswerLibrary
from knowledge.answers.finder import AnswerFinder
from knowledge.elsewhere.finder import MatterFinder
from knowledge.elsewhere.matter import Register
from knowledge.studio.edit import EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.effect import added, edited_answers, edited_catalogue, edited_register
from knowledge.studio.record import readable, with_records

log = logging.getLogger("intake.library")


class EditsHolder:
    """Holds what is in force today.

    Args:
        shipped_answers: The answers as they come with the product, with what finds them.
        shipped_matters: Likewise what others do.
        today: The day for which edits count.
        follows: Whether what is edited later is taken over.

    Attributes:
        library, matters: With the edits that count.
    """

    def __init__(
        self,
        database: Database,
        holder: CatalogueHolder,
        shipped_answers: Library,
        shipped_matters: MatterFinder,
        today: Callable[[], date],
        *,
        follows: bool = True,
    ) -> None:
        self._database = database
        self._holder = holder
        self._today = today
        self._follows = follows
        self._answers = shipped_answers
        self._matters = shipped_matters
        self._edits = LibraryEdits({})
        self._state: tuple[tuple[int, int], date | None] = (_NOTHING_EDITED, None)
        self._learned = ReleaseModels(holder.models, shipped_answers.finder.library, shipped_matters.register)
        self._refreshing = asyncio.Lock()
        self.library = shipped_answers
        self.matters = shipped_matters

    @property
    def latest(self) -> int:
        """Number of the last edit that was taken over; 0 where there is none."""
        return self._state[0][0]

    @property
    def shipped_answers(self) -> AnswerLibrary:
        """The answers as they come with the product."""
        return self._answers.finder.library

    @property
    def shipped_register(self) -> Register:
        """The matters as they come with the product."""
        return self._matters.register

    async def refresh(self) -> bool:
        """Take over what was edited since, here or in another process, and what a new day brings into force.

        Returns:
            Whether anything was exchanged.
        """
        if not self._follows:
            return False
        latest = await self._database.read(_latest)
        today = self._today()
        if self._is_known(latest, today):
            return False
        async with self._refreshing:
            if self._is_known(latest, today):
                return False
            latest, edits, released = await self._database.read(_all_in_force)
            await asyncio.to_thread(self._take, edits, released, today)
            self._state = (latest, today)
            return True

    async def standing(self, edits: LibraryEdits) -> tuple[CatalogueHolder, EditsHolder]:
        """What would be in force today if these edits were a release; it stays as it is, and nothing that is in force changes by it."""
        holder = self._holder.beside()
        other = EditsHolder(self._database, holder, self._answers, self._matters, self._today, follows=False)
        await asyncio.to_thread(other._take, edits, edits, self._today())
        return holder, other

    def lessons(self, edits: LibraryEdits) -> list[Lesson]:
        """What is to be learned for a release of these edits, learned already or not."""
        return self._learned.lessons(self._holder.published, edits)

    async def watch(self, every_s: float, stopping: asyncio.Event) -> None:
        """Refresh until it is time to stop; a fault is logged and what is in force stays."""
        while not stopping.is_set():
            try:
                await self.refresh()
            except Exception as error:
                log.error("library not refreshed: %s", type(error).__name__)
            try:
                await asyncio.wait_for(stopping.wait(), every_s)
            except TimeoutError:
                continue

    def _is_known(self, latest: tuple[int, int], today: date) -> bool:
        return latest == self._state[0] and (today == self._state[1] or latest == _NOTHING_EDITED)

    def _take(self, edits: LibraryEdits, released: LibraryEdits, today: date) -> None:
        """Make what is in force, all of it before any of it is exchanged.

        Args:
            edits: Whatever was edited last, of which all but whole records count at once.
            released: What the running release has.
        """
        released, unreadable = readable(released)
        for (_, key), fault in unreadable:
            log.error("record left as published: %s %s", key, fault)
        lessons = self._learned.lessons(self._holder.published, released)
        library = self._edited_library(edits, released, lessons, today)
        matters = self._edited_matters(edits, released, lessons, today)
        self._holder.lay_over(lambda held: self._edited(held, edits, released, today))
        self._edits, self.library, self.matters = edits, library, matters

    def _edited(
        self, held: HeldCatalogue, edits: LibraryEdits, released: LibraryEdits, today: date
    ) -> HeldCatalogue:
        catalogue = edited_catalogue(with_records(held.catalogue, released, today), edits, today)
        if catalogue is held.catalogue:
            return held
        lessons = self._learned.lessons(held.catalogue, released)
        said = added(edits, EntryKind.ITEM, today)
        matcher = self._learned.matcher(ITEMS, held.matcher, lessons, said, released)
        return HeldCatalogue(catalogue, matcher, self._learned.options(held, lessons))

    def _edited_library(
        self, edits: LibraryEdits, released: LibraryEdits, lessons: list[Lesson], today: date
    ) -> Library:
        shipped = self._answers
        answers = edited_answers(shipped.finder.library, edits, today)
        if answers is shipped.finder.library:
            return shipped
        said = added(edits, EntryKind.ANSWER, today)
        matcher = self._learned.matcher(ANSWERS, shipped.finder.matcher, lessons, said, released)
        return Library(AnswerFinder(answers, matcher))

    def _edited_matters(
        self, edits: LibraryEdits, released: LibraryEdits, lessons: list[Lesson], today: date
    ) -> MatterFinder:
        """The matters' matcher knows the items too: a phrasing of an item is no longer heard as a matter."""
        shipped = self._matters
        said = added(edits, EntryKind.ELSEWHERE, today) + added(edits, EntryKind.ITEM, today)
        register = edited_register(shipped.register, edits, today)
        if not said and register is shipped.register:
            return shipped
        return MatterFinder(
            register, self._learned.matcher(MATTERS, shipped.matcher, lessons, said, released)
        )


_NOTHING_EDITED = (0, 0)


async def _latest(session: AsyncSession) -> tuple[int, int]:
    """Numbers of the last edit and of the running release; 0 where there is none."""
    edit = select(func.max(LibraryEditRow.id)).scalar_subquery()
    release = select(func.max(LibraryReleaseRow.number)).scalar_subquery()
    found = (await session.execute(select(edit, release))).one()
    return found[0] or 0, found[1] or 0


async def _all_in_force(session: AsyncSession) -> tuple[tuple[int, int], LibraryEdits, LibraryEdits]:
    latest = await _latest(session)
    running = select(LibraryReleaseRow.through).where(LibraryReleaseRow.number == latest[1])
    through = await session.scalar(running) or 0
    released = edits_of(await last_rows(session, through)) if through else LibraryEdits({})
    return latest, edits_of(await last_rows(session)), released


async def last_rows(session: AsyncSession, through: int | None = None) -> Sequence[LibraryEditRow]:
    """The last edit of every entry, of all edits or of those up to a number."""
    wanted = select(LibraryEditRow).where(LibraryEditRow.id.in_(last_of_each(through)))
    return (await session.scalars(wanted.order_by(LibraryEditRow.id))).all()


def edits_of(rows: Iterable[LibraryEditRow]) -> LibraryEdits:
    """What rows say, by entry."""
    return LibraryEdits(
        {(EntryKind(row.kind), row.key): LibraryEdit.model_validate(row.data) for row in rows}
    )


def last_of_each(through: int | None = None) -> Select[tuple[int]]:
    """The number of the last edit of every entry, as a subquery; of those up to a number, where one is given."""
    wanted = select(func.max(LibraryEditRow.id)).group_by(LibraryEditRow.kind, LibraryEditRow.key)
    return wanted if through is None else wanted.where(LibraryEditRow.id <= through)
