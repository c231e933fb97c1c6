"""Send a code by text message through a gateway that speaks the common form of SendSms: a signed form over HTTP, a JSON answer.

Signature: each field percent-encoded (RFC 3986), in the order of the names, HMAC-SHA1 under the secret with an ``&`` behind it
(阿里云短信服务 SendSms 2017-05-25, RPC 签名; several gateways of provinces take the same form).
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import quote

import httpx
from pydantic import BaseModel, ConfigDict, Field, SecretStr

TIMEOUT_S = 5.0
"""Somebody waits for the answer."""

_TOO_MANY = ("LIMIT_CONTROL", "Throttling")
_NO_PHONE = ("MOBILE_NUMBER_ILLEGAL", "BLACK_KEY_CONTROL")


class SmsSettings(BaseModel):
    """The gateway that sends codes.

    Attributes:
        sign_name: Under which the centre is registered there (短信签名).
        template: Of the registered text; it has one place, ``code``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(default="https://dysmsapi.aliyuncs.com/", pattern=r"^https?://[^\s?#]+$")
    key_id: str = Field(min_length=1)
    key_secret: SecretStr
    sign_name: str = Field(min_length=1)
    template: str = Field(min_length=1)


class SmsUnsent(Exception):
    """The message did not go.

    Attributes:
        is_too_often: This phone got too many.
        is_wrong_phone: No message goes to this phone.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.is_too_often = any(one in code for one in _TOO_MANY)
        self.is_wrong_phone = any(one in code for one in _NO_PHONE)


async def send_code(settings: SmsSettings, phone: str, code: str) -> None:
    """Send it once.

    Raises:
        SmsUnsent: The gateway did not take it, or did not answer.
    """
    fields = signed(_fields(settings, phone, code), settings.key_secret.get_secret_value())
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=False) as client:
            answer = await client.post(settings.url, data=fields)
        said = str(answer.json().get("Code", ""))
    except (httpx.HTTPError, ValueError, AttributeError) as error:
        raise SmsUnsent(type(error).__name__) from error
    if said != "OK":
        raise SmsUnsent(said)


def signed(fields: Mapping[str, str], secret: str) -> dict[str, str]:
    """The fields with their signature."""
    canonical = "&".join(f"{_escaped(name)}={_escaped(value)}" for name, value in sorted(fields.items()))
    text = f"POST&{_escaped('/')}&{_escaped(canonical)}"
    mac = hmac.digest(f"{secret}&".encode(), text.encode(), "sha1")
    return {**fields, "Signature": base64.b64encode(mac).decode()}


def _fields(settings: SmsSettings, phone: str, code: str) -> dict[str, str]:
    return {
        "Action": "SendSms",
        "Version": "2017-05-25",
        "Format": "JSON",
        "AccessKeyId": settings.key_id,
        "SignatureMethod": "HMAC-SHA1",
        "SignatureVersion": "1.0",
        "SignatureNonce": secrets.token_hex(16),
        "Timestamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "PhoneNumbers": phone,
        "SignName": settings.sign_name,
        "TemplateCode": settings.template,
        "TemplateParam": json.dumps({"code": code}),
    }


def _escaped(text: str) -> str:
    return quote(text, safe="-_.~")
