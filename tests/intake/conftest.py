"""The command line as a function."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake import console
from intake.cli import commands
from intake.datafolder import open_folder
from intake.prepare import api_settings, working_catalogue
from intake.problems import guarded


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


Intake = Callable[..., Outcome]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with tables and catalogue, as the first command makes it; tests work in copies."""
    folder = open_folder(tmp_path_factory.mktemp("installed"))
    working_catalogue(folder, api_settings(folder))
    return folder.root


@pytest.fixture
def data(installed: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, set up."""
    return shutil.copytree(installed, tmp_path / "d")


@pytest.fixture
def intake(capsys: pytest.CaptureFixture[str]) -> Intake:
    """Runs ``intake ARGS`` in this process."""

    def run(*arguments: object) -> Outcome:
        capsys.readouterr()
        console.out.quiet = False
        code = guarded(lambda: commands([str(argument) for argument in arguments], standalone_mode=False))
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run
