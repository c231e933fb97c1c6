"""The folder bot/ as a Rasa project that Rasa's own commands work on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "bot"
MODEL = "dialogue"

PATIENCE_S = 300
"""A command takes some ten seconds; on a machine that others work on it may take many times that."""


def copied(folder: Path) -> Path:
    """A copy of the project's files."""
    folder.mkdir()
    for name in ("config.yml", "domain.yml", "endpoints.yml"):
        shutil.copy(SHIPPED / name, folder)
    shutil.copytree(SHIPPED / "data", folder / "data")
    return folder


def rasa(folder: Path, *arguments: str, typed: str = "") -> str:
    """Run a command of Rasa's in a folder and return what it prints; a non-zero exit code fails the test."""
    ended = subprocess.run(
        [sys.executable, "-m", "rasa", *arguments],
        cwd=folder,
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env=environment(),
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return ended.stdout


def environment() -> dict[str, str]:
    """Rasa's processes find the project's modules and report to nobody."""
    return {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(ROOT)}
