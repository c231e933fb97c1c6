"""Where the tests keep what takes long to make: beside the checkouts, so that a fresh one does not make again what was made before."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from api.published.matcher_files import matching_version

SET = "INTAKE_TEST_MODELS"
"""Names another folder for models and built pages; an empty one shows what a first run costs."""

_UNUSED_S = 7 * 24 * 3600


def kept_folder(name: str) -> Path:
    """A folder that outlives the run and the checkout; others go once nobody has used them for a week."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    root = Path(os.environ.get(SET) or cache / "intake-tests")
    own = root / name
    own.mkdir(parents=True, exist_ok=True)
    os.utime(own)
    for other in root.iterdir():
        if other.is_dir() and time.time() - other.stat().st_mtime > _UNUSED_S:
            shutil.rmtree(other, ignore_errors=True)
    return own


def kept_models() -> Path:
    """The folder of the models that this code makes.

    A model's file name holds a digest of what it was trained on, and the folder's one of the code that trains, so that an old
    one is never taken for a new one.
    """
    return kept_folder(matching_version())
