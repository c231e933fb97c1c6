"""The pages are built once for all processes, checkouts and runs that have the same sources."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from intake.page_build import CHAT, DESK, Page, install_packages, is_current, prepare_pages, sources_digest
from tests.alone import alone
from tests.kept_models import kept_folder

_WHOLE = "page"
"""In a kept folder: the built page, which is there as a whole or not at all."""


def pages_ready() -> None:
    """The pages are built and what they are tested with is installed: by the first process, while the others wait.

    Whoever has waited finds all of it current, so that nothing is installed anew under a test that is using it.
    """
    with alone(kept_folder("pages")):
        install_packages()
        for page in (CHAT, DESK):
            _build_or_copy(page)


def _build_or_copy(page: Page) -> None:
    digest = sources_digest(page)
    kept = kept_folder(f"page-{page.name}-{digest[:16]}") / _WHOLE
    if kept.is_dir() and not is_current(page, digest):
        _copy(kept, page.dist)
    prepare_pages(page)
    if not kept.is_dir():
        _copy(page.dist, kept)


def _copy(built: Path, to: Path) -> None:
    """A copy under another name first, so that one that was broken off is never taken for a page."""
    beside = Path(tempfile.mkdtemp(dir=to.parent, prefix=".copying-"))
    shutil.copytree(built, beside / _WHOLE)
    shutil.rmtree(to, ignore_errors=True)
    (beside / _WHOLE).rename(to)
    beside.rmdir()


if __name__ == "__main__":
    pages_ready()
