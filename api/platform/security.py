"""Keys, tokens and codes: contact data encrypted at rest, second factors and conversation names kept as keyed digests."""

from __future__ import annotations

import base64
import hmac
import json
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from api.platform import keyring
from api.platform.errors import StartupProblem
from api.platform.settings import SHORTEST_SECRET, Settings
from knowledge.language.resume_code import ALPHABET

_DEFAULTS = {"secret", "changeme", "change-me", "default", "password", "intake"}

_NONCE = 12
"""Bytes, as NIST SP 800-38D recommends: by chance good for four billion files under one key."""


_MAGIC = b"IK1"
_HEAD = len(_MAGIC) + 4
"""Bytes before the nonce of a file: that it names its key, and the name."""


class Vault:
    """Seals and digests with keys derived from a secret; opens what an earlier secret has sealed.

    What is sealed names its key, as in ``3fa2c1d0.gAAAA…``; what was sealed before keys had names has none.

    Args:
        secret: Seals and digests.
        earlier: Secrets that were in use before, while values of theirs are still about.
        lookup: The key of digests that cannot be made anew, since nobody knows any more of what they are: they stay the same when
            the secret changes. None: the one that comes from the secret.
    """

    def __init__(self, secret: str, earlier: Sequence[str] = (), lookup: bytes | None = None) -> None:
        self._current = _Keys(secret)
        self._all = [self._current, *(_Keys(one) for one in earlier if one != secret)]
        self._by_id = {keys.id: keys for keys in self._all}
        self.lookup = lookup or self._current.digests

    @property
    def key_id(self) -> str:
        """The name of the key that seals."""
        return self._current.id

    def knows(self, key_id: str) -> bool:
        """Whether what that key has sealed can be opened."""
        return key_id in self._by_id

    def seal(self, values: Mapping[str, str]) -> str:
        """Encrypt contact data for the database."""
        token = self._current.texts.encrypt(json.dumps(dict(values), ensure_ascii=False).encode()).decode()
        return f"{self.key_id}.{token}"

    def unseal(self, sealed: str | None) -> dict[str, str]:
        """Contact data in the clear; empty for None.

        Raises:
            InvalidToken: Sealed with another secret, or altered.
        """
        if not sealed:
            return {}
        opened: dict[str, str] = json.loads(self._opened(sealed))
        return opened

    def is_current(self, sealed: str) -> bool:
        """Whether a value was sealed with the key that seals now."""
        return sealed.startswith(f"{self.key_id}.")

    def resealed(self, sealed: str) -> str:
        """The same value, sealed with the key that seals now.

        Raises:
            InvalidToken: Sealed with another secret, or altered.
        """
        return f"{self.key_id}.{self._current.texts.encrypt(self._opened(sealed)).decode()}"

    def _opened(self, sealed: str) -> bytes:
        key_id, point, token = sealed.partition(".")
        if point:
            keys = self._by_id.get(key_id)
            if keys is None:
                raise InvalidToken
            return keys.texts.decrypt(token)
        for keys in self._all[:-1]:
            try:
                return keys.texts.decrypt(sealed)
            except InvalidToken:
                continue
        return self._all[-1].texts.decrypt(sealed)

    def seal_bytes(self, name: str, data: bytes) -> bytes:
        """Encrypt a file (AES-256-GCM); what is sealed under one name is not accepted under another."""
        nonce = os.urandom(_NONCE)
        return self._head + nonce + self._current.files.encrypt(nonce, data, name.encode())

    def unseal_bytes(self, name: str, sealed: bytes) -> bytes:
        """A file in the clear.

        Raises:
            cryptography.exceptions.InvalidTag: Sealed with another secret or under another name, or altered.
        """
        head, body = sealed[:_HEAD], sealed[_HEAD:]
        if head[: len(_MAGIC)] == _MAGIC and (keys := self._by_id.get(head[len(_MAGIC) :].hex())):
            return keys.files.decrypt(body[:_NONCE], body[_NONCE:], name.encode())
        for keys in self._all[:-1]:
            try:
                return keys.files.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
            except InvalidTag:
                continue
        return self._all[-1].files.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())

    def is_current_file(self, head: bytes) -> bool:
        """Whether a file that begins so was sealed with the key that seals now."""
        return head[:_HEAD] == self._head

    @property
    def _head(self) -> bytes:
        return _MAGIC + bytes.fromhex(self.key_id)

    def digest(self, purpose: str, value: str) -> str:
        """Keyed digest (HMAC-SHA256, hex) by which a value is found or compared without being kept; the same under every secret."""
        return _mac(self.lookup, purpose, value)

    def search_digest(self, purpose: str, value: str) -> str:
        """As :meth:`digest`, of what few values are possible of, such as the end of a phone: it is made anew with the secret."""
        return _mac(self._current.digests, purpose, value)

    def search_digests(self, purpose: str, value: str) -> list[str]:
        """What :meth:`search_digest` gives and gave, the present one first."""
        return [_mac(keys.digests, purpose, value) for keys in self._all]


class _Keys:
    """What is derived from one secret."""

    def __init__(self, secret: str) -> None:
        self.id = _derived(secret, b"name")[:4].hex()
        self.texts = Fernet(base64.urlsafe_b64encode(_derived(secret, b"contact")))
        self.digests = _derived(secret, b"digest")
        self.files = AESGCM(_derived(secret, b"files"))


def _mac(key: bytes, purpose: str, value: str) -> str:
    return hmac.digest(key, f"{purpose}\0{value}".encode(), "sha256").hex()


def same(first: str, second: str) -> bool:
    """Whether two digests are equal, in time that does not depend on them."""
    return hmac.compare_digest(first, second)


def new_token() -> str:
    """An unguessable url-safe name of 192 bits."""
    return secrets.token_urlsafe(24)


def new_code() -> str:
    """A code that is read aloud and typed, of 40 bits, for example ``K7PM-2XQ9``."""
    signs = [secrets.choice(ALPHABET) for _ in range(8)]
    return f"{''.join(signs[:4])}-{''.join(signs[4:])}"


def new_password() -> str:
    """A password that is shown once and changed at the first sign-in, of 80 bits, for example ``K7PM-2XQ9-HW3D-4TNB``."""
    return f"{new_code()}-{new_code()}"


def open_vault(settings: Settings) -> Vault:
    """The vault for these settings.

    Raises:
        StartupProblem: Production without a secret of one's own, the development secret cannot be kept, or the secret is not the one
            with which this data folder was sealed.
    """
    secret = settings.secret.get_secret_value()
    if settings.production:
        if not secret:
            raise StartupProblem(
                "secret_missing", "正式环境必须设置 INTAKE_SECRET（至少32个随机字符）才能启动。"
            )
        if secret.lower() in _DEFAULTS or len(secret) < SHORTEST_SECRET or len(set(secret)) < 8:
            raise StartupProblem(
                "secret_weak",
                "INTAKE_SECRET 太短或者是示例值，请换成至少32个随机字符，例如用 openssl rand -hex 32 生成。",
            )
    secret = secret or _development_secret(settings.data_dir / "secret.key")
    earlier = [one for one in settings.earlier_secrets.get_secret_value().split(",") if one]
    return Vault(secret, earlier, keyring.lookup_key(settings.data_dir, Vault(secret, earlier)))


def _development_secret(path: Path) -> str:
    """The secret made at the first start, so that a newcomer need not think of one."""
    try:
        if not path.exists():
            _write_private(path, secrets.token_hex(32))
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StartupProblem(
            "secret_unreadable", f"读不了或写不了密钥文件 {path}，请检查文件夹权限。"
        ) from error


def _write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)


def _derived(secret: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"intake/" + purpose).derive(secret.encode())


__all__ = [
    "InvalidTag",
    "InvalidToken",
    "Vault",
    "new_code",
    "new_password",
    "new_token",
    "open_vault",
    "same",
]
