"""Settings of the case system, each from an environment variable ``INTAKE_<NAME>``."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

SHORTEST_SECRET = 32
"""Characters; a secret of 32 random hex digits has 128 bits."""


class Settings(BaseSettings):
    """Where the case system keeps things and how it protects them.

    Attributes:
        data_dir: Folder for the database file, the matcher's model and the development secret.
        database_url: Empty for SQLite in ``data_dir``; ``postgresql://...`` for PostgreSQL.
        secret: From which all keys are derived. In development one is made and kept in ``data_dir``.
        production: Refuse to start without a secret of one's own.
        catalogue_poll_s: How often it is looked whether another process changed the catalogue.
    """

    model_config = SettingsConfigDict(env_prefix="INTAKE_", frozen=True, extra="ignore")

    data_dir: Path = Path("data")
    database_url: str = ""
    secret: SecretStr = SecretStr("")
    production: bool = False
    catalogue_poll_s: float = Field(default=3.0, gt=0)

    @property
    def url(self) -> str:
        """The database's address with the driver that is used for it."""
        if not self.database_url:
            return f"sqlite+aiosqlite:///{self.data_dir / 'intake.db'}"
        scheme, _, rest = self.database_url.partition("://")
        drivers = {
            "postgresql": "postgresql+asyncpg",
            "postgres": "postgresql+asyncpg",
            "sqlite": "sqlite+aiosqlite",
        }
        return f"{drivers.get(scheme, scheme)}://{rest}"
