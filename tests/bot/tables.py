"""Tables for stores of the tests: a service has them made before it opens its stores."""

from __future__ import annotations

import sqlalchemy as sa

from api.platform.schema_migration import move
from bot.database import DIALOGUES, synchronous


def with_tables(url: str) -> str:
    """The address again, once its database has the dialogue's tables."""
    engine = sa.create_engine(synchronous(url))
    with engine.begin() as connection:
        move(connection, DIALOGUES)
    engine.dispose()
    return url
