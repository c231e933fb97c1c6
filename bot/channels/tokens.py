"""Names of conversations that only the server can issue (quality: a chosen one never reads another's conversation).

A token is 192 bits by chance and a keyed check of them, so that one that was not issued here is refused without anything
being kept for the many that are asked for and never used.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets

RANDOM_BYTES = 24
CHECK_BYTES = 16


class ConversationTokens:
    """Issues tokens and knows its own again.

    Args:
        key: Secret of the installation; all its processes must have the same.
    """

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def issue(self) -> str:
        """A new token, url-safe, 54 characters."""
        chance = secrets.token_bytes(RANDOM_BYTES)
        return base64.urlsafe_b64encode(chance + self._check(chance)).rstrip(b"=").decode()

    def of(self, name: str) -> str:
        """The token of somebody whom another system names; the same every time, and not to be guessed from the name."""
        chance = hmac.digest(self._key, b"of\0" + name.encode(), "sha256")[:RANDOM_BYTES]
        return base64.urlsafe_b64encode(chance + self._check(chance)).rstrip(b"=").decode()

    def is_ours(self, token: object) -> bool:
        """Whether this installation issued the token; in time that does not tell how near a guess is."""
        if not isinstance(token, str) or len(token) != 54 or not token.isascii():
            return False
        try:
            raw = base64.b64decode(token + "==", altchars=b"-_", validate=True)
        except binascii.Error:
            return False
        return hmac.compare_digest(self._check(raw[:RANDOM_BYTES]), raw[RANDOM_BYTES:])

    def _check(self, chance: bytes) -> bytes:
        return hmac.digest(self._key, b"conversation\0" + chance, "sha256")[:CHECK_BYTES]
