"""Conditions (情形条件): when a question is asked or a material is needed.

A condition is written in YAML as a mapping of question to answer, or combined with ``all``, ``any`` and ``not``::

    when: {premises: leased}                      # one answer
    when: {premises: [leased, borrowed]}          # one of several
    when: {premises: leased, agent: yes}          # both
    when: {any: [{agent: yes}, {not: {area: small}}]}

An answer may be 不确定 (:data:`UNSURE`) or still open, so truth has three values (Kleene's strong logic):
``True``, ``False`` and ``None`` for "cannot be said yet".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

UNSURE = "unsure"
"""The answer 不确定, always possible."""

NOT_ASKED = ""
"""Stands for the answer to a question that is passed over: no option, so that what hangs on it does not hold."""

Answers = Mapping[str, str]
"""Question id to option value, or to several of them where the question takes several."""

_BESIDE = "+"


def joined(values: Iterable[str]) -> str:
    """Several options as one answer: ``representative+place``."""
    return _BESIDE.join(values)


def values_of(answer: str) -> tuple[str, ...]:
    """The options that an answer holds: mostly one."""
    return tuple(answer.split(_BESIDE))


def taken_from(earlier: str, answer: str) -> str:
    """What an earlier answer held and the one that stands now does not; empty where nothing was taken from it."""
    return joined(value for value in values_of(earlier) if value not in values_of(answer))


class _Condition(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Is(_Condition):
    """The question's answer is one of ``values``, or holds one where several may be chosen."""

    question: str = Field(description="情形问题的编号")
    values: tuple[str, ...] = Field(min_length=1, description="回答是这些选项值之一")

    def holds(self, answers: Answers) -> bool | None:
        answer = answers.get(self.question)
        if answer is None or answer == UNSURE:
            return None
        return any(value in self.values for value in values_of(answer))

    def atoms(self) -> Iterator[Is]:
        yield self

    def renamed(self, rename: Callable[[str], str]) -> Condition:
        return Is(question=rename(self.question), values=self.values)


class All(_Condition):
    """Every part holds."""

    all: tuple[Condition, ...] = Field(description="这些条件都成立")

    def holds(self, answers: Answers) -> bool | None:
        parts = [part.holds(answers) for part in self.all]
        if False in parts:
            return False
        return None if None in parts else True

    def atoms(self) -> Iterator[Is]:
        for part in self.all:
            yield from part.atoms()

    def renamed(self, rename: Callable[[str], str]) -> Condition:
        return All(all=tuple(part.renamed(rename) for part in self.all))


class Any_(_Condition):
    """At least one part holds."""

    any: tuple[Condition, ...] = Field(description="这些条件至少有一个成立")

    def holds(self, answers: Answers) -> bool | None:
        parts = [part.holds(answers) for part in self.any]
        if True in parts:
            return True
        return None if None in parts else False

    def atoms(self) -> Iterator[Is]:
        for part in self.any:
            yield from part.atoms()

    def renamed(self, rename: Callable[[str], str]) -> Condition:
        return Any_(any=tuple(part.renamed(rename) for part in self.any))


class Not(_Condition):
    """The part does not hold."""

    not_: Condition = Field(description="这个条件不成立")

    def holds(self, answers: Answers) -> bool | None:
        truth = self.not_.holds(answers)
        return None if truth is None else not truth

    def atoms(self) -> Iterator[Is]:
        yield from self.not_.atoms()

    def renamed(self, rename: Callable[[str], str]) -> Condition:
        return Not(not_=self.not_.renamed(rename))


def _from_shorthand(raw: Any) -> Any:
    """Turn the YAML shorthand into the tagged form the models are validated from."""
    if not isinstance(raw, Mapping) or not raw or "question" in raw or "not_" in raw:
        return raw
    parts = [_part(str(key), value) for key, value in raw.items()]
    return parts[0] if len(parts) == 1 else {"all": parts}


def _part(key: str, value: Any) -> Any:
    if key in ("all", "any"):
        return {key: value}
    if key == "not":
        return {"not_": value}
    values = value if isinstance(value, list | tuple) else [value]
    return {"question": key, "values": [_as_option(v) for v in values]}


def _as_option(value: Any) -> Any:
    """YAML reads a bare yes/no as a truth value; our option values are the words."""
    return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


_KINDS = {"question": "is", "all": "all", "any": "any", "not_": "not"}
_TAGS: dict[type, str] = {Is: "is", All: "all", Any_: "any", Not: "not"}


def _tag(raw: Any) -> str | None:
    if isinstance(raw, Mapping):
        return next((tag for key, tag in _KINDS.items() if key in raw), None)
    return _TAGS.get(type(raw))


Condition = Annotated[
    Annotated[Is, Tag("is")]
    | Annotated[All, Tag("all")]
    | Annotated[Any_, Tag("any")]
    | Annotated[Not, Tag("not")],
    Discriminator(
        _tag,
        custom_error_type="condition",
        custom_error_message="条件应写成 {问题: 选项}，或用 all、any、not 组合",
    ),
    BeforeValidator(_from_shorthand),
]

for _model in (All, Any_, Not):
    _model.model_rebuild()
