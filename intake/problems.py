"""What ends a command: one Chinese sentence that says what to do, exit code 1, never a stack trace."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from pydantic import ValidationError

from intake import logs

STOPPED = 130
MISUSED = 2


class Problem(Exception):
    """A command cannot go on; the message says why and what to do, in Chinese."""


def guarded(command: Callable[[], Any]) -> int:
    """Run a command and return its exit code; whatever is raised ends as one sentence on standard error.

    With ``INTAKE_DEBUG=1`` the stack trace of an error is shown as well.
    """
    try:
        result = command()
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else int(bool(ending.code))
    except typer.Exit as ending:
        return ending.exit_code
    except (KeyboardInterrupt, typer.Abort):
        say("已停止。")
        return STOPPED
    except Exception as error:  # the last resort: every error is a sentence
        return _report(error)
    return result if isinstance(result, int) else 0


def say(sentence: str) -> None:
    """Print a sentence on standard error."""
    print(sentence, file=sys.stderr)


def sentences(error: Exception) -> list[str]:
    """A foreseen error in words; one that lists faults is said with all of them."""
    if isinstance(error, ValidationError):
        names = sorted({f"INTAKE_{'_'.join(map(str, fault['loc'])).upper()}" for fault in error.errors()})
        return [f"环境变量 {'、'.join(names)} 的内容不对，请检查后再启动。"]
    faults = [str(fault) for fault in getattr(error, "faults", ())]
    return faults if str(error) == "\n".join(faults) else [*faults, str(error)]


def _report(error: Exception) -> int:
    if hasattr(error, "format_message"):
        say(_misuse(error))
        return MISUSED
    if os.environ.get("INTAKE_DEBUG") == "1":
        traceback.print_exception(error)
    if is_foreseen(error):
        for sentence in sentences(error):
            say(sentence)
    else:
        say(f"出了意外的错误，命令没有完成。详情记在 {_write(error)}，请把它交给维护人员。")
    return 1


_FORESEEN = {
    "api.platform.errors.base.StartupProblem",
    "bot.tracker_store.DialogueStoreUnavailable",
    "bot.training.TrainingFailed",
    "knowledge.base.faults.CatalogueFaults",
    "knowledge.embedding.encoder.EncoderError",
    "knowledge.language.lexicon.load.LexiconError",
    "knowledge.matching.entry.MatcherError",
}


def is_foreseen(error: Exception) -> bool:
    """Whether the message of an error is a sentence made for people.

    The classes are looked up by name, so that a command that needs neither Rasa nor the database loads neither.
    """
    names = {f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__}
    of_settings = isinstance(error, ValidationError) and error.title.endswith("Settings")
    return isinstance(error, Problem) or of_settings or bool(names & _FORESEEN)


_MISUSES = {
    "NoSuchOption": "没有这个选项",
    "NoSuchCommand": "没有这个命令",
    "MissingParameter": "缺少参数",
    "BadParameter": "参数的内容不对",
}


def _misuse(error: Any) -> str:
    what = _MISUSES.get(type(error).__name__, "命令写法有误")
    context = getattr(error, "ctx", None)
    usage = f"{context.command_path} --help" if context else "intake --help"
    return f"{what}（{error.format_message()}）。用法见 {usage}"


def _write(error: Exception) -> Path:
    text = "".join(traceback.format_exception(error))
    for path in (logs.file(), Path(tempfile.gettempdir()) / logs.NAME):
        try:
            with path.open("a", encoding="utf-8") as log:
                log.write(text)
        except OSError:
            continue
        return path
    return Path(os.devnull)
