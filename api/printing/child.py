"""The worker process: ``python -m api.printing.child``. It has no database and no secret; typst, docxtpl and lxml are loaded only here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from api.platform.scrubbed_traceback import scrubbed_traceback
from api.platform.worker import protocol

NICENESS = 5
"""Turns of talk go first."""


def main() -> None:
    """Make one paper after the other until the parent closes the pipe."""
    protocol.serve(_answer, niceness=NICENESS)


def _answer(message: dict[str, Any], body: bytes) -> protocol.Answer:
    try:
        return (
            _pdf(message["template"], body)
            if message["paper"] == "pdf"
            else _form(Path(message["template"]), body)
        )
    except Exception as error:
        return {"failed": scrubbed_traceback(error)}, b""


def _pdf(template: str, manuscript: bytes) -> protocol.Answer:
    from api.printing.typesetting import typeset

    return {}, typeset(template, manuscript.decode())


def _form(template: Path, fields: bytes) -> protocol.Answer:
    from api.printing.form_filling import TemplateFaulty, filled

    try:
        return {}, filled(template, json.loads(fields))
    except TemplateFaulty as fault:
        return {"faulty": str(fault)}, b""


if __name__ == "__main__":
    main()
