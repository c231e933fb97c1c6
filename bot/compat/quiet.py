"""Silence: no telemetry, no applicant's words in the log.

Cause: Rasa logs the text of every message at level DEBUG through structlog, which prints everything until it
is configured; it quotes a message that looks like a command in a warning, and errors with all they quote; and it reports usage to its maker
unless an environment variable forbids it.

Effect: nothing an applicant types reaches a log through Rasa; no request leaves the machine; and a turn takes
0.9 ms of CPU instead of 1.5, since nothing is printed.

May be removed: never while Rasa is used. It is a promise, not an optimisation.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings

import structlog

from api.platform.scrubbed_traceback import scrubbed_traceback

# Printed for every message or model although nothing is wrong; the first one quotes what the applicant typed.
_POINTLESS = (
    "Failed to parse arguments in line",
    "Slot auto-fill has been removed",
    "'RulePolicy' is not included",
    "Found rule-based training data but no policy",
)


def apply() -> None:
    """Turn telemetry off and Rasa's own loggers down to WARNING."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("LOG_LEVEL", "ERROR")  # Rasa's own setting; it also stops its progress bars
    for message in _POINTLESS:
        warnings.filterwarnings("ignore", message=message, category=UserWarning)
    for name in ("rasa", "rasa_sdk", "apscheduler", "jieba"):
        logging.getLogger(name).setLevel(logging.WARNING)
    _processor_log.addFilter(_without_quotation)
    for name, module in list(sys.modules.items()):
        if name.startswith("rasa.") and hasattr(module, "structlogger"):
            module.structlogger = _quiet_logger(name)  # type: ignore[attr-defined]


_processor_log = logging.getLogger("rasa.core.processor")


def _without_quotation(record: logging.LogRecord) -> bool:
    """Let an error be logged with its place, but without its message, which may quote what was typed."""
    if record.exc_info and record.exc_info[1]:
        record.msg = f"{record.getMessage()} {scrubbed_traceback(record.exc_info[1])}"
        record.args, record.exc_info, record.exc_text = (), None, None
    return True


def _quiet_logger(name: str) -> structlog.typing.FilteringBoundLogger:
    """Return a structlog logger fixed at WARNING, however the rest of the process configures structlog."""
    return structlog.wrap_logger(
        logging.getLogger(name),
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        processors=[structlog.processors.JSONRenderer(ensure_ascii=False)],
    )
