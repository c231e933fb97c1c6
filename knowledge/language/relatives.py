"""Who is spoken of: relatives, those who run errands, those whose affair it is; what is called whom is data.

A text is read with each person as one sign, so that the rules of :mod:`knowledge.language.agent` say 替 (a relative) 去 and hold
for all of them. The signs are of the private-use area, which normalised text never has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field

from knowledge.base.frozen import Frozen

HERE = Path(__file__).parent / "relatives.yaml"
_BEFORE = r"(?:(?:我们?|俺们?|咱们?|你|他们?|她们?|老板|孩子|娃)?(?:家|屋|屋里|屋头)?的?(?:大|小|老|二|三|四|亲|表|堂|幺|细|阿|亲生)?)"
_OF_SOMEBODY = r"(?:(?:我们?|俺们?|咱们?|你|他|她|阿)(?:家|屋)?的?(?:大|小|老|二|三|表|堂|亲|幺)?|(?:大|小|老|二|三|表|堂|阿)(?=.))"
_SPEAKING = r"我们?|俺们?|咱们?"
_THIRD = r"(?<!其)他们?|她们?|佢|人家|伊"


class _Relative(Frozen):
    words: tuple[str, ...]
    single: tuple[str, ...] = ()
    age: Literal["adult", "minor"] | None = None


class _Words(Frozen):
    words: tuple[str, ...]


class _File(Frozen):
    relatives: dict[str, _Relative] = Field(min_length=1)
    agents: _Words
    agencies: _Words
    principals: _Words
    bodies: _Words


@dataclass(frozen=True, slots=True)
class Person:
    """A person as named in a text.

    Attributes:
        sign: For the kind of person, one of those below.
        who: The relation, or the word for anybody else; the same for the same person.
        age: What the word itself tells.
    """

    sign: str
    who: str
    start: int
    end: int
    age: Literal["adult", "minor"] | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A text with a sign for each person in it.

    Attributes:
        at: For each character of ``text``, and the end, its place in the text as said.
        persons: By their place in ``text``.
    """

    text: str
    at: tuple[int, ...]
    persons: dict[int, Person]


RELATIVE, ERRAND, AGENCY, PRINCIPAL, BODY, SPEAKER, THIRD = "\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
"""The signs: a relative, who runs errands, who does so for money, whose affair it is, a body that sends people, the speaker, he or she."""
_SIGNS = {"K": RELATIVE, "R": ERRAND, "A": AGENCY, "P": PRINCIPAL, "B": BODY, "M": SPEAKER, "T": THIRD}
ME = "我"


@lru_cache(maxsize=1)
def _known() -> tuple[re.Pattern[str], dict[str, tuple[str, Literal["adult", "minor"] | None]]]:
    """The expression that finds people, and relation and age by word."""
    file = _File.model_validate(yaml.safe_load(HERE.read_text(encoding="utf-8")))
    words = {
        word: (relation, one.age)
        for relation, one in file.relatives.items()
        for word in (*one.words, *one.single)
    }
    long = _any_of(chain.from_iterable(one.words for one in file.relatives.values()))
    single = _any_of(chain.from_iterable(one.single for one in file.relatives.values()))
    people = (
        rf"(?P<A>{_any_of(file.agencies.words)})|(?P<P>{_any_of(file.principals.words)})|(?P<R>{_BEFORE}?(?:{_any_of(file.agents.words)}))"
        rf"|(?P<K>{_BEFORE}(?P<long>{long})(?![机园院校])|{_OF_SOMEBODY}(?P<single>{single})(?![粉茶瓶精机的地]))"
        rf"|(?P<B>{_any_of(file.bodies.words)})|(?P<M>{_SPEAKING})|(?P<T>{_THIRD})"
    )
    return re.compile(people), words


def _any_of(words: chain[str] | tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def signed(text: str) -> Signed:
    """The text with each person as one sign."""
    people, words = _known()
    parts: list[str] = []
    at: list[int] = []
    persons: dict[int, Person] = {}
    done = 0
    for found in people.finditer(text):
        parts.append(text[done : found.start()])
        at.extend(range(done, found.start()))
        sign = _SIGNS[str(found.lastgroup)]
        persons[len(at)] = _person(sign, found, words)
        parts.append(sign)
        at.append(found.start())
        done = found.end()
    parts.append(text[done:])
    at.extend(range(done, len(text) + 1))
    return Signed("".join(parts), tuple(at), persons)


def _person(
    sign: str, found: re.Match[str], words: dict[str, tuple[str, Literal["adult", "minor"] | None]]
) -> Person:
    if sign == RELATIVE:
        relation, age = words[found["long"] or found["single"]]
        return Person(sign, relation, found.start(), found.end(), age)
    return Person(sign, ME if sign == SPEAKER else found[0], found.start(), found.end())
