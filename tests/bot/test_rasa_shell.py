"""`rasa shell` holds a conversation: through Rasa's own action server, whose actions call the api over the network."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_S = 120.0

WINDOW = {
    "id": "w", "number": "1", "name": "综合窗口", "kind": "综合窗口", "site": "河西县政务服务中心", "floor": "1楼", "address": "河西路1号",
    "phone": "0000-0000000", "hours": "工作日9:00—17:00", "departments": [], "places": [], "takes_appointments": False,
    "open_dates": [], "how_to_get_there": "", "example": True,
}  # fmt: skip

pytestmark = pytest.mark.slow


class Windows(BaseHTTPRequestHandler):
    """An api that knows one window."""

    def do_GET(self) -> None:
        body = json.dumps({"windows": [WINDOW]}).encode()
        self.send_response(200 if self.path == "/api/v1/windows" else 404)
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
        env={**_environment(), "INTAKE_API_URL": api},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def project(tmp_path: Path, action_server: int) -> Path:
    """The Rasa project, trained, its actions at the action server."""
    for name in ("config.yml", "domain.yml"):
        shutil.copy(ROOT / "bot" / name, tmp_path)
    shutil.copytree(ROOT / "bot" / "data", tmp_path / "data")
    endpoints = (ROOT / "bot" / "endpoints.yml").read_text(encoding="utf-8")
    assert "localhost:5055" in endpoints
    here = endpoints.replace("localhost:5055", f"127.0.0.1:{action_server}")
    (tmp_path / "endpoints.yml").write_text(here, encoding="utf-8")
    _rasa(tmp_path, "train")
    return tmp_path


def test_an_action_answers(project: Path) -> None:
    assert WINDOW["site"] in _rasa(project, "shell", typed="您好\n/stop\n")


def _rasa(folder: Path, *arguments: str, typed: str = "") -> str:
    ended = subprocess.run(
        [sys.executable, "-m", "rasa", *arguments],
        cwd=folder,
        env=_environment(),
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return ended.stdout


def _environment() -> dict[str, str]:
    return {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(ROOT)}


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
