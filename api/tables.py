"""All tables of the case system in one place, to hold the steps that make them against."""

from __future__ import annotations

from api.access import models as staff
from api.appointments import models as appointments
from api.cases import models as cases
from api.complaints import models as complaints
from api.conversations import models as conversations
from api.day_seals import models as day_seals
from api.desk import models as desk
from api.exchange import models as exchange
from api.intakes import models as intakes
from api.live import models as live
from api.messages import models as messages
from api.notices import models as notices
from api.outbox import models as outbox
from api.platform.attempt_limit import TryRow
from api.platform.counters import CounterRow
from api.platform.database import Base
from api.published import models as catalogue
from api.ratings import models as ratings
from api.reminders import models as reminders
from api.studio import models as studio
from api.supervision import models as supervision
from api.talks import models as talks
from api.uploads import models as uploads

metadata = Base.metadata

__all__ = [
    "CounterRow",
    "TryRow",
    "appointments",
    "cases",
    "catalogue",
    "complaints",
    "conversations",
    "day_seals",
    "desk",
    "exchange",
    "intakes",
    "live",
    "messages",
    "metadata",
    "notices",
    "outbox",
    "ratings",
    "reminders",
    "staff",
    "studio",
    "supervision",
    "talks",
    "uploads",
]
