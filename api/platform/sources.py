"""What exports and archives draw on: the running service has it, and so has the command line without one."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from api.platform.database import Database
from api.platform.security import Vault
from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.affair import Catalogue


class Source(Protocol):
    """Database, vault, catalogue, calendar and clock; ``api.services.Services`` is one."""

    @property
    def database(self) -> Database: ...

    @property
    def vault(self) -> Vault: ...

    @property
    def catalogue(self) -> Catalogue: ...

    @property
    def calendar(self) -> WorkCalendar: ...

    def now(self) -> datetime:
        """Now, at the centre."""
        ...
