"""All tables, so that the migrations see them in one place."""

from __future__ import annotations

from api.cases import models as cases
from api.catalogue import models as catalogue
from api.conversations import models as conversations
from api.counters import CounterRow
from api.database import Base
from api.intakes import models as intakes
from api.notices import models as notices
from api.outbox import models as outbox
from api.staff import models as staff
from api.tries import TryRow

metadata = Base.metadata

__all__ = [
    "CounterRow",
    "TryRow",
    "cases",
    "catalogue",
    "conversations",
    "intakes",
    "metadata",
    "notices",
    "outbox",
    "staff",
]
