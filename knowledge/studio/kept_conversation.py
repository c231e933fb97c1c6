"""A conversation that is kept as a test: what is said, and what the answers must and must not hold.

A check looks at the answer to one ``turn``, counted from 0 or, below 0, from the end. Its regular expressions are searched in the texts
of the answer followed by the titles of its buttons, one a line: ``all`` must match, one of ``any`` must, no one of ``none`` may;
of ``card`` one must be the kind of a card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


@dataclass(frozen=True, slots=True)
class Replied:
    """What was answered to one message, as checks look at it.

    Attributes:
        text: The texts of all messages, then the titles of their buttons, one a line.
        cards: Kinds of the cards.
    """

    text: str
    cards: frozenset[str]


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

    turn: Annotated[int, Field(strict=True)] = Field(
        default=-1, description="看第几句的回答，从0数起；负数从后面数，-1是最后一句"
    )
    all: Patterns | None = Field(default=None, description="都要有的，正则表达式")
    any: Patterns | None = Field(default=None, description="至少要有一个的，正则表达式")
    none: Patterns | None = Field(default=None, description="一个都不能有的，正则表达式")
    card: Annotated[tuple[Words, ...], Field(min_length=1)] | None = Field(
        default=None, description="卡片应是其中一种"
    )

    @model_validator(mode="after")
    def _asks_something(self) -> Check:
        if not (self.all or self.any or self.none or self.card):
            raise ValueError("检查要有 all、any、none、card 中的至少一项")
        return self

    def objections(self, answer: Replied) -> Iterator[str]:
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


class KeptConversation(_Written):
    """One conversation with its checks."""

    id: Words
    kind: Words
    turns: Annotated[tuple[Words, ...], Field(min_length=1)]
    checks: Annotated[tuple[Check, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _turns_are_there(self) -> KeptConversation:
        for check in self.checks:
            if not -len(self.turns) <= check.turn < len(self.turns):
                raise ValueError(f"没有第{check.turn}句（从0数起）")
        return self

    def objections(self, answers: Sequence[Replied]) -> list[str]:
        """What is wrong with the answers to the turns, each with the turn it is about."""
        return [
            f"「{self.turns[check.turn]}」的回答{objection}"
            for check in self.checks
            for objection in check.objections(answers[check.turn])
        ]
