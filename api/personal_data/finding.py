"""Everything that is kept of one person, found by an identity number or a phone.

Contact data are sealed, so that they are opened one after the other and held against the value; nothing is written.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from cryptography.fernet import InvalidToken
from sqlalchemy import Table, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.intakes.models import IntakeRow
from api.platform.database import Database
from api.platform.security import Vault
from api.talks.models import CallbackRow
from knowledge.cases.record.state import OPEN
from knowledge.privacy.contact_data import tidy
from knowledge.privacy.kinds import Personal

PAGE = 1_000
KINDS = (
    Personal.PHONE, Personal.ID_NUMBER, Personal.PASSPORT, Personal.TRAVEL_PERMIT, Personal.RESIDENCE_CARD, Personal.LANDLINE,
)  # fmt: skip
"""What a person is found by; the agent's count as the applicant's do."""


@dataclass
class Found:
    """Where a person's data are.

    Attributes:
        cases: Number to whether it is still open.
        intakes: Drafts and submissions.
        callbacks: Numbers of call-backs.
        conversations: Digests of the conversations of these.
        unreadable: How many sealed values no key opens; they were not looked at.
    """

    cases: dict[str, bool] = field(default_factory=dict)
    intakes: dict[str, str] = field(default_factory=dict)
    callbacks: list[str] = field(default_factory=list)
    conversations: set[str] = field(default_factory=set)
    unreadable: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.cases or self.intakes or self.callbacks)


async def find(database: Database, vault: Vault, value: str) -> Found:
    """Where the data of a person are.

    Args:
        value: An identity number or a phone, however it is spelled.
    """
    spellings = {tidy(kind, value) for kind in KINDS} - {""}
    found = Found()
    async for row, contact in _opened(database, vault, CaseRow, ("state", "intake_id"), found):
        if _is_of(contact, spellings):
            found.cases[row.number] = row.state in OPEN
            found.intakes.setdefault(row.intake_id, "submitted")
    async for row, contact in _opened(database, vault, IntakeRow, ("state", "conversation"), found):
        if row.id in found.intakes or _is_of(contact, spellings):
            found.intakes[row.id] = row.state
            found.conversations.add(row.conversation)
    async for row, contact in _opened(database, vault, CallbackRow, ("dialogue",), found, sealed="phone"):
        if _is_of(contact, spellings):
            found.callbacks.append(row.number)
            found.conversations.add(row.dialogue)
    return found


def _is_of(contact: Mapping[str, str], spellings: Iterable[str]) -> bool:
    return not spellings_of(contact).isdisjoint(spellings)


def spellings_of(contact: Mapping[str, str]) -> set[str]:
    """By what a person can be found among contact data."""
    return {
        tidy(Personal(name), value)
        for name, value in contact.items()
        if name in set(Personal) and Personal(name).plain in KINDS
    }


async def _opened(
    database: Database,
    vault: Vault,
    model: type[Any],
    columns: Sequence[str],
    found: Found,
    sealed: str = "contact",
) -> Any:
    """The rows of a table in the order of their keys, each with what is sealed in it."""
    table = cast(Table, model.__table__)
    (key,) = table.primary_key.columns
    wanted = (key, table.c[sealed].label("sealed"), *(table.c[name] for name in columns))
    query = select(*wanted).where(key > bindparam("after")).order_by(key).limit(PAGE)
    after = ""
    while True:

        async def page(session: AsyncSession, after: str = after) -> Sequence[Any]:
            return (await session.execute(query, {"after": after})).all()

        rows = await database.read(page)
        if not rows:
            return
        after = rows[-1][0]
        for row, contact in await asyncio.to_thread(_unsealed, rows, vault, found):
            yield row, contact


def _unsealed(rows: Sequence[Any], vault: Vault, found: Found) -> list[tuple[Any, dict[str, str]]]:
    opened = []
    for row in rows:
        try:
            opened.append((row, vault.unseal(row.sealed)))
        except InvalidToken:
            found.unreadable += 1
    return opened
