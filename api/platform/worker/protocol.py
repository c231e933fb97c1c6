"""What a worker process and its parent say to each other: a JSON object, then bytes, each with its length before it."""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

LENGTH = struct.Struct(">I")
WARM = {"warm": True}
"""The message that only has a worker load what it works with."""

Answer = tuple[dict[str, Any], bytes]


def head_of(message: dict[str, Any], size: int) -> bytes:
    """The JSON object with the number of bytes that follow it, ready to be written."""
    head = json.dumps({**message, "size": size}, ensure_ascii=False).encode()
    return LENGTH.pack(len(head)) + head


def write(stream: BinaryIO, message: dict[str, Any], body: bytes = b"") -> None:
    """Say something."""
    stream.write(head_of(message, len(body)))
    stream.write(body)
    stream.flush()


def read(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """What is said next; None when the other side has closed."""
    length = stream.read(LENGTH.size)
    if len(length) < LENGTH.size:
        return None
    message: dict[str, Any] = json.loads(stream.read(LENGTH.unpack(length)[0]))
    return message, stream.read(message["size"])


def serve(answering: Callable[[dict[str, Any], bytes], Answer], *, niceness: int) -> None:
    """In the worker: answer one question after the other until the parent closes the pipe.

    Args:
        niceness: How far this process stands back behind others.
    """
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Libraries that print must not disturb the pipe.
    os.dup2(2, 1)
    os.nice(niceness)
    while (request := read(requests)) is not None:
        write(answers, *answering(*request))
