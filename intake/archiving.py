"""An archive into a file, checked as it lies there before it counts as done."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from api.archive.service import archive_for_console
from api.archive.zip_packing import unpacked
from intake.offline import Offline
from intake.problems import Problem
from knowledge.cases.archive.index import check


@dataclass(frozen=True)
class Written:
    """An archive that was written: bytes and papers."""

    size: int
    papers: int


async def write(house: Offline, number: str, target: Path) -> Written:
    """Write the archive of a case.

    Raises:
        Problem: The file cannot be written, or what lies there differs from its index.
    """
    part = target.with_name(f"{target.name}.part")
    pieces = await archive_for_console(number, house, house.uploads.content)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            async for piece in pieces:
                file.write(piece)
        record, found = unpacked(str(part))
        if faults := check(record, found):
            raise Problem("".join(f"{fault.path}：{fault.say}" for fault in faults))
        part.replace(target)
    except OSError as error:
        raise Problem(f"写不了文件 {target}（{error.strerror}）。请检查文件夹和权限。") from error
    finally:
        part.unlink(missing_ok=True)
    return Written(target.stat().st_size, len(record["papers"]))
