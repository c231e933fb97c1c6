"""What came of a case, read from its log: the decision, the licence with its number and validity, and how it was delivered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from knowledge.cases.acts.decision import Decide, DecideOnSpot
from knowledge.cases.acts.delivery import Deliver, DeliveryWay, Issue
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.log import LogEntry

HEADLINES = {Outcome.GRANT: "准予", Outcome.DENY: "不予"}
"""行政许可法 art. 38."""


@dataclass(frozen=True)
class Result:
    """The result as it stands.

    Attributes:
        is_deemed: Granted by silence.
        document: Number of the decision.
        number: Of the licence or the decision as it was made; empty until then.
        certificate: SHA-256 of the attached PDF; empty where there is none.
        way: How it was delivered; None until then.
        revoked_on: On which day the decision was revoked.
    """

    outcome: Outcome
    decided_on: date
    is_deemed: bool = False
    document: str = ""
    reason: str = ""
    name: str = ""
    number: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    issued_on: date | None = None
    certificate: str = ""
    way: DeliveryWay | None = None
    tracking: str = ""
    place: str = ""
    delivered_on: date | None = None
    revoked_on: date | None = None

    @property
    def headline(self) -> str:
        return HEADLINES[self.outcome]


def result_of(log: Iterable[LogEntry]) -> Result | None:
    """What came of it; None before the decision.

    Raises:
        ValueError: An entry's data are not a record of its act.
    """
    result: Result | None = None
    for entry in log:
        result = _after(result, entry)
    return result


def _after(result: Result | None, entry: LogEntry) -> Result | None:
    if entry.act is Act.DEEMED_GRANTED:
        return Result(Outcome.GRANT, entry.day, is_deemed=True)
    if entry.act is Act.DECIDE:
        return _decided(entry, ACTS[entry.act].recorded(entry.data))
    if entry.act is Act.DECIDE_ON_SPOT:
        return _decided_on_spot(entry, ACTS[entry.act].recorded(entry.data))
    if result is None:
        return None
    if entry.act is Act.ISSUE:
        return _issued(result, entry, ACTS[entry.act].recorded(entry.data))
    if entry.act is Act.DELIVER:
        return _delivered(result, entry, ACTS[entry.act].recorded(entry.data))
    return replace(result, revoked_on=entry.day) if entry.act is Act.REVOKE else result


def _decided(entry: LogEntry, payload: Any) -> Result:
    assert isinstance(payload, Decide)
    return Result(payload.outcome, entry.day, document=payload.document, reason=payload.reason)


def _decided_on_spot(entry: LogEntry, payload: Any) -> Result:
    assert isinstance(payload, DecideOnSpot)
    return Result(Outcome.GRANT, entry.day, document=payload.document, reason=payload.opinion)


def _issued(result: Result, entry: LogEntry, payload: Any) -> Result:
    assert isinstance(payload, Issue)
    return replace(
        result,
        name=payload.name,
        number=payload.number,
        valid_from=payload.valid_from,
        valid_until=payload.valid_until,
        certificate=payload.certificate,
        issued_on=entry.day,
    )


def _delivered(result: Result, entry: LogEntry, payload: Any) -> Result:
    assert isinstance(payload, Deliver)
    return replace(
        result,
        way=payload.way,
        tracking=payload.tracking,
        place=payload.place,
        delivered_on=entry.day,
    )
