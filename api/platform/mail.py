"""Send a mail over SMTP: in a thread of its own, under one Message-ID, so that who gets it twice can tell."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from enum import StrEnum
from hashlib import sha256

from pydantic import BaseModel, ConfigDict, Field, SecretStr

TIMEOUT_S = 10.0
"""For connecting and for every answer; a sending has some six of them, within a lease."""

LATER_FROM, NEVER_FROM = 400, 500
"""SMTP codes: from the first on it may work later, from the second on it never will."""


class Security(StrEnum):
    """How a connection to the mail server is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class MailSettings(BaseModel):
    """The server that takes mails.

    Attributes:
        security: ``none`` only where the server stands on this machine or in the same locked room.
        user: Empty where the server asks for nobody.
        sender: From whom mails come, as ``notice@centre.example``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = Field(min_length=1)
    port: int = Field(default=465, ge=1, le=65535)
    security: Security = Security.TLS
    user: str = ""
    password: SecretStr = SecretStr("")
    sender: str = Field(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+$")


class Unsent(Exception):
    """The mail did not go.

    Attributes:
        code: Stable name of the failure, for example ``smtp_550``; holds nothing of mail or address.
        is_final: It will not go another time either.
    """

    def __init__(self, code: str, *, is_final: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.is_final = is_final


class Mail(BaseModel):
    """One mail.

    Attributes:
        key: Makes its Message-ID: the same mail has always the same.
        stop: The address at which one tap in the reader's own program ends such mails (RFC 8058); empty for none.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    to: str
    subject: str
    text: str
    stop: str = ""


async def send(mail: Mail, settings: MailSettings) -> None:
    """Send once.

    Raises:
        Unsent: The server did not take it.
    """
    try:
        await asyncio.to_thread(_send, _written(mail, settings), settings)
    except smtplib.SMTPRecipientsRefused as error:
        code = max((code for code, _ in error.recipients.values()), default=LATER_FROM)
        raise Unsent(f"smtp_{code}", is_final=code >= NEVER_FROM) from error
    except smtplib.SMTPResponseException as error:
        raise Unsent(f"smtp_{error.smtp_code}") from error
    except (smtplib.SMTPException, OSError) as error:
        raise Unsent(type(error).__name__) from error


def _written(mail: Mail, settings: MailSettings) -> EmailMessage:
    written = EmailMessage()
    written["From"], written["To"], written["Subject"] = settings.sender, mail.to, mail.subject
    written["Message-ID"] = (
        f"<{sha256(mail.key.encode()).hexdigest()[:40]}@{settings.sender.partition('@')[2]}>"
    )
    written["Auto-Submitted"] = "auto-generated"
    if mail.stop:
        written["List-Unsubscribe"] = f"<{mail.stop}>"
        written["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    written.set_content(mail.text)
    return written


def _send(mail: EmailMessage, settings: MailSettings) -> None:
    with _connected(settings) as server:
        if settings.security is Security.STARTTLS:
            server.starttls(context=ssl.create_default_context())
        if settings.user:
            server.login(settings.user, settings.password.get_secret_value())
        server.send_message(mail)


def _connected(settings: MailSettings) -> smtplib.SMTP:
    if settings.security is Security.TLS:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(settings.host, settings.port, timeout=TIMEOUT_S, context=context)
    return smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT_S)
