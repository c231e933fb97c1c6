"""A real ``intake serve`` in a process of its own, for as long as something is measured."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from intake.problems import Problem

PATIENCE_S = 180.0
"""A start with everything prepared takes seconds; on a machine that others work on it may take many times that."""
_POLL_S = 0.02


@dataclass(frozen=True, slots=True)
class Service:
    """A running service.

    Attributes:
        ready_s: From the start of the process until ``/readyz`` answered 200.
    """

    url: str
    pid: int
    ready_s: float

    @property
    def rss_mb(self) -> float:
        """Resident memory of the process in MB (10**6 bytes)."""
        return resident_mb(self.pid)

    @property
    def cpu_s(self) -> float:
        """Processor seconds the process has used, user and system (Linux)."""
        fields = (
            Path(f"/proc/{self.pid}/stat")
            .read_text(encoding="ascii", errors="replace")
            .rpartition(")")[2]
            .split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Service]:
    """Start the service on a free port over a data folder that is set up, and stop it at the end.

    Args:
        settings: Environment variables beside those of the default installation.

    Raises:
        Problem: It did not become ready.
    """
    port = free_port()
    command = [sys.executable, "-m", "intake.cli", "serve", "--port", str(port), "--data-dir", str(folder)]
    log = folder / "bench-serve.log"
    began = time.monotonic()
    with log.open("w") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, env=_environment(settings or {})
        )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url, process, began, log)
        yield Service(url, process.pid, time.monotonic() - began)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def resident_mb(pid: int) -> float:
    """Resident memory of a process, from the kernel's own account (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / 1_000_000


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Without the caller's own settings but for those that are named, so that the figures are of the default installation."""
    own = ("INTAKE_", "PYTHONDONTWRITEBYTECODE")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    return {**kept, "OMP_NUM_THREADS": "1", **settings}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(url: str, process: subprocess.Popen[bytes], began: float, log: Path) -> None:
    while time.monotonic() - began < PATIENCE_S:
        if process.poll() is not None:
            raise Problem(f"服务没有起来：{log.read_text(encoding='utf-8', errors='replace').strip()[-500:]}")
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=2) as response:
                if response.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(_POLL_S)
    raise Problem(f"服务在{PATIENCE_S:.0f}秒内没有就绪。")
