"""Written conversations (``knowledge.studio.kept_conversation``), one case one line of JSON.

The project's own cases also have ``status``: ``kept`` is played at every change, ``wanted`` is still to be reached.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from intake.problems import Problem
from knowledge.studio.kept_conversation import KeptConversation, Replied


class Status(StrEnum):
    """Whether a conversation may not be lost, or is not reached yet."""

    KEPT = "kept"
    WANTED = "wanted"


class TalkInputError(Problem):
    """The files cannot be played; `faults` lists every reason in Chinese, each with file and line."""

    code = "talk_input_invalid"

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"对话文件有{len(faults)}处问题，没有开始。")
        self.faults = faults


def answer_of(messages: Sequence[dict[str, Any]]) -> Replied:
    """The answer that messages in the form of Rasa's REST channel make."""
    texts = [message.get("text") for message in messages]
    titles = [button.get("title") for message in messages for button in message.get("buttons") or ()]
    cards = {(message.get("custom") or {}).get("kind") for message in messages}
    return Replied("\n".join(filter(None, texts + titles)), frozenset(filter(None, cards)))


class Case(KeptConversation):
    """One written conversation."""

    status: Status | None = None


def read_cases(files: Sequence[Path], kind: str | None = None) -> list[Case]:
    """Read and check files of cases.

    Args:
        files: JSON lines; ids are unique in all of them together.
        kind: only the cases of this kind.

    Raises:
        TalkInputError: naming all faults of all files, or that there is nothing to play.
    """
    faults: list[str] = []
    cases: dict[str, Case] = {}
    for file in files:
        for place, case in _in_file(file, faults):
            if case.id in cases:
                faults.append(f"{place}：编号 {case.id} 已经有了")
            cases.setdefault(case.id, case)
    chosen = [case for case in cases.values() if kind in (None, case.kind)]
    if not chosen and not faults:
        faults.append(f"{'、'.join(map(str, files))}：没有对话" + (f"是 {kind} 这一类的" if kind else ""))
    if faults:
        raise TalkInputError(faults)
    return chosen


def _in_file(file: Path, faults: list[str]) -> Iterator[tuple[str, Case]]:
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        faults.append(f"{file}：读不到文件（{error.strerror}）")
        return
    except UnicodeDecodeError:
        faults.append(f"{file}：不是 UTF-8 编码")
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            place = f"{file} 第{number}行"
            try:
                yield place, Case.model_validate(json.loads(line))
            except json.JSONDecodeError as error:
                faults.append(f"{place}：不是一行 JSON（{error.msg}）")
            except ValidationError as error:
                faults += [f"{place}：{sentence}" for sentence in _sentences(error)]


_FAULTS = {
    "missing": "缺少",
    "extra_forbidden": "没有这一项",
    "string_type": "应当是文字",
    "string_too_short": "不能是空的",
    "tuple_type": "应当是一个列表",
    "too_short": "不能是空的",
    "int_type": "应当是整数",
    "model_type": "应当是一个对象",
    "enum": "应当是 kept 或 wanted",
}


def _sentences(error: ValidationError) -> list[str]:
    """Faults of pydantic in words; what is wrong only because a part of it is wrong is left out."""
    found = error.errors()
    places = [fault["loc"] for fault in found]
    inner = [
        fault
        for fault in found
        if not any(
            len(place) > len(fault["loc"]) and place[: len(fault["loc"])] == fault["loc"] for place in places
        )
    ]
    return [_said(dict(fault)) for fault in inner]


def _said(fault: dict[str, Any]) -> str:
    """A fault of pydantic in words."""
    where = ".".join(map(str, fault["loc"]))
    own = fault.get("ctx", {}).get("error")
    what = str(own) if own else _FAULTS.get(fault["type"], fault["msg"])
    return f"{where} {what}".strip()
