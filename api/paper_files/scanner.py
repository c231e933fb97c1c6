"""ClamAV, where the centre runs one. When it is configured and does not answer, nothing is taken: it fails closed."""

from __future__ import annotations

import asyncio
import logging
from typing import BinaryIO

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket

from api.platform.errors import FileUnsafe, ScannerDown

log = logging.getLogger("intake.uploads")

TIMEOUT_S = 20


class Scanner:
    """A clamd that files are streamed to.

    Args:
        address: ``host:port`` or the path of a socket; empty for no scanner.
    """

    def __init__(self, address: str) -> None:
        self._address = address

    async def check(self, file: BinaryIO) -> None:
        """Let a file pass.

        Raises:
            FileUnsafe: Something was found in it.
            ScannerDown: The scanner did not answer, or not with a verdict.
        """
        if not self._address:
            return
        file.seek(0)
        try:
            verdict = await asyncio.to_thread(self._verdict, file)
        except (ClamdError, OSError, ValueError) as error:
            log.error("scanner does not answer: %s", type(error).__name__)
            raise ScannerDown(headers={"Retry-After": "60"}) from error
        if verdict == "FOUND":
            log.warning("scanner found something in an upload")
            raise FileUnsafe
        if verdict != "OK":
            log.error("scanner gives no verdict")
            raise ScannerDown(headers={"Retry-After": "60"})

    def _verdict(self, file: BinaryIO) -> str:
        report = self._client().instream(file)
        return report["stream"][0] if report and "stream" in report else ""

    def _client(self) -> ClamdNetworkSocket | ClamdUnixSocket:
        if self._address.startswith("/"):
            return ClamdUnixSocket(self._address, TIMEOUT_S)
        host, _, port = self._address.rpartition(":")
        return ClamdNetworkSocket(host, int(port), TIMEOUT_S)
