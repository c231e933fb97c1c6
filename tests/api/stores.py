"""A database of its own for every test, on SQLite and on PostgreSQL: a copied file, or a copied database."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from api.platform.settings import Settings
from tests import postgresql

STORES = ("sqlite", "postgresql")

only_sqlite = pytest.mark.only_sqlite
"""For tests that look at the SQLite file itself."""

any_database = pytest.mark.any_database
"""For tests of what no database can change: words, pages, rules, refusals before anything is stored. Their statements are all run on
PostgreSQL by other tests; ``.ci/run`` asks all of both."""


def new_settings(store: str, folder: Path) -> Settings:
    """Settings with an empty database of their own."""
    return Settings(data_dir=folder, database_url=postgresql.made() if store == "postgresql" else "")


def copied(prepared: Settings, folder: Path) -> Settings:
    """Settings with a copy of a prepared database and data folder."""
    shutil.copytree(prepared.data_dir, folder)
    url = prepared.database_url
    return Settings(data_dir=folder, database_url=postgresql.made(url) if url else "")


def dropped(settings: Settings) -> None:
    """The database goes; a folder of a test goes with the test's own."""
    if settings.database_url:
        postgresql.dropped(settings.database_url)
