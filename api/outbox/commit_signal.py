"""A bell that rings when a message was committed, so that it is delivered at once and nobody has to look for it every moment."""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.ext.asyncio import AsyncSession

_bells: WeakKeyDictionary[Engine, asyncio.Event] = WeakKeyDictionary()


def bell_of(engine: Engine) -> asyncio.Event:
    """The bell of a database in this process; other processes look for themselves now and then."""
    return _bells.setdefault(engine, asyncio.Event())


def ring_on_commit(session: AsyncSession) -> None:
    """Ring once this unit of work is committed; where it is rolled back, nothing was written."""
    if session.info.get("rings"):
        return
    session.info["rings"] = True
    bound = session.get_bind()
    bell = bell_of(bound.engine if isinstance(bound, Connection) else bound)
    event.listen(session.sync_session, "after_commit", lambda _: bell.set(), once=True)
