"""`rasa shell` holds a conversation: through Rasa's own action server, whose actions call the api over the network."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.bot.rasa_project import PATIENCE_S, ROOT, environment, rasa

WINDOW = {
    "id": "w", "number": "1", "name": "综合窗口", "kind": "综合窗口", "site": "河西县政务服务中心", "floor": "1楼", "address": "河西路1号",
    "phone": "0000-0000000", "hours": "工作日9:00—17:00", "departments": [], "places": [], "takes_appointments": False,
    "open_dates": [], "how_to_get_there": "", "example": True,
}  # fmt: skip

pytestmark = pytest.mark.slow


NOTHING_HEARD = {
    "search": {"decision": "far", "candidates": [], "distinguishing": None, "operations": [], "place": None},
    "matter": None,
    "answer": None,
    "department": None,
    "facts": [],
}


class Windows(BaseHTTPRequestHandler):
    """An api that knows one window and hears nothing in a sentence."""

    def do_GET(self) -> None:
        self._answer(self.path == "/api/v1/windows", {"windows": [WINDOW]})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(self.path == "/api/v1/understanding", NOTHING_HEARD)

    def _answer(self, is_known: bool, view: object) -> None:
        body = json.dumps(view).encode()
        self.send_response(200 if is_known else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def api() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Windows)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def action_server(api: str) -> Iterator[int]:
    port = _free_port()
    command = ["run", "actions", "--actions", "actions", "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "rasa", *command],
        cwd=ROOT,
        env={**environment(), "INTAKE_API_URL": api},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.kill()
        process.wait()


def test_an_action_answers(project: Path, action_server: int) -> None:
    endpoints = project / "endpoints.yml"
    shipped = endpoints.read_text(encoding="utf-8")
    assert "localhost:5055" in shipped
    endpoints.write_text(shipped.replace("localhost:5055", f"127.0.0.1:{action_server}"), encoding="utf-8")
    assert WINDOW["site"] in rasa(project, "shell", typed="您好\n/stop\n")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    patience = time.monotonic() + PATIENCE_S
    while time.monotonic() < patience:
        assert process.poll() is None, "the action server ended"
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the action server did not start")
