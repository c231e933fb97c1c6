"""Six digits that a phone makes anew every half minute (动态验证码): RFC 6238 with SHA-1, as every authenticator app takes it."""

from __future__ import annotations

import base64
import hmac
import struct
import unicodedata
from datetime import datetime
from urllib.parse import quote, urlencode

STEP_S = 30

DIGITS = 6

SKEW = 1
"""Steps before and after the present one that are taken too: phones go wrong, and people type slowly (RFC 6238 § 5.2)."""

SECRET_BYTES = 20
"""As long as the digest (RFC 4226 § 4)."""


def step_at(moment: datetime) -> int:
    """The time step of a moment."""
    return int(moment.timestamp()) // STEP_S


def code_at(secret: bytes, step: int, digits: int = DIGITS) -> str:
    """The code of a step (RFC 4226 § 5.3)."""
    digest = hmac.digest(secret, struct.pack(">Q", step), "sha1")
    start = digest[-1] & 0x0F
    (number,) = struct.unpack(">I", digest[start : start + 4])
    return f"{(number & 0x7FFFFFFF) % 10**digits:0{digits}d}"


def matching_step(secret: bytes, code: str, now: datetime, after: int | None) -> int | None:
    """The step whose code this is; None where it is no code of now, or not one after ``after``: each is used once."""
    given = "".join(unicodedata.normalize("NFKC", code).split()).encode()
    present = step_at(now)
    steps = [step for step in range(present - SKEW, present + SKEW + 1) if after is None or step > after]
    found = [step for step in steps if hmac.compare_digest(code_at(secret, step).encode(), given)]
    return found[0] if found else None


def as_typed(secret: bytes) -> str:
    """A secret as people type it into an app that cannot scan (base32)."""
    return base64.b32encode(secret).decode().rstrip("=")


def otpauth_uri(secret: bytes, account: str, issuer: str) -> str:
    """What an app scans."""
    label = quote(f"{issuer}:{account}", safe="")
    return f"otpauth://totp/{label}?{urlencode({'secret': as_typed(secret), 'issuer': issuer})}"
