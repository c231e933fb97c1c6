"""Who may knock: signature, window of time, nonces that were used, and the ways in which a message can be wrapped."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.channels.wechat.envelope import Cipher, encrypted_of, fields_of, is_signed
from bot.channels.wechat.incoming import Incoming, incoming
from bot.channels.wechat.refusal import Refused
from bot.channels.wechat.settings import WeChatSettings

WINDOW_S = 300
"""How far the time of a request may be from ours."""
DELIVERIES = 3
"""WeChat sends a message at most so often; it may sign the copies anew or not."""


class Nonces(Protocol):
    """Remembers which nonces were used, for all processes."""

    async def use(self, nonce: str, content: str, at: float) -> int:
        """How often the nonce has come with this content, this time included; 0 where it came with another one."""
        ...


@dataclass(frozen=True)
class Letter:
    """A message that came through the gate.

    Attributes:
        is_encrypted: The reply must be encrypted too.
    """

    message: Incoming
    is_encrypted: bool
    timestamp: str
    nonce: str


class Gate:
    """Lets WeChat's requests through, and nobody else's."""

    def __init__(
        self, settings: WeChatSettings, nonces: Nonces, clock: Callable[[], float] = time.time
    ) -> None:
        self._settings = settings
        self._nonces = nonces
        self._clock = clock
        self._token = settings.token.get_secret_value()
        key = settings.aes_key.get_secret_value()
        self.cipher = Cipher(settings.app_id, self._token, key) if key else None

    def address_check(self, query: Mapping[str, str]) -> str:
        """What WeChat wants to read when the address is entered: ``echostr``, decrypted where it is encrypted.

        Raises:
            Refused: It is not WeChat who asks.
        """
        timestamp, nonce = self._fresh(query)
        echo = query.get("echostr", "")
        if self.cipher and query.get("msg_signature"):
            return self.cipher.open(echo, query["msg_signature"], timestamp, nonce)
        if not is_signed(query.get("signature", ""), self._token, timestamp, nonce):
            raise Refused("signature", 403)
        return echo

    async def admit(self, query: Mapping[str, str], body: bytes) -> Letter:
        """A message, once everything about it is right.

        Raises:
            Refused: With the status that WeChat, or whoever it is, is answered.
        """
        timestamp, nonce = self._fresh(query)
        is_encrypted = query.get("encrypt_type", "").lower() == "aes"
        unwrapped = self._opened if is_encrypted else self._plain
        text = unwrapped(query, body, timestamp, nonce)
        message = incoming(fields_of(text))
        await self._first_use(nonce, timestamp, text, message)
        return Letter(message, is_encrypted, timestamp, nonce)

    def _opened(self, query: Mapping[str, str], body: bytes, timestamp: str, nonce: str) -> str:
        """An encrypted message; in compatible mode (兼容模式) the clear one beside it is not looked at."""
        if self.cipher is None:
            raise Refused("no_aes_key", 403)
        encrypted = encrypted_of(body)
        if not encrypted:
            raise Refused("not_encrypted", 403)
        return self.cipher.open(encrypted, query.get("msg_signature", ""), timestamp, nonce)

    def _plain(self, query: Mapping[str, str], body: bytes, timestamp: str, nonce: str) -> str:
        if not is_signed(query.get("signature", ""), self._token, timestamp, nonce):
            raise Refused("signature", 403)
        if not self._settings.allow_plain:
            raise Refused("plain", 403)
        try:
            return body.decode()
        except UnicodeDecodeError as error:
            raise Refused("not_xml", 400) from error

    def _fresh(self, query: Mapping[str, str]) -> tuple[str, str]:
        timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        is_number = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12
        if not is_number or not nonce or len(nonce) > 128:
            raise Refused("parameters", 403)
        if abs(self._clock() - int(timestamp)) > WINDOW_S:
            raise Refused("stale", 403)
        return timestamp, nonce

    async def _first_use(self, nonce: str, timestamp: str, text: str, message: Incoming) -> None:
        """The signature of a plain message does not cover its body: what came under a nonce stays what it was."""
        content = hashlib.sha256(f"{message.user}\0{message.name}\0{text}".encode()).hexdigest()
        times = await self._nonces.use(f"{timestamp}/{nonce}", content, self._clock())
        if not 1 <= times <= DELIVERIES:
            raise Refused("nonce", 403)
