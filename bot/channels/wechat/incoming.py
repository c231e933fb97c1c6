"""What came in: a message or an event, with the name by which WeChat's copies of it are known."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.wechat.refusal import Refused

LONGEST_NAME = 128
"""Characters of an openid; WeChat's have 28."""


@dataclass(frozen=True)
class Incoming:
    """A message or an event of a follower.

    Attributes:
        user: The follower's openid.
        account: The account's own name, which a reply names as its sender.
        kind: ``MsgType``, or for an event ``event``; lower case.
        event: Name of the event, lower case; empty for a message.
        key: ``EventKey``: of a menu entry, or the scene of a code.
        at: ``CreateTime``, seconds since the epoch.
        name: The same for all copies of a message, and only for them, among those of the follower.
        fields: All fields as WeChat names them.
    """

    user: str
    account: str
    kind: str
    event: str
    key: str
    at: int
    name: str
    fields: Mapping[str, Any]

    def field(self, name: str) -> str:
        """A field as text; empty where it is missing or none."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    @property
    def is_from_a_person(self) -> bool:
        """Whether it opens the time in which the account may write of its own accord."""
        return self.kind != "event" or self.event in {"click", "subscribe", "scan"}


def incoming(fields: Mapping[str, Any]) -> Incoming:
    """What the fields of a message say.

    Raises:
        Refused: One is missing without which it cannot be answered.
    """
    user, account = _text(fields, "FromUserName"), _text(fields, "ToUserName")
    kind, at = _text(fields, "MsgType").lower(), _text(fields, "CreateTime")
    if not (user and account and kind) or len(user) > LONGEST_NAME or not (at.isascii() and at.isdigit()):
        raise Refused("fields", 400)
    event, key = _text(fields, "Event").lower(), _text(fields, "EventKey")
    if kind == "event" and not event:
        raise Refused("fields", 400)
    if event in {"subscribe_scan", "subscribe_scan_product"}:  # as wechatpy calls a subscription by a code
        event = "subscribe"
    key = key.removeprefix("qrscene_")
    name = _text(fields, "MsgId") if kind != "event" else ""
    return Incoming(
        user, account, kind, event, key, int(at), _name(name, kind, event, key, at, fields), fields
    )


def _name(message: str, kind: str, event: str, key: str, at: str, fields: Mapping[str, Any]) -> str:
    """``MsgId``; an event has none, and a message of a kind that is not documented may lack it."""
    if message.isascii() and message.isdigit() and len(message) <= 40:
        return f"m-{message}"
    what = "\0".join(
        (kind, event, key, at, _text(fields, "Ticket"), _text(fields, "Content"), _text(fields, "MsgID"))
    )
    return f"e-{at[:12]}-{hashlib.sha256(what.encode()).hexdigest()[:32]}"


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""
