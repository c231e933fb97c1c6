"""Hand something to the channel that takes it to somebody: one of this process, or a program behind an address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.outbox.http_post import Post, Undelivered
from api.services import Services
from knowledge.cases.record.message_ways import WAYS


def has_courier(receiver: str, services: Services) -> bool:
    """Whether anything takes messages to this channel; to one that nothing takes them to, they are fetched."""
    return receiver in services.couriers or receiver in services.settings.channel_webhooks


async def handed_over(
    receiver: str, key: str, body: Mapping[str, Any], services: Services, post: Post
) -> str:
    """The way on which it went (:data:`~knowledge.cases.record.message_ways.WAYS`); empty where nothing takes it.

    Raises:
        Undelivered: It may work later.
    """
    if receiver in services.couriers:
        return await taken(receiver, body, services)
    to = services.settings.channel_webhooks.get(receiver)
    if to is None:
        return ""
    answered = await post.send(to, key, body)
    way = answered.get("way")
    return way if isinstance(way, str) and way in WAYS else "channel"


async def taken(receiver: str, body: Mapping[str, Any], services: Services) -> str:
    """The way on which a channel of this process took it; empty where there is none of that name.

    Raises:
        Undelivered: It may work later.
    """
    courier = services.couriers.get(receiver)
    if courier is None:
        return ""
    try:
        return await courier(dict(body))
    except Exception as error:  # whatever a channel stumbles over, the message stays due
        raise Undelivered(type(error).__name__) from error
