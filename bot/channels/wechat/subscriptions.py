"""What WeChat tells of notices: who agreed to which, and what became of those that were sent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.channels.wechat.account import Account
from bot.channels.wechat.incoming import Incoming
from bot.channels.wechat.memory.followers import Follower
from bot.channels.wechat.store import WeChatStore

FOR_GOOD = -1
_ACCEPTED = "accept"


class Subscriptions:
    """Takes down what events tell of notices."""

    def __init__(self, store: WeChatStore, account: Account) -> None:
        self._store = store
        self._account = account

    async def heard(self, message: Incoming, follower: Follower) -> None:
        """An event; others than those of notices tell nothing."""
        if message.event in ("subscribe_msg_popup_event", "subscribe_msg_change_event"):
            await self._agreed(message, follower)
        elif message.event == "subscribe_msg_sent_event":
            for one in _lists(message, "SubscribeMsgSentEvent"):
                await self._ended(
                    str(one.get("MsgID", "")), str(one.get("ErrorStatus", "")), follower, message.at
                )
        elif message.event == "templatesendjobfinish":
            receipt = message.field("MsgID") or message.field("MsgId")
            await self._ended(receipt, message.field("Status"), follower, message.at)

    async def _agreed(self, message: Incoming, follower: Follower) -> None:
        """Agreed to in the page: once for one notice, or for good where the template is a lasting one."""
        agreed = dict(follower.agreed)
        for name in ("SubscribeMsgPopupEvent", "SubscribeMsgChangeEvent"):
            for one in _lists(message, name):
                template = str(one.get("TemplateId", ""))
                if str(one.get("SubscribeStatusString", "")) != _ACCEPTED:
                    agreed.pop(template, None)
                elif self._is_lasting(template):
                    agreed[template] = FOR_GOOD
                else:
                    agreed[template] = max(agreed.get(template, 0), 0) + 1
        await self._store.followers.change(follower.name, agreed=json.dumps(agreed))

    def _is_lasting(self, template: str) -> bool:
        mine = self._account.subscription
        return mine is not None and mine.template == template and mine.lasting

    async def _ended(self, receipt: str, status: str, follower: Follower, at: float) -> None:
        name = await self._store.deliveries.by_receipt(receipt) if receipt else None
        if name is None:
            return
        sent = await self._store.deliveries.of(name)
        if sent is not None and status.lower() not in ("success", "0"):
            await self._store.deliveries.note(name, follower.name, sent.way, status[:100], receipt, at)


def _lists(message: Incoming, name: str) -> Iterator[Mapping[str, Any]]:
    """The entries of a list, which is one entry where it has only one."""
    found = message.fields.get(name)
    entries = found.get("List") if isinstance(found, Mapping) else None
    for one in entries if isinstance(entries, list) else [entries]:
        if isinstance(one, Mapping):
            yield one
