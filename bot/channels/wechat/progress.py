"""News of a case for whoever submitted it here: by subscription notice, template message, customer service, or with the next answer."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.channels.wechat.account import Account, NoticeTemplate
from bot.channels.wechat.channel import WeChatChannel
from bot.channels.wechat.fields import fitted
from bot.channels.wechat.links import PageLinks
from bot.channels.wechat.memory.followers import Follower
from bot.channels.wechat.platform.errors import Meaning, PlatformFault
from bot.channels.wechat.platform.server import Platform
from bot.channels.wechat.rendering import Outgoing, anchor, parts_of
from bot.channels.wechat.store import WeChatStore, key_of

SUBSCRIPTION, TEMPLATE, CUSTOM, WAITING, UNKNOWN = "subscription", "template", "custom", "waiting", "unknown"
"""Ways: the last two mean that nothing was sent; what waits comes with the next answer."""

ANSWERED = "answered"
"""The way of what was told in the answer itself."""

SUBMITTED = "submit"
"""Whoever submits reads it in the answer: no agreement to a notice and no message of the quota is spent on it."""

READ_WITHIN_S = 2 * 86_400.0
"""News are read when there is time: their links are good for so much longer."""

log = logging.getLogger("intake.wechat")


class Progress:
    """Tells followers of their cases."""

    def __init__(
        self,
        account: Account,
        store: WeChatStore,
        channel: WeChatChannel,
        links: PageLinks,
        platform: Platform | None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._account = account
        self._store = store
        self._channel = channel
        self._links = links
        self._platform = platform
        self._clock = clock

    async def tell(self, told: dict[str, Any]) -> str:
        """Send a message of a case.

        Args:
            told: ``key`` of the message, ``conversation`` as the api tells of it, ``case``, ``item``, ``state_label``, ``at``, ``text``.

        Returns:
            The way it went.

        Raises:
            PlatformFault: It may work later.
        """
        follower = await self._store.followers.by_conversation(str(told.get("conversation", "")))
        if follower is None:
            return UNKNOWN
        key = key_of(str(told.get("key", "")))
        before = await self._store.deliveries.of(key)
        if before is not None:
            return str(before.way)
        if told.get("act") == SUBMITTED:
            await self._note(key, follower, ANSWERED)
            return ANSWERED
        for way in (self._subscription, self._template, self._custom):
            name = await way(key, told, follower)
            if name:
                return name
        await self._store.owed.owe(follower.name, f"told/{key}", [{"text": told["text"]}], self._clock())
        await self._note(key, follower, WAITING)
        return WAITING

    async def _subscription(self, key: str, told: dict[str, Any], follower: Follower) -> str:
        template = self._account.subscription
        if self._platform is None or template is None or not follower.agreed.get(template.template):
            return ""
        try:
            await self._platform.subscription_notice(
                follower.openid, template.template, _data(template, told), self._link(key, follower)
            )
        except PlatformFault as fault:
            return await self._passed_over(fault, template, follower)
        if follower.agreed[template.template] > 0:
            await self._agree(follower, template.template, follower.agreed[template.template] - 1)
        await self._note(key, follower, SUBSCRIPTION)
        return SUBSCRIPTION

    async def _template(self, key: str, told: dict[str, Any], follower: Follower) -> str:
        template = self._account.template
        if self._platform is None or template is None or not follower.follows:
            return ""
        try:
            receipt = await self._platform.template_message(
                follower.openid, template.template, _data(template, told), self._link(key, follower), key
            )
        except PlatformFault as fault:
            if fault.meaning is not Meaning.SENT:
                return await self._passed_over(fault, template, follower)
            receipt = ""  # an earlier try, whose answer did not come back
        await self._note(key, follower, TEMPLATE, receipt)
        return TEMPLATE

    async def _custom(self, key: str, told: dict[str, Any], follower: Follower) -> str:
        link = self._link(key, follower)
        text = parts_of(str(told["text"]), 1800)[0]
        if not await self._channel.send(
            follower, Outgoing(f"{text}\n{anchor(link, '看办件进度')}" if link else text)
        ):
            return ""
        await self._keep_ticket(key, follower)
        await self._note(key, follower, CUSTOM)
        return CUSTOM

    async def _passed_over(self, fault: PlatformFault, template: NoticeTemplate, follower: Follower) -> str:
        """Go on with the next way, unless this one works in a while."""
        if fault.meaning in (Meaning.LATER, Meaning.RENEW):
            raise fault
        log.warning("notice not sent: %s", fault)
        if fault.code == 43101:
            await self._agree(follower, template.template, 0)
        return ""

    async def _agree(self, follower: Follower, template: str, left: int) -> None:
        agreed = {**follower.agreed, template: left}
        await self._store.followers.change(
            follower.name, agreed=json.dumps({one: n for one, n in agreed.items() if n})
        )

    def _link(self, key: str, follower: Follower) -> str:
        links = self._links.of(follower, f"told/{key}")
        return links("progress") if links else ""

    async def _keep_ticket(self, key: str, follower: Follower) -> None:
        links = self._links.of(follower, f"told/{key}")
        if links:
            links("progress")
            for ticket in links.tickets:
                await self._store.tickets.keep(ticket, follower, self._clock() + READ_WITHIN_S)

    async def _note(self, key: str, follower: Follower, way: str, receipt: str = "") -> None:
        if way in (SUBSCRIPTION, TEMPLATE):
            await self._keep_ticket(key, follower)
        await self._store.deliveries.note(key, follower.name, way, "", receipt, self._clock())


def _data(template: NoticeTemplate, told: dict[str, Any]) -> dict[str, str]:
    at = datetime.fromisoformat(str(told["at"]))
    values = {
        "number": str(told.get("case", "")),
        "item": str(told.get("item", "")),
        "state": str(told.get("state_label", "")),
        "text": str(told.get("text", "")),
        "day": at.strftime("%Y年%m月%d日"),
        "moment": at.strftime("%Y-%m-%d %H:%M"),
    }
    return {field: fitted(field, values[value]) for field, value in template.fields.items()}
