"""The case log (办件日志): what was done to a case, by whom and when; everything else about a case follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from knowledge.base.centre_time import centre_day
from knowledge.base.roles import Role
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState


@dataclass(frozen=True)
class LogEntry:
    """One act on a case.

    Attributes:
        at: Aware, in any zone.
        actor: Account of the person, or the role's name where there is no account.
        before: State before the act; None for the act that makes the case.
        data: What the act records, as the act's payload in :mod:`knowledge.cases.acts` writes it to JSON. No personal data.
    """

    at: datetime
    act: Act
    role: Role
    actor: str
    before: CaseState | None
    after: CaseState
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The centre's day on which it was done."""
        return centre_day(self.at)
