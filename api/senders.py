"""Who delivers which topic, and the job that does it beside the requests."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from api.complaints.escalation import escalate
from api.exchange.results import offer
from api.outbox.delivery import Deliverer
from api.outbox.message import Sender
from api.reminders.delivery import TOPIC, remind, tell_and_remind
from api.services import Services
from api.talks import delivery as talks

SENDERS: Mapping[str, Sender] = {
    "told": tell_and_remind,
    TOPIC: remind,
    talks.TOPIC: talks.bring,
    "result": offer,
    "complaint": escalate,
}


async def delivering(services: Services, stopping: asyncio.Event) -> None:
    """Deliver until told to stop; a process with ``outbox_poll_s`` 0 leaves it to others."""
    if services.settings.outbox_poll_s > 0:
        await Deliverer(services, SENDERS).run(stopping)
