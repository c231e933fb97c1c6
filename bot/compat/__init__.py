"""Every adaptation of the frozen Rasa 3.6.21, one file a cause.

Each module has one function `apply()` and a docstring that names the cause, the measured effect and when the
module may be removed; each has a test showing that it changes no result. Nothing else in the project reaches
into Rasa's internals.

Importing this package before Rasa itself keeps the warnings of Rasa's imports off the screen: some forty
notices about libraries newer than it knows, and a filter that sanic would set for the whole process. It also
keeps out of this process the libraries that Rasa imports for channels nobody opens here.
"""

from __future__ import annotations

import warnings

from bot.compat.unused_libraries import left_out

with warnings.catch_warnings():
    warnings.showwarning = lambda *notice: None  # filters would not do: sanic puts its own in front of them
    with left_out():
        import rasa.core.agent  # noqa: F401

    from bot.compat import (
        action_result_schema,
        debug_copies,
        empty_domain,
        event_types,
        ordered_runner,
        quiet,
        tracker_copy,
    )

# quiet comes last: it silences the loggers of every Rasa module that the others have imported
_ADAPTATIONS = (
    action_result_schema,
    debug_copies,
    empty_domain,
    event_types,
    ordered_runner,
    tracker_copy,
    quiet,
)


def apply() -> None:
    """Apply every adaptation. May be called any number of times, from any thread."""
    for adaptation in _ADAPTATIONS:
        adaptation.apply()
