"""A gateway of the tests on a port of its own: checks the signature as the vendor describes it, and keeps what it would have sent."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, quote_plus

from pydantic import SecretStr

from api.platform.sms import SmsSettings

KEY_ID, KEY_SECRET = "testKeyId", "testKeySecret"


class SmsGateway(ThreadingHTTPServer):
    """What came in, and what the next sender is told.

    Attributes:
        sent: Phone and code of each message that was taken.
        answers: Codes of the next answers; afterwards everything is taken.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.sent: list[tuple[str, str]] = []
        self.answers: list[str] = []

    @property
    def settings(self) -> SmsSettings:
        """What the service is told of it."""
        return SmsSettings(
            url=f"http://127.0.0.1:{self.server_port}/",
            key_id=KEY_ID,
            key_secret=SecretStr(KEY_SECRET),
            sign_name="河东政务",
            template="SMS_001",
        )

    def judged(self, fields: dict[str, str]) -> str:
        """The answer's code."""
        if fields.pop("Signature", "") != _signature(fields):
            return "SignatureDoesNotMatch"
        wanted = {
            "Action": "SendSms",
            "AccessKeyId": KEY_ID,
            "SignName": "河东政务",
            "TemplateCode": "SMS_001",
        }
        if not wanted.items() <= fields.items():
            return "isv.INVALID_PARAMETERS"
        if self.answers:
            return self.answers.pop(0)
        self.sent.append((fields["PhoneNumbers"], json.loads(fields["TemplateParam"])["code"]))
        return "OK"


class _Conversation(BaseHTTPRequestHandler):
    server: SmsGateway

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        code = self.server.judged(dict(parse_qsl(body, keep_blank_values=True)))
        answer = json.dumps({"Code": code, "Message": code, "RequestId": "1"}).encode()
        self.send_response(200 if code == "OK" else 400)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Nothing of phones on the terminal."""


def _signature(fields: dict[str, str]) -> str:
    """Worked out in the vendor's words: form encoding, with the three signs put right."""

    def pop_encoded(text: str) -> str:
        return quote_plus(text).replace("+", "%20").replace("*", "%2A").replace("%7E", "~")

    line = "".join(f"&{pop_encoded(name)}={pop_encoded(fields[name])}" for name in sorted(fields))[1:]
    said = f"POST&%2F&{pop_encoded(line)}".encode()
    return base64.b64encode(hmac.new(f"{KEY_SECRET}&".encode(), said, hashlib.sha1).digest()).decode()


@contextmanager
def sms_gateway() -> Iterator[SmsGateway]:
    """A gateway on a free port of this machine, for as long as it is used."""
    with SmsGateway() as gateway:
        Thread(target=gateway.serve_forever, args=(0.02,), daemon=True).start()
        yield gateway
        gateway.shutdown()
