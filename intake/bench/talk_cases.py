"""Written conversations: what is said, and what the answers must and must not hold. One case is one line of JSON.

A case has ``id``, ``kind``, ``turns`` (what the applicant says) and ``checks``. A check looks at the answer to one ``turn``, counted
from 0 or, below 0, from the end; the last where it is left out. Its regular expressions are searched in the texts of the answer
followed by the titles of its buttons, one a line: ``all`` must match, one of ``any`` must, no one of ``none`` may; of ``card`` one must be
the kind of a card. The project's own cases also have ``status``: ``kept`` is played at every change, ``wanted`` is still to be reached.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from intake.problems import Problem


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


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one message, as checks look at it.

    Attributes:
        text: The texts of all messages, then the titles of their buttons, one a line.
        cards: Kinds of the cards.
    """

    text: str
    cards: frozenset[str]

    @classmethod
    def of(cls, messages: Sequence[dict[str, Any]]) -> Answer:
        """The answer that messages in the form of Rasa's REST channel make."""
        texts = [message.get("text") for message in messages]
        titles = [button.get("title") for message in messages for button in message.get("buttons") or ()]
        cards = {(message.get("custom") or {}).get("kind") for message in messages}
        return cls("\n".join(filter(None, texts + titles)), frozenset(filter(None, cards)))


def _compilable(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"正则表达式 {pattern} 写错了（{error}）") from error
    return pattern


Words = Annotated[str, Field(min_length=1)]
Pattern = Annotated[Words, AfterValidator(_compilable)]
Patterns = Annotated[tuple[Pattern, ...], Field(min_length=1)]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Check(_Written):
    """What the answer to one message must hold and must not."""

    turn: Annotated[int, Field(strict=True)] = -1
    all: Patterns | None = None
    any: Patterns | None = None
    none: Patterns | None = None
    card: Annotated[tuple[Words, ...], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> Check:
        if not (self.all or self.any or self.none or self.card):
            raise ValueError("检查要有 all、any、none、card 中的至少一项")
        return self

    def objections(self, answer: Answer) -> Iterator[str]:
        """What is wrong with an answer, in Chinese; nothing where the check passes."""
        for pattern in self.all or ():
            if not re.search(pattern, answer.text):
                yield f"应有而没有 /{pattern}/"
        for pattern in self.none or ():
            if re.search(pattern, answer.text):
                yield f"不该有而有 /{pattern}/"
        if self.any and not any(re.search(pattern, answer.text) for pattern in self.any):
            yield "一个都没有：" + " ".join(f"/{pattern}/" for pattern in self.any)
        if self.card and not answer.cards & set(self.card):
            yield f"卡片应是 {'、'.join(self.card)}，是 {'、'.join(sorted(answer.cards)) or '没有'}"


class Case(_Written):
    """One written conversation."""

    id: Words
    kind: Words
    turns: Annotated[tuple[Words, ...], Field(min_length=1)]
    checks: Annotated[tuple[Check, ...], Field(min_length=1)]
    status: Status | None = None

    @model_validator(mode="after")
    def _turns_are_there(self) -> Case:
        for check in self.checks:
            if not -len(self.turns) <= check.turn < len(self.turns):
                raise ValueError(f"没有第{check.turn}句（从0数起）")
        return self

    def objections(self, answers: Sequence[Answer]) -> list[str]:
        """What is wrong with the answers to the turns, each with the turn it is about."""
        return [
            f"「{self.turns[check.turn]}」的回答{objection}"
            for check in self.checks
            for objection in check.objections(answers[check.turn])
        ]


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
