"""The archive of a case (办件档案): which papers, in which order, under which names, with their checksums. The api packs it.

Order within a file as archives keep it: the result first, then the documents of the procedure by date, the application and its
materials, at last the log.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from knowledge.base.centre_time import CENTRE_ZONE


class PaperKind(StrEnum):
    """卷内文件, in the order of the file."""

    RESULT = "结果"
    DOCUMENT = "过程文书"
    NOTICE = "一次性告知单"
    APPLICATION = "申请"
    MATERIAL = "申请材料"
    RATING = "评价"
    LOG = "办理日志"


@dataclass(frozen=True)
class Paper:
    """One paper of a case.

    Attributes:
        name: Title as shown.
        suffix: Of the file, without dot, for example ``pdf``.
        sha256: Of its bytes, in hexadecimal.
    """

    kind: PaperKind
    name: str
    suffix: str
    at: datetime
    sha256: str
    size: int


@dataclass(frozen=True)
class IndexLine:
    """One line of the index: running number (件号), path in the archive, and what is there."""

    number: int
    path: str
    paper: Paper


@dataclass(frozen=True)
class ArchiveFault:
    """A difference between index and files."""

    path: str
    say: str


_ORDER = {kind: n for n, kind in enumerate(PaperKind)}
_UNSAFE = re.compile(r"[^\w\-（）()〔〕·]+")
LONGEST_NAME = 60
"""Characters of a file's name: three bytes each, with number and suffix below the 255 bytes of common file systems."""


def index(papers: Iterable[Paper]) -> tuple[IndexLine, ...]:
    """The index: the same papers in whatever order give the same one."""
    ordered = sorted(papers, key=lambda paper: (_ORDER[paper.kind], paper.at, paper.name, paper.sha256))
    return tuple(
        IndexLine(number, f"{number:03d}-{_safe(paper.name)}.{_safe(paper.suffix) or 'bin'}", paper)
        for number, paper in enumerate(ordered, 1)
    )


def index_record(case_number: str, lines: Iterable[IndexLine], log_head: str) -> dict[str, Any]:
    """The index as it is written into the archive (``index.json``), with the head of the log's hash chain."""
    return {
        "case": case_number,
        "log_head": log_head,
        "papers": [
            {
                "number": line.number,
                "path": line.path,
                "kind": line.paper.kind.value,
                "name": line.paper.name,
                "at": line.paper.at.astimezone(CENTRE_ZONE).isoformat(timespec="seconds"),
                "sha256": line.paper.sha256,
                "size": line.paper.size,
            }
            for line in lines
        ],
    }


def index_text(case_number: str, lines: Iterable[IndexLine]) -> str:
    """The index for people (``目录.txt``)."""
    rows = [
        f"{line.number:03d}  {line.paper.kind}  {line.paper.name}  "
        f"{line.paper.at.astimezone(CENTRE_ZONE):%Y-%m-%d}  {line.paper.size}字节  {line.paper.sha256}"
        for line in lines
    ]
    return "\n".join((f"办件 {case_number} 卷内目录", "件号  类别  名称  日期  大小  SHA-256", *rows, ""))


def check(record: Mapping[str, Any], found: Mapping[str, tuple[str, int]]) -> tuple[ArchiveFault, ...]:
    """What differs between an index and the files of an archive.

    Args:
        record: As :func:`index_record` made it.
        found: Path to checksum and size, without the index itself.
    """
    listed = {line["path"]: (line["sha256"], line["size"]) for line in record["papers"]}
    faults = [ArchiveFault(path, "目录上有，档案里没有。") for path in listed if path not in found]
    faults += [ArchiveFault(path, "档案里有，目录上没有。") for path in found if path not in listed]
    faults += [
        ArchiveFault(path, "内容和归档时不一样。")
        for path, one in listed.items()
        if path in found and found[path] != one
    ]
    return tuple(faults)


def _safe(name: str) -> str:
    """A name without anything that a file system or a header reads as more than a name."""
    bare = unicodedata.normalize("NFKC", name)
    bare = "".join(letter for letter in bare if unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs"))
    return _UNSAFE.sub("_", bare).strip("_")[:LONGEST_NAME]
