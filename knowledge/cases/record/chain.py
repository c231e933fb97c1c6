"""The hash chain over a case's log: each entry's hash covers the entry and the hash before it, so that no row can be changed unseen.

SHA-256 over canonical JSON: keys sorted, no spaces, UTF-8, moments in UTC. Numbers with fractions are refused, since databases do not
give them back alike. The last hash is kept with the case: without it, entries cut off at the end could not be missed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from knowledge.cases.record.log import LogEntry


@dataclass(frozen=True)
class Link:
    """An entry as it is stored: with the hash before it and its own."""

    entry: LogEntry
    previous: str
    hash: str


@dataclass(frozen=True)
class Broken:
    """The first place where a chain does not hold.

    Attributes:
        number: Of the entry, from 1; one past the last where the end is missing.
        code: ``altered`` (the entry is not what was written), ``unlinked`` (one before it is missing, added or moved), ``cut`` (the end
            is missing).
    """

    number: int
    code: str
    say: str


def genesis(case_number: str) -> str:
    """The hash before a case's first entry: a log of another case does not fit."""
    return hashlib.sha256(f"case/{case_number}".encode()).hexdigest()


def entry_hash(previous: str, entry: LogEntry) -> str:
    """The hash of an entry that follows ``previous``.

    Raises:
        TypeError: The data hold something that has no canonical form.
    """
    return chained(previous, written(entry))


def written(entry: LogEntry) -> bytes:
    """What the hash covers of an entry itself: the same for two cases to which the same was done at the same moment.

    Raises:
        TypeError: The data hold something that has no canonical form.
    """
    return canonical(_record(entry))


def chained(previous: str, entry: bytes) -> str:
    """The hash of an entry, as :func:`written`, that follows ``previous``."""
    return hashlib.sha256(previous.encode() + b"\n" + entry).hexdigest()


def linked(case_number: str, entries: Iterable[LogEntry], previous: str = "") -> tuple[Link, ...]:
    """Entries with their hashes, after ``previous`` or as the case's first ones."""
    links: list[Link] = []
    before = previous or genesis(case_number)
    for entry in entries:
        after = entry_hash(before, entry)
        links.append(Link(entry, before, after))
        before = after
    return tuple(links)


def verify(case_number: str, links: Iterable[Link], head: str | None = None) -> Broken | None:
    """The first broken link of a case's log; None where it holds.

    Args:
        links: As stored, oldest first.
        head: The last hash as kept with the case.
    """
    before, number = genesis(case_number), 0
    for number, link in enumerate(links, 1):
        if link.previous != before:
            return Broken(number, "unlinked", f"第{number}条接不上前一条：中间少了、多了或者换了次序。")
        if entry_hash(link.previous, link.entry) != link.hash:
            return Broken(number, "altered", f"第{number}条和写入时不一样。")
        before = link.hash
    if head is not None and head != before:
        return Broken(number + 1, "cut", f"第{number}条以后的记录不见了。")
    return None


def canonical(value: Any) -> bytes:
    """The one way to write a value as JSON.

    Raises:
        TypeError: It has no canonical form.
    """
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _record(entry: LogEntry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "act": entry.act,
        "role": entry.role,
        "actor": entry.actor,
        "before": entry.before,
        "after": entry.after,
        "data": entry.data,
    }


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError("a moment without zone has no canonical form")
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("keys must be texts")
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    raise TypeError(f"{type(value).__name__} has no canonical form")
