"""Logs: JSON lines through structlog, quiet by default, never an applicant's words.

What libraries log at INFO (addresses asked for, statements run) is left out; what they warn of is kept. No request line is
logged, so no query string can carry anything into the log.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import tempfile
from pathlib import Path

import structlog

NAME = "intake.log"
_LARGEST = 5_000_000
_KEPT = 5

_folder: list[Path] = []


def keep_in(folder: Path) -> None:
    """Put the log file into a folder from now on, and send everything from WARNING upwards to it."""
    folder.mkdir(parents=True, exist_ok=True)
    _folder[:] = [folder]
    handler = logging.handlers.RotatingFileHandler(
        folder / NAME, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_processors(), processor=structlog.processors.JSONRenderer(ensure_ascii=False)
        )
    )
    root = logging.getLogger()
    for old in [kept for kept in root.handlers if isinstance(kept, logging.handlers.RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(_level())
    structlog.configure(
        processors=[*_processors(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(_level()),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def file() -> Path:
    """The log file; in the folder for temporary files as long as no other folder is known."""
    return (_folder[0] if _folder else Path(tempfile.gettempdir())) / NAME


def _level() -> int:
    named = os.environ.get("INTAKE_LOG_LEVEL", "WARNING").upper()
    return logging.getLevelNamesMapping().get(named, logging.WARNING)


def _processors() -> list[structlog.typing.Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
    ]
