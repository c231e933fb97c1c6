"""Everything that is sealed, sealed anew after the secret has changed, and what is found by a keyed digest made findable again.

The service may run meanwhile: a value is put back only where it is still the one that was read, and the service opens both keys. Broken off
and begun again, it goes on with what is left, since each sealed value names its key.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.fernet import InvalidToken
from sqlalchemy import Table, and_, bindparam, not_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.models import StaffCredentialRow
from api.cases.models import CaseRow
from api.cases.search_columns import name_digest, tail_digest, tail_of_case
from api.desk.models import NoteRow, SharedCheckRow
from api.intakes.models import IntakeRow
from api.paper_files.store import THUMBNAIL
from api.platform.database import Database
from api.platform.errors import StartupProblem
from api.platform.security import InvalidTag, Vault
from api.reminders.models import ReminderRow
from api.talks.models import CallbackRow
from api.uploads.models import FileRow, PaperRow
from knowledge.privacy.contact_data import applicant_called, called_at

BATCH = 1_000
"""Values a transaction: some fifty milliseconds, in which other writers wait on SQLite."""

_CACHE = text("PRAGMA cache_size = -131072")
"""128 MB on SQLite: digests stand anywhere in their indexes, and with its usual 2 MB each page is written many times over."""

SEALED: tuple[tuple[Any, str], ...] = (
    (IntakeRow, "contact"),
    (CaseRow, "contact"),
    (NoteRow, "text"),
    (FileRow, "name"),
    (PaperRow, "reading"),
    (StaffCredentialRow, "code_secret"),
    (StaffCredentialRow, "code_pending"),
    (CallbackRow, "phone"),
    (ReminderRow, "email"),
    (SharedCheckRow, "note"),
)
"""Every column that holds a sealed value."""


STORES = ("uploads", "letters")
"""Every folder of the data folder in which a paper store seals its files."""


@dataclass
class Resealed:
    """What was done.

    Attributes:
        values: Sealed anew.
        files: Likewise.
        unreadable: Places of what no key opens, as ``cases/contact/261123000014``; they are left alone.
    """

    values: int = 0
    files: int = 0
    unreadable: list[str] = field(default_factory=list)


Progress = Callable[[Resealed], None]


async def must_open(session: AsyncSession, vault: Vault) -> None:
    """Make sure that the secret is the one with which the database was sealed, where nothing else tells.

    Raises:
        StartupProblem: None of what was looked at can be opened.
    """
    looked = [sealed for row, column in SEALED for sealed in await _some(session, row.__table__, column)]
    if looked and not any(_opens(vault, sealed) for sealed in looked):
        raise StartupProblem(
            "secret_wrong",
            "INTAKE_SECRET 不对：数据库里封存的信息用它打不开。请换回原来的密钥；"
            "要换新密钥，把原来的写进 INTAKE_EARLIER_SECRETS，启动以后运行 intake keys rotate。",
        )


async def _some(session: AsyncSession, table: Table, column: str) -> Sequence[str]:
    query = select(table.c[column]).where(table.c[column].is_not(None)).limit(3)
    return (await session.scalars(query)).all()


def _opens(vault: Vault, sealed: str) -> bool:
    try:
        vault.unseal(sealed)
    except InvalidToken:
        return False
    return True


async def reseal(database: Database, folder: Path, vault: Vault, tell: Progress = lambda _: None) -> Resealed:
    """Seal everything anew that another key has sealed.

    Args:
        folder: The data folder, with the stored papers and letters.
        tell: Called after each batch.
    """
    done = Resealed()
    for row, column in SEALED:
        await _column(database, row.__table__, column, vault, done, tell)
    for path in _files(folder):
        await asyncio.to_thread(_file, path, vault, done)
        if done.files % BATCH == 0:
            tell(done)
    return done


async def _column(
    database: Database, table: Table, column: str, vault: Vault, done: Resealed, tell: Progress
) -> None:
    (key,) = table.primary_key.columns
    sealed = table.c[column]
    left = and_(sealed.is_not(None), not_(sealed.startswith(f"{vault.key_id}.", autoescape=True)))
    query = select(key, sealed).where(left, key > bindparam("after")).order_by(key).limit(BATCH)
    after: Any = "" if key.type.python_type is str else -1
    while True:
        batch = await database.read(lambda session, after=after: _rows(session, query, after))  # type: ignore[misc]
        if not batch:
            return
        after = batch[-1][0]
        fresh = await asyncio.to_thread(_fresh, table, column, batch, vault, done)
        await database.transact(lambda session, fresh=fresh: _put(session, table, column, fresh))  # type: ignore[misc]
        done.values += len(fresh)
        tell(done)


async def _rows(session: AsyncSession, query: Any, after: Any) -> Sequence[Any]:
    return (await session.execute(query, {"after": after})).all()


def _fresh(
    table: Table, column: str, batch: Sequence[Any], vault: Vault, done: Resealed
) -> list[dict[str, Any]]:
    found = []
    for key, sealed in batch:
        try:
            found.append(_one(table, key, sealed, vault))
        except InvalidToken:
            done.unreadable.append(f"{table.name}/{column}/{key}")
    return found


def _one(table: Table, key: Any, sealed: str, vault: Vault) -> dict[str, Any]:
    if table is not CaseRow.__table__:
        return {"of": key, "was": sealed, "sealed": vault.resealed(sealed)}
    contact = vault.unseal(sealed)
    return {"of": key, "was": sealed, "sealed": vault.seal(contact), **_found_by(key, contact, vault)}


def _found_by(number: str, contact: Mapping[str, str], vault: Vault) -> dict[str, str]:
    """The digests of a case under the key that digests now."""
    phone = called_at(contact)
    return {
        "by_factor": tail_of_case(vault, number, phone),
        "by_name": name_digest(vault, applicant_called(contact)),
        "by_tail": tail_digest(vault, phone),
    }


async def _put(session: AsyncSession, table: Table, column: str, fresh: Sequence[dict[str, Any]]) -> None:
    if not fresh:
        return
    (key,) = table.primary_key.columns
    put = update(table).where(key == bindparam("of"), table.c[column] == bindparam("was"))
    changed: dict[str, Any] = {column: bindparam("sealed")}
    if table is CaseRow.__table__:
        changed |= {
            "phone_tail": bindparam("by_factor"),
            "name_digest": bindparam("by_name"),
            "tail_digest": bindparam("by_tail"),
        }
    connection = await session.connection()
    if connection.dialect.name == "sqlite":
        await connection.execute(_CACHE)
    await connection.execute(put.values(changed), list(fresh))


def _files(folder: Path) -> Iterator[Path]:
    found = (path for store in STORES for path in sorted((folder / store).glob("*/*")))
    return (path for path in found if path.suffix != ".part")


def _file(path: Path, vault: Vault, done: Resealed) -> None:
    """A paper's name is what it was sealed under; whole or not at all."""
    try:
        sealed = path.read_bytes()
    except FileNotFoundError:  # its draft was given up meanwhile
        return
    if vault.is_current_file(sealed):
        return
    try:
        data = vault.unseal_bytes(path.name, sealed)
    except InvalidTag:
        done.unreadable.append(f"uploads/{path.name.removesuffix(THUMBNAIL)}")
        return
    part = path.with_name(f"{path.name}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(vault.seal_bytes(path.name, data))
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        part.replace(path)
        done.files += 1
    else:
        part.unlink()
