"""The worker process: ``python -m api.paper_reading.child screen|read``.

Foreign files are parsed here and nowhere else: it has no database, no secret and no network address of anybody; its parent ends it when it takes
too long, and what it dies of harms nobody but the file.
"""

from __future__ import annotations

import resource
import sys
from typing import Any

from api.platform.worker import protocol

MEMORY = {"screen": 1_500_000_000, "read": 3_000_000_000}
"""Bytes of address space; a file that needs more is refused. Reading maps its models, about 500 MB."""

NICENESS = {"screen": 3, "read": 6}
"""Turns of talk go first, then uploads, then the pre-check. With 15, a reader beside two busy processes got a thirtieth of a
processor and a paper took over 90 s; with 6 it gets a fifth."""


def main(task: str) -> None:
    """Answer one request after the other until the parent closes the pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY[task], MEMORY[task]))
    protocol.serve(_screen if task == "screen" else _read, niceness=NICENESS[task])


def _screen(message: dict[str, Any], body: bytes) -> protocol.Answer:
    from api.paper_reading.screening import Refused, Rules, screen

    try:
        screened = screen(body, Rules(**message["rules"]))
    except Refused as refusal:
        return {"refused": refusal.code}, b""
    return screened.described(), screened.content + screened.thumbnail


def _read(message: dict[str, Any], body: bytes) -> protocol.Answer:
    from api.paper_reading.recognition import load, read_paper

    if protocol.WARM.items() <= message.items():
        load()
        return {}, b""
    return {"reading": read_paper(body, message["media_type"]).model_dump(mode="json")}, b""


if __name__ == "__main__":
    main(sys.argv[1])
