"""Tell the applicant: keep the message with the case, and post it to the channel's program where that has an address.

A channel of this process takes them to people itself (WeChat); one without address fetches its messages (the web page).
"""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.intakes.models import IntakeRow
from api.outbox.courier import handed_over, has_courier, taken
from api.outbox.http_post import Post
from api.outbox.message import Message, Parcel
from api.platform.clock import at_centre
from api.platform.database import Moment
from api.services import Services
from knowledge.cases.record.message_ways import NOT_SENT
from knowledge.cases.record.state import STATES, CaseState
from knowledge.privacy.kinds import Personal

# As text, since SQLAlchemy puts its own form of an upsert together anew each time, which takes longer than running it.
_KEEP = text(
    "INSERT INTO case_messages (key, case_number, at, act, state, text, way)"
    " VALUES (:key, :case_number, :at, :act, :state, :text, :way) ON CONFLICT (key) DO NOTHING"
).bindparams(bindparam("at", type_=Moment))

_WHOSE = (
    select(CaseRow.item, IntakeRow.conversation)
    .join(IntakeRow, IntakeRow.id == CaseRow.intake_id)
    .where(CaseRow.number == bindparam("number"))
)

SMS = "sms"
"""Name of the program that sends text messages, among the channels' addresses (``INTAKE_CHANNEL_WEBHOOKS``)."""


def tell(message: Message, services: Services, post: Post) -> Parcel:
    """The parcel of a message to the applicant."""
    if not has_courier(message.receiver, services):
        return Parcel(keep=partial(_keep, message=message, way=[""]))
    way: list[str] = []

    async def hand_over() -> None:
        body = await _body(message, services)
        way.append(await handed_over(message.receiver, message.key, body, services, post))
        if way[-1] in NOT_SENT and await by_sms(message, services, post):
            way.append("sms")

    return Parcel(post=hand_over, keep=partial(_keep, message=message, way=way))


async def to_courier(message: Message, services: Services) -> str:
    """Hand it to the channel of this process that is named as its receiver; the way on which it went, empty where there is none.

    Raises:
        Undelivered: It may work later.
    """
    return await taken(message.receiver, await _body(message, services), services)


async def by_sms(message: Message, services: Services, post: Post) -> bool:
    """Hand it to the program that sends text messages, where the centre has one; False where it has none or nobody left a phone."""
    gateway = services.settings.channel_webhooks.get(SMS)
    if gateway is None:
        return False
    sealed = await services.database.read(
        lambda session: session.scalar(select(CaseRow.contact).where(CaseRow.number == message.subject))
    )
    contact = services.vault.unseal(sealed)
    phone = contact.get(Personal.AGENT_PHONE) or contact.get(Personal.PHONE)
    if not phone:
        return False
    body = {"key": message.key, "case": message.subject, "phone": phone, "text": message.data["text"]}
    await post.send(gateway, message.key, body)
    return True


async def _body(message: Message, services: Services) -> dict[str, Any]:
    """The message as a channel gets it, with the conversation that submitted the case under the name that only this api gives it."""
    said = await services.database.read(lambda session: session.execute(_WHOSE, {"number": message.subject}))
    whose = said.one_or_none()
    state = message.data.get("state", "")
    return {
        "key": message.key,
        "case": message.subject,
        "item": whose.item if whose else "",
        "conversation": whose.conversation if whose else "",
        "channel": message.receiver,
        "at": at_centre(message.created_at).isoformat(timespec="seconds"),
        "act": message.data.get("act", ""),
        "state": state,
        "state_label": STATES[CaseState(state)].label if state else "",
        "text": message.data["text"],
    }


async def _keep(session: AsyncSession, message: Message, way: list[str]) -> None:
    row = {
        "key": message.key,
        "case_number": message.subject,
        "at": message.created_at,
        "act": message.data.get("act", ""),
        "state": message.data.get("state", ""),
        "text": message.data["text"],
        "way": way[-1] if way else "",
    }
    await session.execute(_KEEP, row)
