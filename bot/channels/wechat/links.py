"""Addresses that open the page for one follower: by a one-time ticket, or by asking WeChat who opens it.

A ticket stands behind the ``#`` of the address, which no server and no log sees. It follows from follower, message and part, so that the
copies of a message get the same link, and is good once, for half an hour.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from bot.channels.wechat.memory.followers import Follower
from bot.channels.wechat.rendering import Opens

VALID_S = 30 * 60.0


class PageLinks:
    """Makes addresses of the page.

    Args:
        public_url: Where the service is reached; empty where that is not set, and nobody gets a link.
        key: Of the tickets.
        oauth: The page asks WeChat who opens it, so that a link needs no ticket.
    """

    def __init__(self, public_url: str, key: str, *, oauth: bool) -> None:
        self._page = public_url.rstrip("/")
        self._key = key.encode()
        self._oauth = oauth

    def of(self, follower: Follower, message: str) -> FollowerLinks | None:
        """Addresses in the answer to a message."""
        return FollowerLinks(self, follower, message) if self._page else None

    def address(self, follower: Follower, message: str, opens: Opens) -> tuple[str, str]:
        """An address, and the ticket in it."""
        if self._oauth:
            return f"{self._page}/wechat/open?go={opens}", ""
        ticket = self.ticket(f"{follower.name}/{follower.generation}", f"{message}/{opens}")
        return f"{self._page}/#t={ticket}&open={opens}", ticket

    def ticket(self, owner: str, purpose: str) -> str:
        """144 bits that cannot be guessed."""
        digest = hmac.digest(self._key, f"{owner}\0{purpose}".encode(), hashlib.sha256)[:18]
        return base64.urlsafe_b64encode(digest).decode()

    def entrance(self, ticket: str, opens: str) -> str:
        """The page, opened by a ticket."""
        return f"{self._page}/#t={ticket}&open={opens}"


class FollowerLinks:
    """Makes the addresses of one answer, and knows the tickets in them."""

    def __init__(self, links: PageLinks, follower: Follower, message: str) -> None:
        self._links = links
        self._follower = follower
        self._message = message
        self.tickets: list[str] = []

    def __call__(self, opens: Opens) -> str:
        address, ticket = self._links.address(self._follower, self._message, opens)
        if ticket and ticket not in self.tickets:
            self.tickets.append(ticket)
        return address
