"""The command line as a function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from intake import console
from intake.cli import commands
from intake.problems import guarded


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


Intake = Callable[..., Outcome]


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
