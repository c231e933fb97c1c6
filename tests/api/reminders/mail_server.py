"""A mail server that speaks SMTP and keeps what it takes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from api.platform.mail import MailSettings, Security


@dataclass
class MailServer:
    """What came in, and what the next recipients are told.

    Attributes:
        refusals: Answers to the next recipients, one each; afterwards everybody is taken.
    """

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    @property
    def settings(self) -> MailSettings:
        """What the service is told of it."""
        return MailSettings(
            host="127.0.0.1", port=self.port, security=Security.NONE, sender="notice@centre.example"
        )

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One conversation."""
        self._say(writer, "220 centre.example")
        while line := (await reader.readline()).decode().strip():
            word = line.split()[0].upper()
            if word == "RCPT" and self.refusals:
                self._say(writer, self.refusals.pop(0))
            elif word == "DATA":
                self._say(writer, "354 go on")
                written = await reader.readuntil(b"\r\n.\r\n")
                self.mails.append(message_from_bytes(written[:-5], policy=policy.default))  # type: ignore[arg-type]
                self._say(writer, "250 taken")
            elif word == "QUIT":
                self._say(writer, "221 bye")
                break
            else:
                self._say(writer, "250 centre.example")
        writer.close()

    @staticmethod
    def _say(writer: asyncio.StreamWriter, line: str) -> None:
        writer.write(f"{line}\r\n".encode())


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    """A server on a free port of this machine, for as long as it is used."""
    made = MailServer()
    async with await asyncio.start_server(made.serve, "127.0.0.1", 0) as server:
        made.port = server.sockets[0].getsockname()[1]
        yield made
