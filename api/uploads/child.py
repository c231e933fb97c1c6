"""The worker process: ``python -m api.uploads.child screen|read``.

Foreign files are parsed here and nowhere else: it has no database, no secret and no network address of anybody; its parent ends it when it takes
too long, and what it dies of harms nobody but the file.
"""

from __future__ import annotations

import os
import resource
import sys
from typing import Any

from api.uploads import frames

MEMORY = {"screen": 1_500_000_000, "read": 3_000_000_000}
"""Bytes of address space; a file that needs more is refused. Reading maps its models, about 500 MB."""

NICENESS = {"screen": 5, "read": 15}
"""Turns of talk go first, then uploads, then the pre-check."""

Answer = tuple[dict[str, Any], bytes]


def main(task: str) -> None:
    """Answer one request after the other until the parent closes the pipe."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Libraries that print must not disturb the pipe.
    os.dup2(2, 1)
    os.nice(NICENESS[task])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY[task], MEMORY[task]))
    while (request := frames.read(requests)) is not None:
        answer, body = _screen(*request) if task == "screen" else _read(*request)
        frames.write(answers, answer, body)


def _screen(message: dict[str, Any], body: bytes) -> Answer:
    from api.uploads.screening import Refused, Rules, screen

    try:
        screened = screen(body, Rules(**message["rules"]))
    except Refused as refusal:
        return {"refused": refusal.code}, b""
    return screened.described(), screened.content + screened.thumbnail


def _read(message: dict[str, Any], body: bytes) -> Answer:
    from api.uploads.recognition import load, read_paper

    if frames.WARM.items() <= message.items():
        load()
        return {}, b""
    return {"reading": read_paper(body, message["media_type"]).model_dump(mode="json")}, b""


if __name__ == "__main__":
    main(sys.argv[1])
