"""What a machine may lack: a test that needs it is skipped with a sentence, and fails where the run requires it."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

BROWSER = "INTAKE_TEST_BROWSER_REQUIRED"
"""Where it is set, a browser and npm that cannot be had are failures."""

POSTGRESQL = "INTAKE_TEST_POSTGRESQL_REQUIRED"
"""Where it is set, a server that cannot be had is a failure."""


def missing(why: str, required: str) -> NoReturn:
    """The test cannot be run here: many others could not either, and a run that leaves them out must not look like a whole one."""
    if os.environ.get(required):
        pytest.fail(why)
    pytest.skip(why)
