"""Keys, tokens and codes: contact data encrypted at rest, second factors and conversation names kept as keyed digests."""

from __future__ import annotations

import base64
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from api.platform.errors import StartupProblem
from api.platform.settings import SHORTEST_SECRET, Settings
from knowledge.language.resume_code import ALPHABET

_DEFAULTS = {"secret", "changeme", "change-me", "default", "password", "intake"}

_NONCE = 12
"""Bytes, as NIST SP 800-38D recommends: by chance good for four billion files under one key."""


class Vault:
    """Seals and digests with keys derived from the one secret."""

    def __init__(self, secret: str) -> None:
        self._fernet = Fernet(base64.urlsafe_b64encode(_derived(secret, b"contact")))
        self._mac_key = _derived(secret, b"digest")
        self._files = AESGCM(_derived(secret, b"files"))

    def seal(self, values: Mapping[str, str]) -> str:
        """Encrypt contact data for the database."""
        return self._fernet.encrypt(json.dumps(dict(values), ensure_ascii=False).encode()).decode()

    def unseal(self, sealed: str | None) -> dict[str, str]:
        """Contact data in the clear; empty for None.

        Raises:
            InvalidToken: Sealed with another secret, or altered.
        """
        if not sealed:
            return {}
        opened: dict[str, str] = json.loads(self._fernet.decrypt(sealed))
        return opened

    def seal_bytes(self, name: str, data: bytes) -> bytes:
        """Encrypt a file (AES-256-GCM); what is sealed under one name is not accepted under another."""
        nonce = os.urandom(_NONCE)
        return nonce + self._files.encrypt(nonce, data, name.encode())

    def unseal_bytes(self, name: str, sealed: bytes) -> bytes:
        """A file in the clear.

        Raises:
            cryptography.exceptions.InvalidTag: Sealed with another secret or under another name, or altered.
        """
        return self._files.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())

    def digest(self, purpose: str, value: str) -> str:
        """Keyed digest (HMAC-SHA256, hex) by which a value is found or compared without being kept."""
        return hmac.digest(self._mac_key, f"{purpose}\0{value}".encode(), "sha256").hex()


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
        StartupProblem: Production without a secret of one's own, or the development secret cannot be kept.
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
    return Vault(secret or _development_secret(settings.data_dir / "secret.key"))


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
    "InvalidToken",
    "Vault",
    "new_code",
    "new_password",
    "new_token",
    "open_vault",
    "same",
]
