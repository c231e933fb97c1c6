"""Pack an archive, paper by paper: no more than one paper is in memory at a time, however many there are."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from api.archive.contents import HeldPaper
from api.platform.clock import at_centre
from knowledge.cases.archive.index import IndexLine, index, index_record, index_text

INDEX = "index.json"
INDEX_FOR_PEOPLE = "目录.txt"

_STORED = {"jpg", "pdf", "png"}
"""Compressed already."""


class _Pipe(io.RawIOBase):
    """What the zip writes, to be taken out bit by bit."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waiting += data
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def taken(self) -> bytes:
        """What was written since the last time."""
        out, self._waiting = bytes(self._waiting), bytearray()
        return out


def packed(case_number: str, held: Sequence[HeldPaper], log_head: str, at: datetime) -> Iterator[bytes]:
    """The zip, in pieces: index first, then the papers in its order. The same papers give the same bytes.

    Args:
        at: The moment that the index carries.
    """
    lines = index(one.paper for one in held)
    reads = {_key(one): one for one in held}
    record = index_record(case_number, lines, log_head)
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:
        _put(archive, INDEX, json.dumps(record, ensure_ascii=False, indent=2).encode(), at)
        _put(archive, INDEX_FOR_PEOPLE, index_text(case_number, lines).encode(), at)
        yield pipe.taken()
        for line in lines:
            _put(archive, line.path, reads[_of_line(line)].read(), line.paper.at)
            yield pipe.taken()
    yield pipe.taken()


def unpacked(file: str | io.BytesIO) -> tuple[Mapping[str, Any], dict[str, tuple[str, int]]]:
    """The index of an archive and what it really holds, for ``knowledge.cases.archive.index.check``."""
    with zipfile.ZipFile(file) as archive:
        record: dict[str, Any] = json.loads(archive.read(INDEX))
        names = [name for name in archive.namelist() if name not in (INDEX, INDEX_FOR_PEOPLE)]
        contents = {name: archive.read(name) for name in names}
    return record, {name: (hashlib.sha256(one).hexdigest(), len(one)) for name, one in contents.items()}


def _key(one: HeldPaper) -> tuple[Any, ...]:
    return (one.paper.kind, one.paper.at, one.paper.name, one.paper.sha256)


def _of_line(line: IndexLine) -> tuple[Any, ...]:
    return (line.paper.kind, line.paper.at, line.paper.name, line.paper.sha256)


def _put(archive: zipfile.ZipFile, name: str, content: bytes, at: datetime) -> None:
    moment = at_centre(at)
    entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
    suffix = name.rpartition(".")[2]
    entry.compress_type = zipfile.ZIP_STORED if suffix in _STORED else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content)
