"""Conversations that are kept as tests: those that come with the product, and those that staff have kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.platform.errors import ConversationNotFound, EditInvalid
from api.services import Services
from api.studio.conversation_schemas import ConversationWanted, KeptConversations, KeptConversationView
from api.studio.entries import account_names
from api.studio.models import LibraryConversationRow
from knowledge.base.text import normalise
from knowledge.privacy.redaction import redact
from knowledge.studio.kept_conversation import Check, KeptConversation
from knowledge.studio.shipped_conversations import shipped_conversations

Row = LibraryConversationRow

MOST_HELD = 300
OWN = "自己留的"
"""The kind of those that staff have kept."""


async def conversations_to_hold(session: AsyncSession) -> list[KeptConversation]:
    """All of them; of those that staff have kept, the latest where there are too many."""
    rows = await kept_rows(session)
    return [*shipped_conversations(), *(conversation_of(row) for row in rows)][:MOST_HELD]


async def kept_rows(session: AsyncSession) -> Sequence[Row]:
    """The ones that staff have kept and not dropped, the latest first."""
    return (await session.scalars(select(Row).where(Row.dropped_at.is_(None)).order_by(Row.id.desc()))).all()


def conversation_of(row: Row) -> KeptConversation:
    """One that staff have kept."""
    return KeptConversation.model_validate({**row.data, "id": row.name, "kind": OWN})


async def listed(session: AsyncSession) -> KeptConversations:
    """Those that staff have kept, then those that come with the product."""
    names = await account_names(session)
    own = [
        KeptConversationView(
            number=row.id,
            name=row.name,
            kind=OWN,
            turns=list(one.turns),
            checks=list(one.checks),
            by_name=names.get(row.account, row.account),
            at=row.at,
        )
        for row in await kept_rows(session)
        for one in (conversation_of(row),)
    ]
    shipped = [
        KeptConversationView(
            number=0,
            name=one.id,
            kind=one.kind,
            turns=list(one.turns),
            checks=list(one.checks),
            by_name="",
            at=None,
        )
        for one in shipped_conversations()
    ]
    return KeptConversations(conversations=[*own, *shipped])


async def keep(wanted: ConversationWanted, actor: Actor, services: Services) -> KeptConversations:
    """Keep one.

    Raises:
        EditInvalid: With everything that is wrong.
    """
    faults = conversation_faults(wanted.name, wanted.turns, wanted.checks)
    if faults:
        raise EditInvalid(faults=faults)
    await audit.record(services.database, services.now(), actor.id, "conversation_kept", wanted.name)

    async def store(session: AsyncSession) -> None:
        session.add(conversation_row(wanted.name.strip(), wanted.turns, wanted.checks, actor, services))

    await services.database.transact(store)
    return await services.database.read(listed)


async def drop(number: int, actor: Actor, services: Services) -> KeptConversations:
    """Hold one no more.

    Raises:
        ConversationNotFound: There is none of that number.
    """
    await audit.record(services.database, services.now(), actor.id, "conversation_dropped", str(number))

    async def store(session: AsyncSession) -> None:
        row = await session.get(Row, number, with_for_update=True)
        if row is None or row.dropped_at is not None:
            raise ConversationNotFound
        row.dropped_by, row.dropped_at = actor.id, services.now()

    await services.database.transact(store)
    return await services.database.read(listed)


def conversation_row(
    name: str, turns: Sequence[str], checks: Sequence[Check], actor: Actor, services: Services
) -> Row:
    """The row of one that is to be kept."""
    return Row(name=name, data=_data(turns, checks), account=actor.id, at=services.now(), dropped_by="")


def conversation_faults(name: str, turns: Sequence[str], checks: Sequence[Check]) -> list[str]:
    """Everything for which a conversation cannot be kept."""
    try:
        KeptConversation.model_validate({**_data(turns, checks), "id": name, "kind": OWN})
    except ValidationError as error:
        return [str(fault.get("ctx", {}).get("error") or fault["msg"]) for fault in error.errors()]
    if any(redact(normalise(text))[1] for text in (name, *turns)):
        return ["话里有身份证号、手机号这样的个人信息，请换成别的再留。"]
    return []


def _data(turns: Sequence[str], checks: Sequence[Check]) -> dict[str, Any]:
    return {"turns": list(turns), "checks": [one.model_dump(exclude_none=True) for one in checks]}
